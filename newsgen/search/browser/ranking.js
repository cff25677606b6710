// Finds articles and puts them in order (docs/search.md, "Ranking").
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const mostLifted = 50;
  const partsAtOnce = 4;
  const topLevel = 7;
  const worthOf = (level) => 3 + 2 * level;

  // What a word gives each article from `low` to before `high` that has it: the largest weight of its forms, and whether
  // an exact form is there.
  const weigh = async (index, { counted, exact }, low, high) => {
    const weights = new Map();
    const inExact = new Set();
    const weighPart = async (form, factor, part) => {
      const { numbers, levels } = await index.postings(form, part);
      const isExact = exact.includes(form);
      numbers.forEach((number, at) => {
        if (number < low || number >= high) return;
        const weight = worthOf(levels[at] ?? 0) * factor;
        if (!(weight <= weights.get(number))) weights.set(number, weight);
        if (isExact) inExact.add(number);
      });
    };
    const weighForm = ([form, factor]) =>
      form.parts.filter(({ start, end }) => start < high && end > low).map((part) => weighPart(form, factor, part));
    await Promise.all(counted.flatMap(weighForm));
    return { weights, inExact };
  };

  // The articles that have one of these forms.
  const numbersOf = async (index, forms, low, high) => {
    const counted = forms.map((form) => [form, 0]);
    return (await weigh(index, { counted, exact: [] }, low, high)).weights;
  };

  const hasAll = (sets, number) => sets.every((set) => set.has(number));

  // The articles from `low` to before the plan's end that the plan lets through, in no order.
  const gather = async (index, plan, low) => {
    const { asking, adding, filters, phrases, without, high } = plan;
    const [weighed, allowed] = await Promise.all([
      Promise.all(asking.map((word) => weigh(index, word, low, high))),
      Promise.all(filters.map((forms) => numbersOf(index, forms, low, high))),
    ]);
    const found = new Map();
    const sources = weighed.length ? weighed.map(({ weights }) => weights) : allowed.slice(0, 1);
    for (const source of sources) {
      for (const number of source.keys()) {
        if (!found.has(number) && hasAll(allowed, number)) found.set(number, { number, words: 0, exact: 0, weight: 0 });
      }
    }
    const inPhrase = async (phrase) => {
      const counting = phrase.filter(({ placed }) => placed);
      const must = await Promise.all(
        (counting.length ? counting : phrase).map(({ exact }) => numbersOf(index, exact, low, high)),
      );
      return newsgen.findPhrase(index, phrase, [...found.keys()].filter((number) => hasAll(must, number)));
    };
    for (const phrase of phrases) {
      const kept = new Set(await inPhrase(phrase));
      for (const number of found.keys()) kept.has(number) || found.delete(number);
    }
    for (const words of without) {
      if (words.some(({ family }) => !family.length)) continue;
      const gone = words.length > 1 ? await inPhrase(words) : (await numbersOf(index, words[0].family, low, high)).keys();
      for (const number of gone) found.delete(number);
    }
    const add = ({ weights, inExact }, counts) => {
      for (const [number, weight] of weights) {
        const article = found.get(number);
        if (!article) continue;
        article.weight += weight;
        article.words += counts;
        article.exact += counts * inExact.has(number);
      }
    };
    for (const each of weighed) add(each, 1);
    for (const { counted } of adding) {
      const newest = counted.map(([form, factor]) => [{ ...form, parts: form.parts.slice(-1) }, factor]);
      add(await weigh(index, { counted: newest, exact: [] }, low, high), 0);
    }
    return [...found.values()];
  };

  const best = (one, other) =>
    other.words - one.words || other.exact - one.exact || other.weight - one.weight || other.number - one.number;

  // The newest first, of those that have as many words: only the years that are shown need their days.
  const orderByDate = async (index, articles, wanted) => {
    articles.sort((one, other) => other.words - one.words || other.number - one.number);
    for (const article of articles) Object.assign(article, { year: index.yearOf(article.number), day: 0 });
    const readDays = async (year) => {
      const days = await index.days(year);
      for (const article of articles) if (article.year === year) article.day = days[article.number - year.start];
    };
    await Promise.all([...new Set(articles.slice(0, wanted).map(({ year }) => year))].map(readDays));
    articles.sort(
      (one, other) =>
        other.words - one.words ||
        other.year.start - one.year.start ||
        other.day - one.day ||
        other.number - one.number,
    );
  };

  // Whether no article with a smaller number than `low` can come before the last that is wanted.
  const isSettled = ({ asking, adding }, articles, wanted, low, byDate) => {
    const last = articles[wanted - 1];
    if (!last || last.words < asking.length) return false;
    if (byDate) return last.year.start >= low;
    const most = [...asking, ...adding].reduce(
      (sum, { counted }) => sum + worthOf(topLevel) * Math.max(...counted.map(([, factor]) => factor)),
      0,
    );
    return last.exact === asking.length && last.weight >= most;
  };

  // Yields what is found, the first time from what is there at once: the order of the best, how many there are, how many
  // of them have all words, and whether all were looked through. The last one holds.
  newsgen.search = async function* (index, plan, wanted, byDate) {
    const { asking, filters } = plan;
    if (plan.impossible || !(asking.length + filters.length)) {
      return yield { articles: [], found: 0, complete: true, isLast: true };
    }
    const isWhole = ({ words }) => words === asking.length;
    const close = byDate ? [] : newsgen.closeWords(plan);
    const forms = [...asking.flatMap(({ counted }) => counted.map(([form]) => form)), ...filters.flat()];
    const parts = forms.map((form) => form.parts);
    const starts = parts.flat().map(({ start }) => start).sort((one, other) => other - one);
    let low = Math.max(plan.low, ...parts.map((all) => all.at(-1).start));
    for (;;) {
      const articles = await gather(index, plan, low);
      if (byDate) await orderByDate(index, articles, wanted);
      else articles.sort(best);
      const complete = low <= plan.low;
      const last = complete || (!close.length && isSettled(plan, articles, wanted, low, byDate));
      const told = (isLast) => ({
        articles: articles.slice(0, wanted),
        found: articles.length,
        whole: articles.filter(isWhole).length,
        complete,
        isLast,
      });
      if (last && !close.length) return yield told(true);
      const lifted = last ? articles.slice(0, mostLifted).filter(isWhole) : [];
      // A little later, so that the cards of the first articles are asked for before the positions.
      const lifting = new Promise(setTimeout).then(() => newsgen.liftClose(index, close, lifted.map(({ number }) => number)));
      yield told(false);
      if (last) {
        const lifts = await lifting;
        for (const article of lifted) article.weight += lifts.get(article.number) ?? 0;
        articles.sort(best);
        return yield told(true);
      }
      low = Math.max(plan.low, starts.filter((start) => start < low)[partsAtOnce - 1] ?? 0);
    }
  };
})();
