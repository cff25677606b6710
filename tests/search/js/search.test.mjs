import assert from "node:assert/strict";
import test from "node:test";
import { openIndex } from "./encode.mjs";
import { load } from "./load.mjs";

const newsgen = load(
  ..."bits files index terms query conditions plan nearness ranking guesses counts marks".split(" ").map((name) => name + ".js"),
  ...["runtime", "en", "fr"].map((name) => `stemmers/${name}.js`),
);
const none = { section: "", author: "", tag: "", language: "", from: "", to: "", sort: "" };

// All results that a search yields; the last ones are final.
const search = async (index, text, { wanted = 10, ...settings } = {}) => {
  const query = newsgen.readQuery(text, index.root.languages);
  const plan = await newsgen.planSearch(index, query, { ...none, ...settings });
  const all = [];
  for await (const told of newsgen.search(index, plan, wanted, settings.sort === "date")) all.push(told);
  return all;
};
const numbersOf = (told) => told.at(-1).articles.map(({ number }) => number);

// An index of texts: an article's number is its index, and every word has positions.
const indexOf = (texts, more = {}) => {
  const found = new Map();
  texts.forEach((text, number) => {
    text.split(" ").forEach((form, place) => {
      const stem = newsgen.stemWord(form, "en");
      const key = `${stem} ${form}`;
      const articles = found.get(key) ?? new Map();
      found.set(key, articles.set(number, [...(articles.get(number) ?? []), place]));
    });
  });
  const names = Object.entries(more.names ?? {}).map(([stem, numbers]) => ({
    ...{ stem, form: stem, hasLevels: false, parts: [{ start: 0, blocks: [numbers.map((number) => [number, 0, []])] }] },
  }));
  const words = [...found].map(([key, articles]) => {
    const [stem, form] = key.split(" ");
    const block = [...articles].map(([number, places]) => [number, 3, places]);
    return { stem, form, places: true, parts: [{ start: 0, blocks: [block] }] };
  });
  const forms = [...names, ...words].sort((one, other) => (one.stem + " " + one.form < other.stem + " " + other.form ? -1 : 1));
  const years = more.years ?? [[2020, texts.length, texts.length]];
  return openIndex({ root: { articles: texts.length, years, ...more.root }, forms, dates: more.dates });
};

test("a query is words, phrases and exclusions", () => {
  const read = newsgen.readQuery('Flooded “tide mill” -ferry -"old wall" mill tide-mill ', ["en"]);
  assert.deepEqual(read.words.map(({ text, quoted }) => [text, quoted]), [["flooded", false], ["tide", true], ["mill", true]]);
  assert.deepEqual(read.phrases.map((phrase) => phrase.map(({ text }) => text)), [["tide", "mill"]]);
  assert.deepEqual(read.without.map((words) => words.map(({ text }) => text)), [["ferry"], ["old", "wall"]]);
  assert.equal(read.typed, undefined);
  assert.equal(newsgen.readQuery("tide mi", ["en"]).typed.text, "mi");
  assert.equal(newsgen.readQuery('tide "mi', ["en"]).typed, undefined);
  for (const nothing of ["", " ", '"', "-", '""', "…"]) assert.deepEqual(newsgen.readQuery(nothing, []).words, []);
});

test("of a query that is too long the beginning is searched for", async () => {
  const long = "a".repeat(100000) + '" ';
  const { words } = newsgen.readQuery(long, ["en"]);
  assert.deepEqual(words.map(({ text }) => text.length <= newsgen.mostLetters), [true]);
  const few = newsgen.readQuery("tide mill ".repeat(20000), ["en"]).words.map(({ text }) => text);
  assert.deepEqual(few, ["tide", "mill"]);
  const started = performance.now();
  await newsgen.prepareQuery({ root: { languages: ["en"] }, shard: async () => {}, shardsFrom: async () => {} }, long);
  assert.ok(performance.now() - started < 2000);
});

test("a word has a stem and a form in each language of the archive", () => {
  const { words } = newsgen.readQuery("chevaux ", ["en-GB", "fr"]);
  assert.deepEqual(words.map(({ stems, forms }) => [stems, forms]), [[["chevaux", "cheval"], ["chevaux"]]]);
});

test("filters are compared as names are", () => {
  const settings = { ...none, author: " Ada  O’Quill ", section: "Sea-Side", language: "en-GB" };
  assert.deepEqual(newsgen.filterStems(settings), ["@section:sea side", "@author:ada oquill", "@language:en-gb"]);
});

test("articles with more of the words come first, then those with the word itself, then newer ones", async () => {
  const { index } = await indexOf(["tide", "mill", "tide x x mill", "tides x mill", "tide", "x", "x", "x", "x", "x"]);
  const [first, last] = await search(index, "tide mill ");
  assert.deepEqual(first.articles.map(({ number }) => number), [2, 3, 4, 1, 0]);
  assert.deepEqual([last.found, last.whole, last.complete, last.isLast], [5, 2, true, true]);
  assert.deepEqual(numbersOf([last]), [2, 3, 4, 1, 0]);
});

test("the words of a phrase are adjacent, and a minus sign excludes what follows it", async () => {
  const texts = ["tide mill", "mill tide", "tide old mill", "tide mill ferry", "x", "x", "x", "x", "x", "x", "x", "x"];
  const { index } = await indexOf(texts);
  assert.deepEqual(numbersOf(await search(index, '"tide mill" ')), [3, 0]);
  assert.deepEqual(numbersOf(await search(index, '"tide mill" -ferries ')), [0]);
  assert.deepEqual(numbersOf(await search(index, 'mill -"tide mill" ')), [2, 1]);
  assert.deepEqual(numbersOf(await search(index, '"mill ferries" ')), []);
  assert.deepEqual(numbersOf(await search(index, "-ferry ")), []);
});

test("close words boost an article", async () => {
  const far = ["tide", ...new Array(40).fill("x"), "mill"].join(" ");
  const { index } = await indexOf(["tide mill", far, "x", "x", "x", "x", "x", "x", "x", "x"]);
  const told = await search(index, "tide mill ");
  assert.deepEqual(told.map(({ articles, isLast }) => [articles.map(({ number }) => number), isLast]), [[[1, 0], false], [[0, 1], true]]);
});

test("positions are only read if they can change the results or their order", async () => {
  const { index, asked } = await indexOf(["tide mill", "tide", "mill", "x", "x", "x", "x", "x", "x", "x"]);
  assert.deepEqual(numbersOf(await search(index, "tide mill ")), [0, 2, 1]);
  assert.deepEqual(numbersOf(await search(index, '"tide" ')), [1, 0]);
  assert.deepEqual(asked.filter((name) => name.startsWith("places/")), []);
});

test("what a search needs however the text goes on is loaded before it", async () => {
  const forms = ["far", "fer", "ferri", "tide"].map((stem) => ({ stem, form: stem, parts: [{ start: 0, blocks: [[[0, 0, []]]] }] }));
  const { index, asked } = await openIndex({ root: { articles: 1, years: [[2020, 1, 1]] }, firsts: ["", "fer", "ferri", "tide"], forms });
  const loads = async (text) => {
    const before = asked.length;
    await newsgen.prepareQuery(index, text);
    return asked.slice(before);
  };
  assert.deepEqual(await loads(""), []);
  assert.deepEqual(await loads("f"), []);
  assert.deepEqual(await loads('-"fer'), []);
  assert.deepEqual(await loads("fern"), ["terms/fer"]);
  assert.deepEqual(await loads("tid"), []);
  assert.deepEqual(await loads("tides"), ["terms/tide"]);
  assert.deepEqual(await loads('"far"'), ["terms/0_"]);
  assert.deepEqual(await loads("ferry t"), ["terms/ferri"]);
});

test("what is being typed is the beginning of words", async () => {
  const { index } = await indexOf(["harbour", "harvest", "hat", "x", "x", "x", "x"]);
  assert.deepEqual(numbersOf(await search(index, "har")), [1, 0]);
  assert.deepEqual(numbersOf(await search(index, "har ")), []);
});

test("filters work alone or with words, and years leave out undated articles", async () => {
  const names = { "@section:news": [0, 2, 3], "@section:sport": [1], "@tag:tide": [0, 3] };
  const more = { names, years: [[0, 1, 1], [2019, 1, 1], [2020, 2, 2]], root: { sections: [["news", "News"], ["sport", "Sport"]] } };
  const { index } = await indexOf(["tide", "tide", "tide mill", "mill"], more);
  assert.deepEqual(numbersOf(await search(index, "", { section: "News" })), [3, 2, 0]);
  assert.deepEqual(numbersOf(await search(index, "mill ", { section: "NEWS", tag: "Tide" })), [3]);
  assert.deepEqual(numbersOf(await search(index, "tide ", { from: "2019", to: "2019" })), [1]);
  assert.deepEqual(numbersOf(await search(index, "", { to: "2020" })), [3, 2, 1]);
  assert.deepEqual(numbersOf(await search(index, "", { section: "Nothing" })), []);
});

test("by date, the newest day comes first, and only the days of years that are shown are loaded", async () => {
  const years = [[2018, 2, 2], [2019, 2, 2], [2020, 2, 2]];
  const { index, asked } = await indexOf(new Array(6).fill("tide"), { years, dates: { 2019: [9, 8], 2020: [7, 200] } });
  assert.deepEqual(numbersOf(await search(index, "tide ", { sort: "date", wanted: 3 })), [5, 4, 2]);
  assert.deepEqual(asked.filter((name) => name.startsWith("dates/")).sort(), ["dates/2019", "dates/2020"]);
});

test("the years of a common word are known without its older parts", async () => {
  const numbers = (...found) => [found.map((number) => [number, 1, []])];
  const forms = [
    { stem: "flood", form: "flood", years: [3, 1], parts: [{ start: 0, blocks: numbers(1, 2, 3) }, { start: 20, blocks: numbers(20480) }] },
    { stem: "flood", form: "floods", parts: [{ start: 0, blocks: numbers(3, 4) }] },
  ];
  const root = { articles: 5, years: [[1998, 20000, 4], [1999, 1000, 1]] };
  const { index, asked } = await openIndex({ forms, stemYears: { flood: [4, 1] }, root });
  const ask = (text) => newsgen.countByYear(index, newsgen.readQuery(text, ["en"]), none);
  assert.deepEqual(await ask("flood "), [[1998, 4], [1999, 1]]);
  assert.deepEqual(await ask('"flood"'), [[1998, 3], [1999, 1]]);
  assert.deepEqual(asked.filter((name) => name.startsWith("parts/")), []);
});

test("what reads many older parts is not counted before it is asked for, and about how much it loads is told", async () => {
  const word = (stem) => {
    const parts = Array.from({ length: 14 }, (_, at) => ({ start: at, blocks: [[[at * 1024, 1, []], [at * 1024 + 1, 1, []]]] }));
    return { stem, form: stem, parts };
  };
  const root = { articles: 14336, years: [[1998, 7168, 7168], [1999, 7168, 7168]] };
  const { index, asked } = await openIndex({ root, forms: [word("mill"), word("tide")] });
  const query = newsgen.readQuery("tide mill ", ["en"]);
  assert.deepEqual(await newsgen.countByYear(index, query, none), []);
  // Two of 1,024 articles take 9 bits and 3 more, each.
  assert.equal(await newsgen.sizeOfCounting(index, query, none), 2 * 13 * ((2 * 12) / 8));
  assert.equal(await newsgen.sizeOfCounting(index, newsgen.readQuery('"tide mill" ', ["en"]), none), 3 * 2 * 13 * ((2 * 12) / 8));
  assert.deepEqual(asked.filter((name) => name.startsWith("parts/")), []);
  assert.deepEqual(await newsgen.countByYear(index, query, none, Infinity), [[1998, 14], [1999, 14]]);
  assert.equal(await newsgen.sizeOfCounting(index, newsgen.readQuery("tide ", ["en"]), none), 0);
});

test("older parts are read only if they can change the first results", async () => {
  const parts = [
    { start: 0, blocks: [[[5, 7, []], [6, 7, []]]] },
    { start: 10, blocks: [[[10240, 7, []], [10241, 7, []], [10242, 1, []]]] },
  ];
  const root = { articles: 20000, years: [[2020, 20000, 20000]] };
  const { index, asked } = await openIndex({ root, forms: [{ stem: "tide", form: "tide", parts }] });
  assert.deepEqual(numbersOf(await search(index, "tide ", { wanted: 2 })), [10241, 10240]);
  assert.deepEqual(asked, ["root", "terms/0_"]);
  const told = await search(index, "tide ", { wanted: 3 });
  assert.deepEqual(told.map(({ isLast, complete }) => [isLast, complete]), [[false, false], [true, true]]);
  assert.deepEqual(numbersOf(told), [10241, 10240, 6]);
  assert.deepEqual(asked.slice(2), ["parts/tide-tide-0"]);
});

test("a common word selects nothing beside a rarer one", async () => {
  const texts = (says) => ["say flood", ...Array(says - 1).fill("say"), "flood", ...Array(1000).fill("x")];
  const { index } = await indexOf(texts(1001));
  assert.deepEqual(numbersOf(await search(index, "say flood ")), [0, 1001]);
  assert.deepEqual(numbersOf(await search(index, "say ", { wanted: 2 })).slice(0, 2), [1000, 999]);
  const { index: small } = await indexOf(texts(1000));
  assert.deepEqual(numbersOf(await search(small, "say flood ", { wanted: 3 })).slice(0, 3), [0, 1000, 999]);
});

test("similar words are suggested for one that no article has", async () => {
  const { index } = await indexOf(["ferry", "ferry", "ferrow", "x"]);
  const query = newsgen.readQuery("ferrry ", ["en"]);
  const plan = await newsgen.planSearch(index, query, none);
  assert.deepEqual(await newsgen.guessQuery(index, plan), [["ferrry", ["ferry", "ferrow"]]]);
});

test("names are completed", async () => {
  const { index } = await indexOf(["x", "x"], { names: { "@author:ada quill": [0, 1], "@author:adam": [0], "@tag:ada": [1] } });
  assert.deepEqual(await newsgen.findNames(index, "author", "Ada"), ["@author:ada quill", "@author:adam"]);
});

test("the words of the query are marked in all their forms", () => {
  const marked = (text, typed, language = "en") =>
    newsgen.markText(text, language, newsgen.readQuery(typed, ["en", "ja"])).map(([piece, isMarked]) => (isMarked ? `[${piece}]` : piece)).join("");
  assert.equal(marked("Floods: the flood’s <b>flooded</b> plain", "flood "), "[Floods]: the [flood’s] <b>[flooded]</b> plain");
  assert.equal(marked("Floods and flood", '"flood"'), "Floods and [flood]");
  assert.equal(marked("A harbour, Harbours", "harb"), "A [harbour], [Harbours]");
  assert.equal(marked("東京都の灯籠", "京都", "ja"), "東[京都]の灯籠");
  assert.equal(marked("", "x"), "");
});
