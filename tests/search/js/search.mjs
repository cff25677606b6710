// Searches the index in the folder that is the first argument with the browser's own scripts: answers lines of JSON,
// {query, settings, wanted, typing}, with one line each. The other arguments are the stemmers to load.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { runInThisContext } from "node:vm";
import { load } from "./load.mjs";

const [folder, ...languages] = process.argv.slice(2);
const scripts = ["bits", "files", "bzip2", "index", "terms", "query", "conditions", "plan", "nearness", "ranking", "guesses", "counts", "marks", "passages", "elements", "overtime"];
const newsgen = load(
  ...scripts.map((name) => `${name}.js`),
  "stemmers/runtime.js",
  ...languages.map((code) => `stemmers/${code}.js`),
);

// The smallest parts of these indexes hold one article.
newsgen.partsCounted = Infinity;
newsgen.runScript = async (path) => {
  const bytes = readFileSync(join(folder, "search", `${path}.js`));
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  runInThisContext(isWide ? bytes.toString("utf16le", 2) : bytes.toString("utf8"), path);
};

const answer = async ({ query, settings, wanted, typing }) => {
  const index = await newsgen.openIndex();
  // Only a word that nothing follows is still being typed.
  const read = newsgen.readQuery(typing ? query : query + " ", index.root.languages);
  const plan = await newsgen.planSearch(index, read, settings);
  let last;
  for await (const told of newsgen.search(index, plan, wanted, settings.sort === "date")) last = told;
  const guesses = await newsgen.guessQuery(index, plan);
  return {
    found: last.complete ? last.found : null,
    articles: last.articles.slice(0, wanted).map(({ number, weight }) => [number, weight]),
    guesses: guesses.map(([, offered]) => offered),
    passages: await Promise.all(
      last.articles.slice(0, wanted).map(async ({ number }) => {
        const [, headline, , , language] = await index.card(number);
        return [newsgen.markText(headline, language, read), newsgen.findPassage(await index.text(number), language, read)];
      }),
    ),
    overTime: await newsgen.countOverTime(index, [query]),
    years: await newsgen.countByYear(index, read, settings),
    names: await Promise.all(["section", "author"].map((kind) => newsgen.countByName(index, read, settings, kind))),
    rewritten: await newsgen.rewriteQuery(index, plan, query, guesses),
  };
};

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(JSON.parse(line))));
}
