// Writes a small index from docs/format/search.md: the content of its files by name.
import { deflateRawSync } from "node:zlib";
import { load } from "./load.mjs";

const steps = [0, 1, 2, -1, 3, -2, 4, -3, 5, -4, 6, -5, 7, -6, -7];
const utf8 = new TextEncoder();

export const bits = (value, wide) => (wide ? value.toString(2).padStart(wide, "0") : "");
export const count = (value) => "0".repeat((value + 1).toString(2).length - 1) + (value + 1).toString(2);
export const far = (value) => count(Math.floor(value / 4096)) + bits(value % 4096, 12);
export const rice = (value, k) => "1".repeat(Math.floor(value / 2 ** k)) + "0" + bits(value % 2 ** k, k);
export const raw = (bytes) => Array.from(bytes, (byte) => bits(byte, 8)).join("");
const level = (value, commonest) => {
  const place = steps.map((step) => commonest + step).filter((one) => one >= 0 && one < 8).indexOf(value);
  return "1".repeat(place) + (place < 7 ? "0" : "");
};

export const pack = (signs) =>
  (signs.padEnd(31 * Math.ceil(signs.length / 31), "0").match(/.{31}/g) ?? [])
    .map((pair) => parseInt(pair, 2))
    .map((value) => String.fromCharCode(0x2030 + Math.floor(value / 46341), 0x2030 + (value % 46341)))
    .join("");

const tail = (text, before) => {
  const [ours, theirs] = [text, before].map((one) => utf8.encode(one));
  let shared = 0;
  while (shared < ours.length && ours[shared] === theirs[shared]) shared++;
  const rest = ours.subarray(shared);
  return count(shared) + count(rest.length) + raw(rest);
};

// Postings are [number, level, positions]; blocks are lists of them.
const part = (blocks, hasLevels) => {
  let signs = count(blocks.length - 1);
  let last = -1;
  for (const block of blocks) {
    const [[first, commonest]] = block;
    signs += far(first - last - 1) + count(block.length - 1);
    if (block.length > 1) signs += bits(2, 5);
    if (hasLevels) signs += bits(commonest, 3);
    block.forEach(([number, heavy], at) => {
      if (at) signs += rice(number - last - 1, 2);
      last = number;
      if (hasLevels && block.length > 1) signs += level(heavy, commonest);
    });
  }
  return signs;
};

const places = (blocks) =>
  blocks
    .map((block) => bits(3, 4) + block.map(([, , found]) => {
      let last = -1;
      const gaps = found.map((place) => {
        const gap = rice(place - last - 1, 3);
        last = place;
        return gap;
      });
      return count(found.length - 1) + gaps.join("");
    }).join(""))
    .join("");

const yearCounts = (years = []) =>
  count(years.length) + (years.length ? bits(1, 5) : "") + years.map((number) => rice(number, 1)).join("");

// `forms` are {stem, form, hasLevels, places: true to begin a file of positions, false to continue one, undefined for
// none, parts: [{start, blocks}], years: the articles
// of each year}, in the order of stems and forms; `firsts` are the stems at which shards begin,
// `stemYears` the articles of each year with any form of a stem.
export const writeIndex = ({ root, firsts = [""], forms = [], stemYears = {}, cards = {}, dates = {} }, namePart) => {
  const files = {
    root: { version: 3, languages: ["en"], sections: [], positions: true, ...root, shards: firsts.map((one) => "0" + one).join("\n") },
  };
  const put = (name, signs) => (files[name] = pack(signs));
  firsts.forEach((first, place) => {
    const isFrom = (stem, bound) => Buffer.compare(Buffer.from(stem), Buffer.from(bound)) >= 0;
    const end = firsts[place + 1];
    const inside = forms.filter(({ stem }) => isFrom(stem, first) && !(end !== undefined && isFrom(stem, end)));
    const stems = [...new Set(inside.map(({ stem }) => stem))];
    let signs = count(stems.length);
    let before = "";
    let shelf;
    for (const stem of stems) {
      const own = inside.filter((one) => one.stem === stem);
      signs += tail(stem, before) + count(own.length - 1) + (own.length > 1 ? yearCounts(stemYears[stem]) : "");
      before = stem;
      for (const { form, hasLevels = true, places: begins, parts, years } of own) {
        const name = `${namePart(stem)}-${namePart(form)}`;
        const older = parts.slice(0, -1);
        const newest = parts.at(-1);
        const sizeOf = ({ blocks }) => blocks.flat().length;
        signs += tail(form, stem) + bits(+hasLevels, 1) + bits(+(begins !== undefined), 1);
        if (begins !== undefined) signs += bits(+begins, 1);
        signs += count(parts.reduce((sum, one) => sum + sizeOf(one), 0) - 1) + count(older.length);
        let start = 0;
        for (const one of older) {
          signs += count(one.start - start) + count(sizeOf(one) - 1);
          start = one.start;
          put(`parts/${name}-${start}`, part(one.blocks, hasLevels));
          if (begins !== undefined) put(`places/${name}-${start}`, places(one.blocks));
        }
        if (older.length) signs += count(newest.start - start) + yearCounts(years);
        signs += part(newest.blocks, hasLevels);
        if (begins) shelf = { name: `places/${name}`, signs: "" };
        if (begins !== undefined) put(shelf.name, (shelf.signs += places(newest.blocks)));
      }
    }
    put("terms/" + namePart(first), signs);
  });
  for (const [name, shown] of Object.entries(cards)) {
    const packed = deflateRawSync(Buffer.from(JSON.stringify(shown)));
    put("cards/" + name, bits(packed.length, 32) + raw(packed));
  }
  for (const [year, days] of Object.entries(dates)) put("dates/" + year, days.map((day) => bits(day, 9)).join(""));
  return files;
};

// Opens such an index with nothing loaded; `asked` are the files that it loads.
export const openIndex = async (content) => {
  const newsgen = load("bits.js", "files.js", "index.js");
  const files = writeIndex(content, newsgen.namePart);
  const asked = [];
  newsgen.runScript = async (path) => {
    asked.push(path);
    if (!(path in files)) throw new Error(path);
    newsgen.put(path, files[path]);
  };
  return { index: await newsgen.openIndex(), asked };
};
