import assert from "node:assert/strict";
import test from "node:test";
import { bits, count, far, openIndex as open, pack, rice } from "./encode.mjs";
import { load } from "./load.mjs";

const newsgen = load("bits.js", "files.js", "index.js");


const root = { articles: 40000, years: [[0, 2, 1], [2019, 30000, 29000], [2020, 10000, 9999]] };
const block = (first, size, heavy = 3) => Array.from({ length: size }, (_, at) => [first + 3 * at, at % 2 ? heavy : 0, [at, at + 2]]);

test("numbers of any width are read as they were written", () => {
  const values = [0, 1, 5, 4095, 70000, 2 ** 31 - 1];
  const signs = values.map((value) => count(value) + far(value) + rice(value % 9000, 4) + bits(value, 32)).join("");
  const read = new newsgen.Bits(pack(signs));
  for (const value of values) {
    assert.deepEqual([read.count(), read.far(), read.rice(4), read.bits(32)], [value, value, value % 9000, value]);
  }
});

test("long runs of ones are one number", () => {
  for (const value of [14, 15, 16, 30, 31, 32, 100, 1000]) {
    assert.equal(new newsgen.Bits(pack(rice(value, 0) + "0")).rice(0), value);
  }
});

test("a file that ends too early is an error, not an endless loop", () => {
  assert.throws(() => new newsgen.Bits(pack(count(9))).part(true), RangeError);
  assert.throws(() => new newsgen.Bits("").count(), RangeError);
});

test("file names are plain if possible and never too long", () => {
  const names = ["flood", "7", "", "Élan", "con", "com1", "console", "@section:news"].map(newsgen.namePart);
  assert.deepEqual(names.slice(0, 5), ["flood", "7", "0_", "0_c3896c616e", "0_636f6e"]);
  assert.deepEqual(names.slice(5), ["0_636f6d31", "console", "0_4073656374696f6e3a6e657773"]);
  assert.equal(newsgen.namePart("@author:someone with a long name"), "0_40617574686f723a736f6d656f6e6520h66efd594");
  assert.ok(newsgen.namePart("ज".repeat(40)).length < 45);
});

test("forms have their articles, levels and positions, in the newest part and in older ones", async () => {
  const forms = [
    { stem: "flood", form: "flood", places: true, parts: [{ start: 0, blocks: [block(2, 40)] }, { start: 20, blocks: [block(20480, 3, 7), block(30000, 1)] }] },
    { stem: "flood", form: "floods", places: false, parts: [{ start: 0, blocks: [[[7, 5, [0, 90, 1000]]]] }] },
    { stem: "the", form: "the", hasLevels: false, parts: [{ start: 0, blocks: [block(0, 5)] }] },
  ];
  const { index, asked } = await open({ root, firsts: ["", "the"], forms });
  const [flood, floods] = await index.forms("flood");
  assert.deepEqual([flood.form, flood.articles, flood.parts.map(({ start, end }) => [start, end])], ["flood", 44, [[0, 20480], [20480, Infinity]]]);
  assert.deepEqual(asked, ["root", "terms/0_"]);
  const newest = await index.postings(flood, flood.parts[1]);
  assert.deepEqual(newest, { numbers: [20480, 20483, 20486, 30000], levels: [0, 7, 0, 0], blocks: [3, 1] });
  assert.deepEqual(await index.places(flood, flood.parts[1]), [[0, 2], [1, 3], [2, 4], [0, 2]]);
  assert.deepEqual(await index.places(floods, floods.parts[0]), [[0, 90, 1000]]);
  assert.deepEqual((await index.postings(flood, flood.parts[0])).numbers, block(2, 40).map(([number]) => number));
  assert.deepEqual((await index.places(flood, flood.parts[0]))[39], [39, 41]);
  const [the] = await index.forms("the");
  assert.deepEqual((await index.postings(the, the.parts[0])).levels, []);
  assert.deepEqual(await index.forms("flo"), []);
  assert.deepEqual(asked.slice(2), ["places/flood-flood", "parts/flood-flood-0", "places/flood-flood-0", "terms/the"]);
});

test("cards and days are found by article number", async () => {
  const told = ["The Flood, again", "2020-02-03", "News", "en", "Water <b>rose</b>"];
  const days = [366, 0, ...new Array(9998).fill(1)];
  const { index } = await open({ root, cards: { 937: [[18, "2020/ -2.html", ...told]] }, dates: { 2020: days } });
  assert.deepEqual(await index.card(937 * 32 + 18), ["2020/the-flood-again-2.html", ...told]);
  assert.equal(await index.card(937 * 32 + 19), undefined);
  const year = index.yearOf(30002);
  assert.deepEqual(year, { year: 2020, start: 30002, end: 40002 });
  assert.deepEqual((await index.dateCodes(year)).slice(0, 3), [366, 0, 1]);
  assert.deepEqual([1, 2, 30001].map((number) => index.yearOf(number).year), [0, 2019, 2019]);
});

test("a file that failed is requested again, and a loaded one is not", async () => {
  const { index, asked } = await open({ root });
  await assert.rejects(index.card(1));
  await assert.rejects(index.card(1));
  await Promise.all([index.forms("a"), index.forms("b")]);
  assert.deepEqual(asked, ["root", "cards/0", "cards/0", "terms/0_"]);
});

test("stems are in the order of their code points", async () => {
  const parts = [{ start: 0, blocks: [[[1, 1, []]]] }];
  const stems = ["\uff41", "\u{20000}"];
  const { index } = await open({ root, firsts: ["", ...stems], forms: stems.map((stem) => ({ stem, form: stem, parts })) });
  assert.deepEqual((await Promise.all(stems.map((stem) => index.forms(stem)))).map((forms) => forms.length), [1, 1]);
});
