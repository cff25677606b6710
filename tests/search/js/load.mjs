// Loads the scripts of search as a page does: classic scripts in one global scope, one after another.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const browser = new URL("../../../newsgen/search/browser/", import.meta.url);

export const load = (...names) => {
  for (const name of names) runInThisContext(readFileSync(new URL(name, browser), "utf8"), name);
  const { newsgen } = globalThis;
  // The terms of a text in the index; the page itself takes a query's words one by one.
  newsgen.findTerms = (text, language) =>
    newsgen.findWords(text, language).map((word) => newsgen.stemWord(word, language));
  return newsgen;
};
