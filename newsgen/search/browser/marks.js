// Marks the words of the query in a text.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const anyWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;

  const isMeant = (found, language, query) => {
    const form = newsgen.foldLetters(found, language);
    const stem = newsgen.stemWord(found, language);
    return query.words.some(
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
    if (!isRun) return words.some((word) => isMeant(word, language, query)) ? [[0, run.length]] : [];
    return words
      .filter((word) => isMeant(word, language, query))
      .flatMap((word) => [...run.matchAll(word)].map(({ index }) => [index, index + word.length]));
  };

  // The text in pieces: [piece, whether it is marked].
  newsgen.markText = (text, language, query) => {
    const marked = new Uint8Array(text.length);
    for (const { 0: run, index } of text.matchAll(anyWord)) {
      for (const [start, end] of spansIn(run, language, query)) marked.fill(1, index + start, index + end);
    }
    const pieces = [];
    let start = 0;
    for (let end = 1; end <= text.length; end++) {
      if (end < text.length && marked[end] === marked[start]) continue;
      pieces.push([text.slice(start, end), marked[start] === 1]);
      start = end;
    }
    return pieces;
  };
})();
