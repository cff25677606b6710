// Plans a search: the forms of each word with their weights, and the articles that pass the filters.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const mostBegun = 8;

  const sumOf = (forms) => forms.reduce((sum, { articles }) => sum + articles, 0);

  // The forms with the most articles that begin with what is being typed.
  const findBegun = async (index, word) => {
    const begun = new Set();
    for (const beginning of word.forms) {
      for (const shard of await index.shardsFrom(beginning)) {
        for (const form of [...shard.values()].flat()) {
          if (!form.isName && form.form.startsWith(beginning) && !word.forms.includes(form.form)) begun.add(form);
        }
      }
    }
    return newsgen.pickMost([...begun], mostBegun);
  };

  // A word with its `exact` forms and their number of articles, and `counted`: pairs of a form and its factor.
  const planWord = async (index, word, isTyped) => {
    const total = index.root.articles;
    const idf = (articles) => {
      const n = Math.min(articles, total);
      return Math.floor(1000 * Math.log(1 + (total - n + 0.5) / (n + 0.5)) + 0.5);
    };
    const [stems, begun, beginning, dated] = await Promise.all([
      Promise.all(word.stems.map((stem) => index.forms(stem))),
      isTyped ? findBegun(index, word) : [],
      newsgen.findBeginning(index, word),
      Promise.all(word.years.map((year) => newsgen.findDated(index, { year }))),
    ]);
    const all = [...new Set([...stems.flat(), ...beginning])];
    const exact = all.filter((form) => word.forms.includes(form.form) || beginning.includes(form));
    const articles = Math.min(sumOf(exact), total);
    const counted = exact.map((form) => [form, 10 * idf(articles)]);
    if (!word.quoted) {
      // What only longer words find would come behind the thousands of articles of a common word.
      const isCommon = exact.some(({ parts }) => parts.length > 1);
      const variants = new Set([...all.filter((form) => !exact.includes(form)), ...(isCommon ? [] : begun)]);
      for (const form of variants) {
        counted.push([form, 3 * idf(sumOf(await index.forms(form.stem)))]);
      }
    }
    for (const form of dated.flat()) counted.push([form, 3 * idf(form.articles)]);
    const placed = exact.length > 0 && exact.every((form) => form.placed);
    return { ...word, family: [...(word.quoted ? exact : all), ...dated.flat()], exact, articles, counted, placed, idf: idf(articles) };
  };

  // A condition with what it reads: `forms` that its articles have one of, or the `words` of a phrase, and whether these
  // are to be in the headline.
  const planCondition = async (index, { words, inHeadline, names, begins, date }) => {
    if (names) return { forms: await newsgen.findAuthors(index, { names, begins }) };
    if (date) return { forms: await newsgen.findDated(index, date) };
    const planned = await Promise.all(words.map((word) => planWord(index, word, false)));
    if (planned.length === 1) return { forms: planned[0].family, inHeadline };
    const isPossible = planned.every(({ exact }) => exact.length);
    return { forms: isPossible ? planned.flatMap(({ exact }) => exact) : [], words: planned, inHeadline };
  };

  // What a search reads. Asking words select articles; common ones only add their weight.
  newsgen.planSearch = async (index, query, settings) => {
    const planAll = (words) => Promise.all(words.map((word) => planWord(index, word, word === query.typed)));
    const planConditions = (group) => Promise.all(group.map((condition) => planCondition(index, condition)));
    const [words, required, barred, filters] = await Promise.all([
      planAll(query.words),
      Promise.all(query.required.map(planConditions)),
      planConditions([...query.without.map((words) => ({ words })), ...query.barred]),
      Promise.all(newsgen.filterStems(settings).map((stem) => index.forms(stem))),
    ]);
    const phrases = query.phrases.map((phrase) => phrase.map(({ key }) => words.find((word) => word.key === key)));
    const inHeadlines = query.required.filter((group) => group.length === 1 && group[0].words?.length > 1);
    const headlines = inHeadlines.map(([term]) => term.words.map(({ key }) => words.find((word) => word.key === key)));
    for (const phrase of [...phrases, ...headlines]) {
      // A word without positions only takes a position in a phrase in which other words have some.
      if (phrase.some(({ placed }) => placed)) phrase.forEach((word) => (word.idle = word.quoted && !word.placed));
    }
    const counting = words.filter(({ counted, idle }) => counted.length && !idle);
    const isCommon = ({ articles }) => articles > Math.max(1000, index.root.articles / 5);
    const common = counting.every(isCommon) ? [] : counting.filter(isCommon);
    filters.push(...required.map((group) => group.flatMap(({ forms }) => forms)));
    const { from, to } = settings;
    const years = from || to ? index.years.filter(({ year }) => year && year >= from && year <= (to || 9999)) : index.years;
    if (years !== index.years && !words.length && !filters.length) {
      const { sections, languages } = index.root;
      const stems = [
        ...sections.map(([key]) => "@section:" + key),
        ...languages.map((code) => "@language:" + code.toLowerCase()),
      ];
      filters.push((await Promise.all(stems.map((stem) => index.forms(stem)))).flat());
    }
    return {
      words,
      asking: counting.filter((word) => !common.includes(word)),
      adding: common,
      phrases,
      required,
      barred,
      filters,
      low: years[0]?.start ?? 0,
      high: years.at(-1)?.end ?? 0,
      impossible: phrases.some((phrase) => phrase.some(({ exact }) => !exact.length)) || (words.length && !counting.length),
    };
  };
})();
