// What the Snowball stemmers beside this file stand on: a word, a cursor in it, and the moves of Snowball's language.
// The names are those of Snowball's own runtimes; its licence is in LICENSE. `_b` means backwards, from right to left.
(() => {
  const newsgen = (globalThis.newsgen ??= {});
  newsgen.stemmers ??= {};

  newsgen.Stemmer = class {
    // From {ending: outcome} or {ending: [outcome, name of the routine that must agree]}.
    static endings(outcomes) {
      const table = new Map(Object.entries(outcomes).map(([ending, outcome]) => [ending, [outcome].flat()]));
      table.longest = Math.max(...Array.from(table.keys(), (ending) => ending.length));
      return table;
    }

    stemWord(word) {
      this.current = word;
      this.cursor = this.bra = this.limit_backward = 0;
      this.limit = this.ket = word.length;
      this.stem();
      return this.current;
    }

    step(group, wanted) {
      if (this.cursor >= this.limit || group.includes(this.current[this.cursor]) !== wanted) return false;
      this.cursor++;
      return true;
    }

    step_b(group, wanted) {
      if (this.cursor <= this.limit_backward || group.includes(this.current[this.cursor - 1]) !== wanted) return false;
      this.cursor--;
      return true;
    }

    in_grouping(group) { return this.step(group, true); }
    out_grouping(group) { return this.step(group, false); }
    in_grouping_b(group) { return this.step_b(group, true); }
    out_grouping_b(group) { return this.step_b(group, false); }

    // As far as the group goes: whether the word goes on behind it.
    go_in_grouping(group) { while (this.step(group, true)); return this.cursor < this.limit; }
    go_out_grouping(group) { while (this.step(group, false)); return this.cursor < this.limit; }
    go_in_grouping_b(group) { while (this.step_b(group, true)); return this.cursor > this.limit_backward; }
    go_out_grouping_b(group) { while (this.step_b(group, false)); return this.cursor > this.limit_backward; }

    eq_s(text) {
      const end = this.cursor + text.length;
      if (end > this.limit || !this.current.startsWith(text, this.cursor)) return false;
      this.cursor = end;
      return true;
    }

    eq_s_b(text) {
      const start = this.cursor - text.length;
      if (start < this.limit_backward || !this.current.startsWith(text, start)) return false;
      this.cursor = start;
      return true;
    }

    // The outcome of the longest entry that stands here and whose routine agrees, or 0.
    find_among(table) {
      const start = this.cursor;
      for (let end = Math.min(start + table.longest, this.limit); end >= start; end--) {
        const found = table.get(this.current.slice(start, end));
        if (!found) continue;
        this.cursor = end;
        if (found.length < 2) return found[0];
        const agreed = this[found[1]]();
        this.cursor = end;
        if (agreed) return found[0];
      }
      return 0;
    }

    find_among_b(table) {
      const end = this.cursor;
      for (let start = Math.max(end - table.longest, this.limit_backward); start <= end; start++) {
        const found = table.get(this.current.slice(start, end));
        if (!found) continue;
        this.cursor = start;
        if (found.length < 2) return found[0];
        const agreed = this[found[1]]();
        this.cursor = start;
        if (agreed) return found[0];
      }
      return 0;
    }

    replace(start, end, text) {
      const growth = text.length - (end - start);
      this.current = this.current.slice(0, start) + text + this.current.slice(end);
      this.limit += growth;
      if (this.cursor >= end) this.cursor += growth;
      else if (this.cursor > start) this.cursor = start;
      return growth;
    }

    slice_from(text) {
      this.replace(this.bra, this.ket, text);
      this.ket = this.bra + text.length;
    }

    slice_del() { this.slice_from(""); }

    slice_to() { return this.current.slice(this.bra, this.ket); }

    insert(start, end, text) {
      const growth = this.replace(start, end, text);
      if (start <= this.bra) this.bra += growth;
      if (start <= this.ket) this.ket += growth;
    }
  };
})();
