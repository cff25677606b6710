// Forms that are found by other ways than a word's own stem: by their beginning, by an author's name, or by a date.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const leastStem = 2;
  const longestYear = 366;

  // The days of a month; years 400 years apart have the same calendar.
  newsgen.daysOfMonth = (year, month) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const dayOfYear = (year, month, day) => {
    const [start, end] = [[0, 1], [month - 1, day]].map(([from, to]) => Date.UTC(2000 + (year % 400), from, to));
    return (end - start) / 864e5 + 1;
  };

  // Whether an article of this year with the number of its date is of a date.
  const isOfDate = (code, { year, month, day }) => {
    if (!month) return code > 0;
    if (day) return code === dayOfYear(year, month, day);
    const first = dayOfYear(year, month, 1);
    return code === longestYear + month || (code >= first && code < first + newsgen.daysOfMonth(year, month));
  };

  // All articles of a date, as a form that only they have; none if there are none.
  newsgen.findDated = async (index, date) => {
    const year = index.years.find((one) => one.year === date.year);
    if (!year) return [];
    const codes = await index.dateCodes(year);
    const numbers = codes.flatMap((code, at) => (isOfDate(code, date) ? [year.start + at] : []));
    if (!numbers.length) return [];
    const part = { start: 0, end: Infinity, postings: { numbers, levels: [], blocks: [numbers.length] } };
    return [{ stem: "", form: "", isName: true, hasLevels: false, placed: false, articles: numbers.length, parts: [part] }];
  };

  const formsOf = (shards) => shards.flatMap((shard) => [...shard.values()].flat());

  // The forms that begin as a word asks: of stems that do so too, of those that its beginning begins with, and its own.
  newsgen.findBeginning = async (index, word) => {
    const found = new Set();
    for (const [beginning, ownStem] of word.beginnings) {
      const letters = [...beginning];
      const shorter = letters.slice(leastStem).map((_, at) => letters.slice(0, at + leastStem).join(""));
      const [shards, ...families] = await Promise.all([
        index.allShardsFrom(beginning),
        ...[...shorter, ownStem].map((stem) => index.forms(stem)),
      ]);
      const longer = formsOf(shards).filter(({ stem, isName }) => !isName && stem.startsWith(beginning));
      for (const form of [...longer, ...families.flat()]) if (form.form.startsWith(beginning)) found.add(form);
    }
    return [...found];
  };

  const hasWords = (name, names, begins) =>
    name.some((_, start) =>
      names.every((word, at) =>
        begins && at === names.length - 1 ? name[start + at]?.startsWith(word) : name[start + at] === word,
      ),
    );

  // The names of authors that have these words one after another.
  newsgen.findAuthors = async (index, { names, begins }) => {
    const stem = newsgen.authorWord + names[0];
    const shards = begins && names.length === 1 ? await index.allShardsFrom(stem) : [];
    const forms = shards.length
      ? formsOf(shards).filter((form) => form.stem.startsWith(stem))
      : await index.forms(stem);
    return forms.filter(({ form }) => hasWords(newsgen.nameWords(form), names, begins));
  };

  // Begins the stems of the words of authors' names.
  newsgen.authorWord = "@author-word:";
})();
