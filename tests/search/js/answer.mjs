// Answers lines of JSON, [function, ...arguments], with one line each. The languages to load are the arguments.
import { createInterface } from "node:readline";
import { load } from "./load.mjs";

const newsgen = load("terms.js", "overtime.js", "stemmers/runtime.js", ...process.argv.slice(2).map((code) => `stemmers/${code}.js`));
for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...values] = JSON.parse(line);
  console.log(JSON.stringify(newsgen[name](...values)));
}
