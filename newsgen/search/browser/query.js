// Parses what was typed and chosen: the words of a query, and the stems of the filters.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const piece = /(-?)["“”„](.*?)(?:["“”„](?![\p{L}\p{N}_])|$)|(-?)(\S+)/gsu;

  // The words of a text, each with its stems and forms in the archive's languages.
  const wordsOf = (text, languages) => {
    const cuts = languages.map((language) => ({ language, words: newsgen.findWords(text, language) }));
    const most = Math.max(...cuts.map(({ words }) => words.length));
    const counting = cuts.filter(({ words }) => words.length === most);
    return Array.from({ length: most }, (_, place) => {
      const filed = counting.map(({ language, words }) => [
        newsgen.stemWord(words[place], language),
        newsgen.foldLetters(words[place], language),
      ]);
      const [stems, forms] = [0, 1].map((part) => [...new Set(filed.map((pair) => pair[part]))]);
      return { text: counting[0].words[place], stems, forms, key: [...new Set(filed.map(String))].join() };
    });
  };

  // The query's words, each once; phrases; exclusions, as lists of words; and the word that is being typed.
  newsgen.readQuery = (text, languages) => {
    const query = { words: [], phrases: [], without: [], typed: undefined };
    const known = languages.length ? languages : [""];
    const put = (word, quoted) => {
      const same = query.words.find(({ key }) => key === word.key);
      if (!same) query.words.push(Object.assign(word, { quoted }));
      return same ?? word;
    };
    let last;
    for (const [, noPhrase, phrase, noWord, word] of text.matchAll(piece)) {
      const words = (phrase ?? word).split(/\s+/u).flatMap((text) => wordsOf(text, known));
      last = undefined;
      if (!words.length) continue;
      if (noPhrase || noWord) query.without.push(words.map((one) => ({ ...one, quoted: phrase !== undefined })));
      else if (phrase !== undefined) query.phrases.push(words.map((one) => put(one, true)));
      else words.forEach((one) => (last = put(one, false)));
    }
    if (!/\s$/u.test(text)) query.typed = last;
    return query;
  };

  // Loads what a search needs however the text goes on: the shards of whole words, and that of the last one as soon as
  // all words that begin so are in one.
  newsgen.prepareQuery = (index, text) => {
    const last = text.search(/[^\s"“”„]*$/u);
    const [whole, begun] = [text.slice(0, last), text.slice(last)].map((part) => wordsOf(part, index.root.languages));
    return Promise.allSettled([
      ...whole.flatMap(({ stems }) => stems.map((stem) => index.shard(stem))),
      ...begun.flatMap(({ forms }) => forms.map((form) => index.shardsFrom(form, true))),
    ]);
  };

  // A name as it is compared: without case, quotation marks, and what joins its words.
  newsgen.nameKey = (name) => {
    const folded = name.normalize("NFKC").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
    return folded.replace(/['’‘`´"“”]/g, "").replace(/[\s_‐-―-]+/g, " ").trim() || folded;
  };

  // The stems of the chosen filters: all that a form holds but the query, the order and the years.
  newsgen.filterStems = ({ q, sort, from, to, ...names }) =>
    Object.entries(names)
      .filter(([, name]) => name)
      .map(([kind, name]) => `@${kind}:${kind === "language" ? name.toLowerCase() : newsgen.nameKey(name)}`);
})();
