// Parses what was typed and chosen: the words and conditions of a query, and the stems of the filters.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const piece =
    /(-?)(?:(headline|author|date):(?=\S))?(?:["“”„](.*?)(?:["“”„](?![\p{L}\p{N}_])|$)|(\S+))/gisu;
  const dateForm = /^\p{Nd}{4}(?:-\p{Nd}{1,2}){0,2}$/u;
  const leastLetters = 3;
  // A query may come in an address that somebody else made: what is behind so many letters is not searched for.
  newsgen.mostLetters = 1000;
  const unique = (items) => [...new Set(items)];

  const keyOf = ({ stems, forms, beginnings, years }) => JSON.stringify([stems, forms, beginnings, years]);
  const makeWord = (values) => {
    const word = { stems: [], forms: [], beginnings: [], years: [], quoted: false, text: "", ...values };
    return { ...word, key: keyOf(word) };
  };

  // The words of a text without blanks, each with its stems and forms in the archive's languages.
  newsgen.divideWords = (text, languages, quoted = false) => {
    const cuts = languages.map((language) => ({ language, words: newsgen.findWords(text, language) }));
    const most = Math.max(...cuts.map(({ words }) => words.length));
    const counting = cuts.filter(({ words }) => words.length === most);
    return Array.from({ length: most }, (_, place) => {
      const stems = unique(counting.map(({ language, words }) => newsgen.stemWord(words[place], language)));
      const forms = unique(counting.map(({ language, words }) => newsgen.foldLetters(words[place], language)));
      return makeWord({ stems, forms, quoted, text: counting[0].words[place] });
    });
  };

  // The date that a text is, in any digits: {year, month, day}, with 0 for what it lacks; undefined if there is none.
  const readDate = (text) => {
    if (!dateForm.test(text)) return undefined;
    const [year, month, day] = newsgen.findWords(text, "").map(Number);
    const isMonth = month === undefined || (month >= 1 && month <= 12);
    const isDay = day === undefined || (day >= 1 && day <= newsgen.daysOfMonth(year, month));
    return year && isMonth && isDay ? { year, month: month ?? 0, day: day ?? 0 } : undefined;
  };

  const wordsOfPiece = (text, { field, quoted }, languages) =>
    text.split(/\s+/u).flatMap((part) => {
      const words = newsgen.divideWords(part, languages, quoted);
      const last = words.at(-1);
      if (last && part.endsWith("*") && [...last.forms[0]].length >= leastLetters) {
        const beginnings = last.forms.flatMap((form) => last.stems.map((stem) => [form, stem]));
        return [...words.slice(0, -1), makeWord({ beginnings, quoted })];
      }
      const asked = !quoted && !field && words.length === 1 && readDate(part);
      return asked && !asked.month ? [makeWord({ ...last, years: [asked.year] })] : words;
    });

  const asPhrase = (words) => words.map((word) => makeWord({ ...word, quoted: true, years: [] }));

  // What a piece asks for: {words, inHeadline}, {names, begins} or {date}; undefined if nothing is left of it.
  const readTerm = (asked, languages) => {
    const { field, text, quoted, isTyped } = asked;
    if (!quoted || field === "date") {
      const date = readDate(text);
      if (date && (field === "date" || (!field && date.month))) return { ...asked, date };
    }
    if (field === "author") {
      const names = newsgen.nameWords(text);
      return names.length ? { ...asked, names, begins: text.endsWith("*") || (isTyped && !quoted) } : undefined;
    }
    let words = wordsOfPiece(text, asked, languages);
    if (!words.length) return undefined;
    const isWhole = quoted || field !== "";
    if ((isWhole || asked.isExcluded) && words.length > 1) words = asPhrase(words);
    return { ...asked, words, inHeadline: field === "headline", isPlain: !isWhole && !asked.isExcluded };
  };

  const isOr = ({ text, field, quoted, isExcluded }) => text === "OR" && !(field || quoted || isExcluded);

  // The terms in groups: those between which OR stands are one group.
  const groupTerms = (terms) => {
    const joins = terms.map((term, at) => {
      const beside = [terms[at - 1], terms[at + 1]];
      return isOr(term) && beside.every((one) => one && !one.isExcluded && !isOr(one));
    });
    const groups = [];
    terms.forEach((term, at) => {
      if (joins[at]) return;
      const isOther = joins[at - 1] || joins[at + 1];
      const isPhrase = isOther && term.words?.length > 1;
      const made = isPhrase ? { ...term, words: asPhrase(term.words), isPlain: false } : term;
      if (joins[at - 1]) groups.at(-1).push(made);
      else groups.push([made]);
    });
    return groups;
  };

  // The words by which a group is found and ranked: alternatives are one word. None with an author or a date among them.
  const wordsOfGroup = (group) => {
    if (!group.every(({ words }) => words)) return [];
    const words = group.flatMap((term) => term.words);
    if (group.length === 1) return words;
    const all = (name) => words.flatMap((word) => word[name]);
    return [
      makeWord({
        stems: unique(all("stems")),
        forms: unique(all("forms")),
        beginnings: unique(all("beginnings").map(String)).map((pair) => pair.split(",")),
        years: unique(all("years")),
        quoted: words.every(({ quoted }) => quoted),
      }),
    ];
  };

  // The query's words, each once; phrases; exclusions, as lists of words; further conditions, of which each group needs
  // one, and those that exclude; and the word that is being typed.
  newsgen.readQuery = (text, languages) => {
    const query = { words: [], phrases: [], without: [], required: [], barred: [], typed: undefined };
    const known = languages.length ? languages : [""];
    text = text.slice(0, newsgen.mostLetters);
    const pieces = [...text.matchAll(piece)].map(({ 0: all, 1: minus, 2: field, 3: phrase, 4: words, index }) => ({
      field: (field ?? "").toLowerCase(),
      text: phrase ?? words,
      quoted: phrase !== undefined,
      isExcluded: minus === "-",
      isTyped: index + all.length === text.length,
    }));
    const terms = pieces.map((asked) => readTerm(asked, known)).filter(Boolean);
    const groups = groupTerms(terms);
    const put = (word) => {
      const same = query.words.find(({ key }) => key === word.key);
      if (!same) query.words.push(word);
      return same ?? word;
    };
    for (const group of groups) {
      const [term] = group;
      const isText = term.words && !term.inHeadline;
      if (term.isExcluded) {
        if (isText) query.without.push(term.words);
        else query.barred.push(term);
        continue;
      }
      const words = wordsOfGroup(group).map(put);
      if (group.length > 1 || !isText) {
        if (!group.every(({ isPlain }) => isPlain)) query.required.push(group);
      } else if (!term.isPlain) query.phrases.push(words);
    }
    const last = groups.at(-1);
    if (last?.length === 1 && last[0].isPlain && last[0].isTyped) {
      const { key, beginnings } = last[0].words.at(-1);
      if (!beginnings.length) query.typed = query.words.find((word) => word.key === key);
    }
    return query;
  };

  // Loads what a search needs however the text goes on: the shards of whole words, and that of the last one as soon as
  // all words that begin so are in one.
  newsgen.prepareQuery = (index, text) => {
    const asked = text.slice(0, newsgen.mostLetters);
    const last = asked.search(/[^\s"“”„]*$/u);
    const [whole, begun] = [asked.slice(0, last), asked.slice(last)].map((part) =>
      part.split(/\s+/u).flatMap((one) => newsgen.divideWords(one, index.root.languages)),
    );
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

  // The words of a name as queries find them: without accents, in any language.
  newsgen.nameWords = (name) => newsgen.findWords(name, "").map((word) => newsgen.foldLetters(word, ""));

  // The stems of the chosen filters: all that a form holds but the query, the order and the years.
  newsgen.filterStems = ({ q, sort, from, to, ...names }) =>
    Object.entries(names)
      .filter(([, name]) => name)
      .map(([kind, name]) => `@${kind}:${kind === "language" ? name.toLowerCase() : newsgen.nameKey(name)}`);
})();
