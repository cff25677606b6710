// Marks the words of the query in a text.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const anyWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;

  // Which word of the query a word of a text is; -1 if it is none.
  const wordOf = (found, language, query) => {
    const form = newsgen.foldLetters(found, language);
    const stem = newsgen.stemWord(found, language);
    return query.words.findIndex(
      (word) =>
        word.forms.includes(form) ||
        word.beginnings.some(([beginning]) => form.startsWith(beginning)) ||
        (!word.quoted && word.stems.includes(stem)) ||
        (word === query.typed && word.forms.some((beginning) => form.startsWith(beginning))),
    );
  };

  // Where the words are in a run of letters: all of it, or the tokens of a language that writes no spaces.
  const spansIn = (run, language, query) => {
    const words = newsgen.findWords(run, language);
    const isRun = words.length > 1 && !/['’]/.test(run);
    const found = words.map((text) => [text, wordOf(text, language, query)]).filter(([, word]) => word >= 0);
    if (!isRun) return found.length ? [[0, run.length, found[0][1]]] : [];
    const spans = new Map();
    for (const [text, word] of found) {
      for (const { index } of run.matchAll(new RegExp(text, "giu"))) spans.set(`${index} ${word}`, [index, index + text.length, word]);
    }
    return [...spans.values()];
  };

  // Where the query's words are in a text, in its order: [start, end, which word].
  newsgen.findMarks = (text, language, query) =>
    [...text.matchAll(anyWord)]
      .flatMap(({ 0: run, index }) =>
        spansIn(run, language, query).map(([start, end, word]) => [index + start, index + end, word]),
      )
      .sort((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2]);

  // A part of a text in pieces, given the marks in it: [piece, whether it is marked].
  newsgen.cutPieces = (text, from, to, marks) => {
    const marked = new Uint8Array(text.length);
    for (const [start, end] of marks) marked.fill(1, start, end);
    const pieces = [];
    let start = from;
    for (let end = from + 1; end <= to; end++) {
      if (end < to && marked[end] === marked[start]) continue;
      pieces.push([text.slice(start, end), marked[start] === 1]);
      start = end;
    }
    return pieces;
  };

  newsgen.markText = (text, language, query) =>
    newsgen.cutPieces(text, 0, text.length, newsgen.findMarks(text, language, query));
})();
