import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

test("without a stemmer's script, terms are words without accents", () => {
  const newsgen = load("terms.js");
  assert.deepEqual(newsgen.findTerms("Les chevaux de l’Élysée", "fr"), ["les", "chevaux", "de", "elysee"]);
});

test("a stemmer's script registers itself, before or after the terms", () => {
  const newsgen = load("stemmers/runtime.js", "stemmers/fr.js", "terms.js", "stemmers/en.js");
  assert.deepEqual(newsgen.findTerms("Les chevaux de l’Élysée", "fr-CA"), ["le", "cheval", "de", "elys"]);
  assert.deepEqual(newsgen.findTerms("Running ferries", "en-GB"), ["run", "ferri"]);
  assert.deepEqual(Object.keys(newsgen.stemmers).sort(), ["en", "fr"]);
});

test("words come before their stems", () => {
  const newsgen = load("terms.js", "stemmers/runtime.js", "stemmers/no.js");
  assert.deepEqual(newsgen.findWords("Don’t run: ＦＥＲＲＩＥＳ"), ["dont", "run", "ferries"]);
  assert.deepEqual(newsgen.findWords("IRAK'ta", "tr"), ["ırak"]);
  assert.equal(newsgen.stemWord("båtene", "nb"), "båt");
  assert.equal(newsgen.stemWord("båtene", "nn-NO"), "båt");
  assert.equal(newsgen.stemWord("", "no"), "");
});

test("the scripts define one global name only", () => {
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  load("stemmers/runtime.js", "stemmers/de.js", "terms.js");
  const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
  assert.deepEqual(added, []);
});

test("an empty text has no terms", () => {
  assert.deepEqual(load("terms.js").findTerms("", ""), []);
  assert.deepEqual(load("terms.js").findTerms(" –'’_ \u0301", "en"), []);
});
