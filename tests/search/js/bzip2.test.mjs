import assert from "node:assert/strict";
import test from "node:test";
import { pack, raw } from "./encode.mjs";
import { load } from "./load.mjs";

const newsgen = load("bits.js", "bzip2.js");

// Texts, and what Python's bz2 makes of them; the last one has two blocks.
const packed = [
  ["", "QlpoORdyRThQkAAAAAA="],
  ["tide", "QlpoOTFBWSZTWVViOiYAAAGBgAYgBAAgACGaaDNNMLxdyRThQkFViOiY"],
  ["a".repeat(300) + "b".repeat(4) + "c".repeat(3) + "d".repeat(5), "QlpoOTFBWSZTWRknY7MAAAPRAOAAACA8AAAIIAAhkMIQwIUYFelGSinH4u5IpwoSAyTsdmA="],
  ["Fähre, 渡し船\n".repeat(20), "QlpoOTFBWSZTWSbHjnwAACfV/QAQQAQBAAJAEAAgQACAJAAAYAgACUAgAFCmmRiYmIFKoIyaD01PpNieCbE4J8JyTBMk9kwTsmSYJgmSdkyT+LuSKcKEgTY8c+A="],
  ["ab".repeat(600_000), "QlpoOTFBWSZTWREfKpgDbuMBADAAIAAwgE1GioQiYVCETmKCskymshcfz5YCSfkCAGAAQABhAJqNIClKygKUri7kinChIFNjZfY="],
];

const unpack = (bytes) => Buffer.concat(newsgen.readBzip2(new newsgen.Bits(pack(raw(bytes))))).toString();

test("texts are unpacked as they were", () => {
  for (const [text, bytes] of packed) assert.equal(unpack(Buffer.from(bytes, "base64")), text);
});

test("a damaged file ends with an error", () => {
  const whole = Buffer.from(packed[3][1], "base64");
  assert.throws(() => unpack(whole.subarray(0, 60)), RangeError);
});
