// The passage of an article in which the words of a query stand.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const most = 180;
  const wordLength = 20;
  // Characters from which on a paragraph is rather text than a heading, which says less.
  const sentence = 60;
  const besideEach = 3;
  const cut = "…";

  // Characters beyond U+FFFF count as one.
  const lengthOf = (text) => (/[\ud800-\udbff]/.test(text) ? [...text].length : text.length);

  // For each mark, it and those behind it that fit into a passage: [words of the query, how many are side by side, marks].
  const windowsOf = (paragraph, marks) => {
    const between = (start, end) => lengthOf(paragraph.slice(start, end));
    return marks.map((mark, first) => {
      let last = first;
      while (last + 1 < marks.length && between(mark[0], marks[last + 1][1]) <= most) last++;
      const fitting = marks.slice(first, last + 1);
      const beside = fitting.filter((one, at) => {
        const before = fitting[at - 1];
        return before && one[2] === before[2] + 1 && one[0] - before[1] <= besideEach;
      });
      return [new Set(fitting.map(([, , word]) => word)).size, beside.length, fitting];
    });
  };

  // Where the passage around these letters begins and ends in a paragraph.
  const boundsOf = (text, first, last) => {
    if (text.length <= most) return [0, text.length];
    let start = Math.max(0, first - Math.floor(Math.max(0, most - (last - first)) / 3));
    let end = Math.max(last, Math.min(text.length, start + most));
    start = Math.min(start, Math.max(0, end - most));
    if (start) {
      const blank = text.indexOf(" ", start - 1);
      if (blank >= 0 && blank < Math.min(first, start + wordLength)) start = blank + 1;
    }
    if (end < text.length) {
      const blank = text.lastIndexOf(" ", end);
      if (blank >= Math.max(last, end - wordLength)) end = blank;
    }
    return [start, end];
  };

  // The passage with the most words of the query in pieces: [piece, whether it is marked]; none without a word.
  newsgen.findPassage = (text, language, query) => {
    let best;
    for (const paragraph of text.split("\n")) {
      const marks = newsgen.findMarks(paragraph, language, query);
      const isSentence = lengthOf(paragraph) >= sentence;
      for (const [words, beside, fitting] of windowsOf(paragraph, marks)) {
        if (best && (words - best.words || beside - best.beside || isSentence - best.isSentence) <= 0) continue;
        best = { words, beside, isSentence, fitting, paragraph, marks };
      }
    }
    if (!best) return [];
    const { paragraph, marks, fitting } = best;
    // Bounds are counted in characters, of which some take two units.
    const letters = [...paragraph];
    const isWide = letters.length < paragraph.length;
    const toLetters = (unit) => (isWide ? lengthOf(paragraph.slice(0, unit)) : unit);
    const toUnits = (letter) => (isWide ? letters.slice(0, letter).join("").length : letter);
    const view = { length: letters.length, indexOf: (sign, from) => letters.indexOf(sign, from) };
    view.lastIndexOf = (sign, from) => letters.lastIndexOf(sign, from);
    const [start, end] = boundsOf(view, toLetters(fitting[0][0]), toLetters(fitting.at(-1)[1])).map(toUnits);
    const inside = marks.filter((mark) => start <= mark[0] && mark[1] <= end);
    const pieces = newsgen.cutPieces(paragraph, start, end, inside);
    return [...(start ? [[cut, false]] : []), ...pieces, ...(end < paragraph.length ? [[cut, false]] : [])];
  };
})();
