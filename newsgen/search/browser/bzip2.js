// Unpacks bzip2, in which texts take a sixth less than in what browsers unpack themselves. Burrows and Wheeler (1994)
// describe the method, and docs/format/search.md says where the format is described.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const blockMark = 0x314159;
  const symbolsInGroup = 50;
  const longestCode = 20;
  const longestBlock = 900_000;

  // A canonical Huffman code: how many codes there are of each length, the shortest length, and their symbols in order.
  const readCode = (bits, symbols) => {
    let length = bits.bits(5);
    const lengths = Array.from({ length: symbols }, () => {
      while (bits.bits(1)) length += bits.bits(1) ? -1 : 1;
      return length;
    });
    const order = lengths.map((_, symbol) => symbol).sort((one, other) => lengths[one] - lengths[other] || one - other);
    const counts = Array.from({ length: longestCode + 1 }, (_, asked) => lengths.filter((each) => each === asked).length);
    return { order, counts, shortest: lengths[order[0]] };
  };

  const readSymbol = (bits, { order, counts, shortest }) => {
    let code = bits.bits(shortest);
    let first = 0;
    let before = 0;
    for (let length = shortest; length <= longestCode; length++) {
      if (code - first < counts[length]) return order[before + code - first];
      before += counts[length];
      first = (first + counts[length]) * 2;
      code = code * 2 + bits.bits(1);
    }
    throw new RangeError();
  };

  // The item at an index, which moves to the front.
  const pull = (items, at) => {
    const [item] = items.splice(at, 1);
    items.unshift(item);
    return item;
  };

  // The bytes of a block as they are sorted.
  const readSorted = (bits) => {
    const bytes = [];
    const [groups, used] = [bits.bits(16), []];
    for (let group = 0; group < 16; group++) {
      const members = (groups >> (15 - group)) & 1 ? bits.bits(16) : 0;
      for (let at = 0; at < 16; at++) if ((members >> (15 - at)) & 1) used.push(16 * group + at);
    }
    const kinds = Array.from({ length: bits.bits(3) }, (_, kind) => kind);
    const readChoice = () => {
      let at = 0;
      while (bits.bits(1)) at++;
      return pull(kinds, at);
    };
    const count = kinds.length;
    const choices = Array.from({ length: bits.bits(15) }, readChoice);
    const end = used.length + 1;
    const codes = Array.from({ length: count }, () => readCode(bits, end + 1));
    let [run, weight] = [0, 1];
    for (let at = 0; ; at++) {
      const symbol = readSymbol(bits, codes[choices[Math.floor(at / symbolsInGroup)]]);
      if (symbol < 2) {
        run += weight << symbol;
        weight *= 2;
        if (run > longestBlock) throw new RangeError();
        continue;
      }
      for (; run; run--) bytes.push(used[0]);
      if (symbol === end) return bytes;
      weight = 1;
      bytes.push(pull(used, symbol - 1));
    }
  };

  // The bytes in their own order, given the index of the first: each is followed by the one that it was sorted by.
  const unsort = (sorted, origin) => {
    const starts = new Uint32Array(257);
    for (const byte of sorted) starts[byte + 1]++;
    for (let byte = 0; byte < 256; byte++) starts[byte + 1] += starts[byte];
    const next = new Uint32Array(sorted.length);
    sorted.forEach((byte, at) => (next[starts[byte]++] = at));
    let at = origin;
    return sorted.map(() => sorted[(at = next[at])]);
  };

  // Behind four equal bytes stands how many more of them there are.
  const repeat = (bytes) => {
    const repeated = [];
    let equal = 0;
    for (const byte of bytes) {
      if (equal === 4) {
        for (let more = byte; more; more--) repeated.push(repeated.at(-1));
        equal = 0;
        continue;
      }
      equal = equal && byte === repeated.at(-1) ? equal + 1 : 1;
      repeated.push(byte);
    }
    return Uint8Array.from(repeated);
  };

  // The blocks of bytes that were packed.
  newsgen.readBzip2 = (bits) => {
    const blocks = [];
    // The signature, then each block with its mark and checksum; another mark ends them.
    for (bits.bits(32); bits.bits(24) === blockMark; ) {
      bits.bits(24);
      bits.bits(32);
      if (bits.bits(1)) throw new RangeError();
      const origin = bits.bits(24);
      blocks.push(repeat(unsort(readSorted(bits), origin)));
    }
    return blocks;
  };
})();
