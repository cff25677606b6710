// Decodes the codes of the index's files (docs/format/search.md, "Codes") from characters, of which two hold 31 bits.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const first = 0x2030;
  const characters = 46341;
  const utf8 = new TextDecoder();
  const steps = [0, 1, 2, -1, 3, -2, 4, -3, 5, -4, 6, -5, 7, -6, -7];
  const levelOrders = Array.from({ length: 8 }, (_, commonest) =>
    steps.map((step) => commonest + step).filter((level) => level >= 0 && level < 8),
  );

  newsgen.Bits = class {
    #signs;
    // Index of the next half of a pair: 15 bits, then 16.
    #at = 0;
    // Bits taken from the characters and not yet read: the lowest `left` of `held`.
    #held = 0;
    #left = 0;

    constructor(signs) {
      this.#signs = signs;
    }

    // Takes bits until there are at least 16; there are never more than 31. Behind the end there are zeros, but not
    // without limit: a file in the browser's cache may be of an older build.
    #fill() {
      if (this.#at > this.#signs.length + 3) throw new RangeError();
      while (this.#left < 16) {
        const isLow = this.#at & 1;
        const high = this.#signs.charCodeAt(this.#at - isLow) - first;
        const value = high * characters + this.#signs.charCodeAt(this.#at - isLow + 1) - first;
        this.#held = isLow ? (this.#held << 16) | (value & 65535) : (this.#held << 15) | (value >>> 16);
        this.#left += 15 + isLow;
        this.#at++;
      }
    }

    // A number in `wide` bits, at most 32.
    bits(wide) {
      if (wide > 16) {
        const high = this.bits(wide - 16);
        return high * 65536 + this.bits(16);
      }
      if (this.#left < wide) this.#fill();
      this.#left -= wide;
      const value = this.#held >>> this.#left;
      this.#held &= (1 << this.#left) - 1;
      return value;
    }

    // The number of equal bits before the next different one, which is read too unless there are `most`.
    #run(bit, most = Infinity) {
      let found = 0;
      for (;;) {
        this.#fill();
        const top = this.#held << (32 - this.#left);
        const here = Math.min(Math.clz32(bit ? ~top : top), this.#left, most - found);
        found += here;
        const isEnd = here < this.#left;
        this.#left -= here + (isEnd && found < most ? 1 : 0);
        this.#held &= (1 << this.#left) - 1;
        if (isEnd || found === most) return found;
      }
    }

    count() {
      const zeros = this.#run(0);
      return 2 ** zeros + this.bits(zeros) - 1;
    }

    far() {
      return this.count() * 4096 + this.bits(12);
    }

    rice(k) {
      const high = this.#run(1);
      return high * 2 ** k + this.bits(k);
    }

    bytes(count) {
      return new Uint8Array(count).map(() => this.bits(8));
    }

    // The bytes of a text that begins with bytes of another.
    tail(before) {
      const shared = this.count();
      return Uint8Array.from([...before.subarray(0, shared), ...this.bytes(this.count())]);
    }

    // The articles of a part: their numbers, their levels, and the length of each block.
    part(hasLevels) {
      const numbers = [];
      const levels = [];
      const blocks = [];
      let last = -1;
      for (let block = this.count(); block >= 0; block--) {
        last += this.far() + 1;
        const articles = this.count() + 1;
        const k = articles > 1 ? this.bits(5) : 0;
        const commonest = hasLevels ? this.bits(3) : 0;
        const order = levelOrders[commonest];
        for (let article = 0; article < articles; article++) {
          if (article) last += this.rice(k) + 1;
          numbers.push(last);
          if (hasLevels) levels.push(articles > 1 ? order[this.#run(1, 7)] : commonest);
        }
        blocks.push(articles);
      }
      return { numbers, levels, blocks };
    }

    // The articles of each year, as far as there are any.
    years() {
      const years = this.count();
      const k = years ? this.bits(5) : 0;
      return Array.from({ length: years }, () => this.rice(k));
    }

    // The positions in each article of a part with these blocks.
    places(blocks) {
      const places = [];
      for (const articles of blocks) {
        const k = this.bits(4);
        for (let article = 0; article < articles; article++) {
          const found = [];
          let place = -1;
          for (let more = this.count(); more >= 0; more--) found.push((place += this.rice(k) + 1));
          places.push(found);
        }
      }
      return places;
    }

    static text(bytes) {
      return utf8.decode(bytes);
    }
  };
})();
