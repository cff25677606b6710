// Counts what a search finds by year, and by section, author, tag and other names.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  // Older parts that are read for it, at most, unless the reader asks for all.
  newsgen.partsCounted = 24;
  // Bits of an article in a part, beside the logarithm of its distance from the next; and by how much positions, which
  // phrases need, make it more: both as in 10,000 articles.
  const bitsOfArticle = 3;
  const withPositions = 3;

  // The articles of each year that have one of some forms; undefined if the index does not tell them.
  const readYears = async (index, forms) => {
    // A form that stands for all articles of a year has no stem.
    const [stemmed, dated] = [true, false].map((isStemmed) => forms.filter(({ stem }) => !stem !== isStemmed));
    const family = stemmed.length ? await index.forms(stemmed[0].stem) : [];
    const isWhole = family.length === stemmed.length && family.every((form) => stemmed.includes(form));
    const years = stemmed.length === 1 ? stemmed[0].years : (isWhole && family.years) || [];
    if (!years.length) return undefined;
    const counts = new Map(years.map((number, at) => [index.years[at].year, number]));
    for (const { articles, parts } of dated) counts.set(index.yearOf(parts[0].postings.numbers[0]).year, articles);
    return counts;
  };

  // How many articles of each year a plan finds, whatever years are asked for; undefined if the index does not tell it. It
  // does for a common word with all forms of its stem, for one form, and for a name.
  const findKnownYears = (index, { words, asking, phrases, required, barred, filters }) => {
    if (required.length || barred.length || phrases.some(({ length }) => length > 1)) return undefined;
    if (!words.length && filters.length === 1) return readYears(index, filters[0]);
    const [word, other] = asking;
    if (filters.length || !word || other || phrases.some(([one]) => one.key !== word.key)) return undefined;
    return readYears(index, word.counted.map(([form]) => form));
  };

  const olderParts = ({ asking, filters }) =>
    [...asking.flatMap(({ counted }) => counted.map(([form]) => form)), ...filters.flat()].flatMap(({ parts }) => parts.slice(0, -1));

  const findAll = async (index, plan) => {
    const isNothing = plan.impossible || !(plan.asking.length + plan.filters.length);
    const all = isNothing ? [] : await newsgen.findArticles(index, plan, plan.low);
    return { all, whole: all.filter(({ words }) => words === plan.asking.length) };
  };

  // The numbers of the articles that a search tells of: those with all its words, or else all that it finds.
  newsgen.findHits = async (index, query, settings, most = newsgen.partsCounted) => {
    const plan = await newsgen.planSearch(index, query, settings);
    if (olderParts(plan).length > most) return [];
    const { all, whole } = await findAll(index, plan);
    return (whole.length ? whole : all).map(({ number }) => number);
  };

  // How many of some articles each year has, by year; undated ones count to the year 0.
  newsgen.countYears = (index, articles) => {
    const counts = new Map();
    for (const number of articles) {
      const { year } = index.yearOf(number);
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
    return counts;
  };

  // About how many bytes would be loaded for what is not counted because it costs much; 0 for what is.
  newsgen.sizeOfCounting = async (index, query, settings) => {
    const plan = await newsgen.planSearch(index, query, { ...settings, from: "", to: "" });
    const parts = olderParts(plan);
    if (parts.length <= newsgen.partsCounted || (await findKnownYears(index, plan))) return 0;
    const sizes = parts.map(({ start, end, articles }) => (articles * (Math.log2((end - start) / articles) + bitsOfArticle)) / 8);
    return sizes.reduce((sum, size) => sum + size, 0) * (plan.phrases.some(([, other]) => other) ? withPositions : 1);
  };

  // Pairs of a year and how many articles are found of it, whatever years are asked for; none if more older parts would be
  // read for it than `most`.
  newsgen.countByYear = async (index, query, settings, most) => {
    const everyYear = { ...settings, from: "", to: "" };
    const known = await findKnownYears(index, await newsgen.planSearch(index, query, everyYear));
    const counts = known ?? newsgen.countYears(index, await newsgen.findHits(index, query, everyYear, most));
    return [...counts].filter(([, number]) => number).sort(([one], [other]) => one - other);
  };

  // How many articles of each year have all words of a query, by year, however many parts are read for it.
  newsgen.countWhole = async (index, query, settings) => {
    const plan = await newsgen.planSearch(index, query, settings);
    if (plan.words.some(({ counted }) => !counted.length)) return new Map();
    const known = await findKnownYears(index, plan);
    return known ?? newsgen.countYears(index, (await findAll(index, plan)).whole.map(({ number }) => number));
  };

  // Pairs of a name and how many articles are found of it: of the names of a kind, whatever name of it is asked for.
  // The most articles come first.
  newsgen.countByName = async (index, query, settings, kind, most) => {
    const hits = new Set(await newsgen.findHits(index, query, { ...settings, [kind]: "" }, most));
    const start = `@${kind}:`;
    const families = new Map();
    for (const shard of await index.allShardsFrom(start)) {
      for (const [stem, forms] of shard) if (stem.startsWith(start)) families.set(stem, forms);
    }
    return newsgen.countFamilies(index, hits, [...families.values()]);
  };

  // Pairs of the commonest form of each family and how many of the articles have any; none without articles.
  newsgen.countFamilies = async (index, hits, families) => {
    const countOne = async (forms) => {
      const having = new Set();
      for (const form of forms) {
        for (const part of form.parts) {
          const { numbers } = await index.postings(form, part);
          for (const number of numbers) if (hits.has(number)) having.add(number);
        }
      }
      return { form: newsgen.pickMost([...forms], 1)[0].form, articles: having.size };
    };
    const counts = await Promise.all(families.map(countOne));
    return newsgen.pickMost(counts.filter(({ articles }) => articles), Infinity).map(({ form, articles }) => [form, articles]);
  };
})();
