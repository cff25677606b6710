// Reads the index from its files: the forms of a stem, their articles and positions, and result cards.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const cardsInFile = 32;
  const textsInFile = 16;
  const unit = 1024;
  const none = new Uint8Array();
  const utf8 = new TextEncoder();
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  // Names that Windows reserves for its devices are written in hexadecimal digits too.
  const plain = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9]+$/;

  // A stem or form in a file's name; a long one ends with its hash (FNV-1a of 32 bits).
  newsgen.namePart = (text) => {
    if (plain.test(text)) return text;
    const bytes = utf8.encode(text);
    if (bytes.length <= 24) return "0_" + hex(bytes);
    const hash = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
    return `0_${hex(bytes.subarray(0, 16))}h${hash.toString(16).padStart(8, "0")}`;
  };

  // A key that sorts texts by code points: JavaScript compares the surrogates of those beyond U+FFFF.
  newsgen.orderKey = (text) => text.replace(/[\ud800-\udbff]/g, "\uffff$&");

  // The items with the most articles; equal ones in the order of their texts.
  newsgen.pickMost = (items, most) =>
    items
      .sort((one, other) => other.articles - one.articles || (newsgen.orderKey(one.form) < newsgen.orderKey(other.form) ? -1 : 1))
      .slice(0, most);

  // A form has `parts`, oldest first, each with the articles whose numbers are from `start` to before `end`. If these are
  // several, `years` are its articles of each year.
  const readForm = (bits, stem, stemBytes, shelf) => {
    const form = newsgen.Bits.text(bits.tail(stemBytes));
    const hasLevels = bits.bits(1) === 1;
    const placed = bits.bits(1) === 1;
    const name = `${newsgen.namePart(stem)}-${newsgen.namePart(form)}`;
    if (placed && bits.bits(1)) shelf.push({ file: "places/" + name, blocks: [] });
    const articles = bits.count() + 1;
    const parts = [];
    let start = 0;
    for (let older = bits.count(); older > 0; older--) {
      start += bits.count();
      parts.push({ start: start * unit, file: `${name}-${start}`, articles: bits.count() + 1 });
    }
    if (parts.length) start += bits.count();
    const years = parts.length ? bits.years() : [];
    const postings = bits.part(hasLevels);
    const shared = placed && shelf.at(-1);
    parts.push({ start: start * unit, postings, shared, place: shared && shared.blocks.push(postings.blocks) - 1 });
    parts.forEach((part, at) => (part.end = parts[at + 1]?.start ?? Infinity));
    return { stem, form, isName: stem[0] === "@", hasLevels, placed, articles, parts, years };
  };

  // The forms of each stem of a shard.
  const readShard = (bits) => {
    const stems = new Map();
    const shelf = [];
    let bytes = none;
    for (let stemsLeft = bits.count(); stemsLeft > 0; stemsLeft--) {
      bytes = bits.tail(bytes);
      const stem = newsgen.Bits.text(bytes);
      const more = bits.count();
      const forms = [];
      // The articles of each year with any form of a common stem.
      if (more) forms.years = bits.years();
      while (forms.length <= more) forms.push(readForm(bits, stem, bytes, shelf));
      stems.set(stem, forms);
    }
    return stems;
  };

  const inflate = (bits) => {
    const packed = new Response(bits.bytes(bits.bits(32))).body;
    return new Response(packed.pipeThrough(new DecompressionStream("deflate-raw"))).json();
  };

  const readTexts = async (bits) => {
    bits.bits(32);
    return new Map(await new Response(new Blob(newsgen.readBzip2(bits))).json());
  };

  const readCards = async (bits) => {
    const cards = await inflate(bits);
    // A blank in an address stands for the headline's slug.
    for (const card of cards) card[1] = card[1].replace(" ", card[2].toLowerCase().replace(/[^a-z\d]+/g, "-"));
    return new Map(cards.map(([place, ...card]) => [place, card]));
  };

  const readFirsts = (lines) => {
    let before = [];
    return lines.split("\n").map((line) => {
      before = [...before.slice(0, parseInt(line[0], 36)), ...line.slice(1)];
      return before.join("");
    });
  };

  class Index {
    #firsts;
    #keys;
    #folder;

    constructor(root, folder) {
      this.root = root;
      this.#folder = folder;
      this.#firsts = readFirsts(root.shards);
      this.#keys = this.#firsts.map(newsgen.orderKey);
      this.size = 0;
      // The first number of each year.
      this.years = root.years.map(([year, capacity]) => {
        this.size += capacity;
        return { year, start: this.size - capacity, end: this.size };
      });
    }

    #load(name, read) {
      return newsgen.loadFile(name, read, this.#folder);
    }

    yearOf(number) {
      return this.years.find(({ end }) => number < end);
    }

    // The index of the shard in which a stem would be.
    #placeOf(stem) {
      const key = newsgen.orderKey(stem);
      return this.#keys.findLastIndex((first) => first <= key);
    }

    #shardAt(place) {
      return this.#load("terms/" + newsgen.namePart(this.#firsts[place]), readShard);
    }

    shard(stem) {
      return this.#shardAt(this.#placeOf(stem));
    }

    // The shards, at most two, with stems that begin so; none if `isSure` and there are two or more.
    shardsFrom(beginning, isSure) {
      const first = this.#placeOf(beginning);
      const places = this.#firsts[first + 1]?.startsWith(beginning) ? [first, first + 1] : [first];
      return isSure && places[1] ? [] : Promise.all(places.map((place) => this.#shardAt(place)));
    }

    // All shards with stems that begin so.
    allShardsFrom(beginning) {
      const first = this.#placeOf(beginning);
      let end = first + 1;
      while (this.#firsts[end]?.startsWith(beginning)) end++;
      return Promise.all(Array.from({ length: end - first }, (_, at) => this.#shardAt(first + at)));
    }

    async forms(stem) {
      return (await this.shard(stem)).get(stem) ?? [];
    }

    // The numbers, levels and blocks of a form's part.
    async postings(form, part) {
      return part.postings ?? this.#load("parts/" + part.file, (bits) => bits.part(form.hasLevels));
    }

    // The positions in each article of a form's part.
    async places(form, part) {
      if (part.shared) {
        const { file, blocks } = part.shared;
        const all = await this.#load(file, (bits) => blocks.map((counts) => bits.places(counts)));
        return all[part.place];
      }
      const { blocks } = await this.postings(form, part);
      return this.#load("places/" + part.file, (bits) => bits.places(blocks));
    }

    // A result card: href, headline, date, section, language and excerpt.
    async card(number) {
      const cards = await this.#load("cards/" + Math.floor(number / cardsInFile), readCards);
      return cards.get(number % cardsInFile);
    }

    // An article's paragraphs and captions, one a line.
    async text(number) {
      const texts = await this.#load("texts/" + Math.floor(number / textsInFile), readTexts);
      return texts.get(number % textsInFile) ?? "";
    }

    // The number of the date for each number of a year: 0 if there is no article, the day of the year up to 366.
    dateCodes({ year, start, end }) {
      return this.#load("dates/" + year, (bits) => Array.from({ length: end - start }, () => bits.bits(9)));
    }
  }

  // The index of the archive in a folder, "" for this one.
  newsgen.openIndex = async (folder = "") => new Index(await newsgen.loadFile("root", undefined, folder), folder);
})();
