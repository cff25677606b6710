// Finds and ranks articles (docs/format/search.md, "Ranking").
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const mostLifted = 50;
  const partsAtOnce = 4;
  const topLevel = 7;
  const longestYear = 366;
  const worthOf = (level) => 3 + 2 * level;

  // A function from forms to an array for the articles from `low` to before `high`: 0 if an article has none of the
  // forms, else four times the largest weight of those it has, plus 2 if one is `exact`, plus 1. Other numbers are ignored.
  const weighing = (index, low, high) => async (counted, exact = []) => {
    const weights = new Int32Array(high - low);
    const weighPart = async (form, factor, part) => {
      const { numbers, levels } = await index.postings(form, part);
      const flags = exact.includes(form) ? 3 : 1;
      numbers.forEach((number, at) => {
        const known = weights[number - low];
        weights[number - low] = Math.max(known & -4, 4 * worthOf(levels[at] ?? 0) * factor) | (known & 2) | flags;
      });
    };
    const weighForm = ([form, factor]) =>
      form.parts.filter(({ start, end }) => start < high && end > low).map((part) => weighPart(form, factor, part));
    await Promise.all(counted.flatMap(weighForm));
    return weights;
  };

  // The articles from `low` to before the plan's end that match the plan, newest first.
  newsgen.findArticles = async (index, { asking, adding, filters, phrases, required, barred, high }, low) => {
    const weigh = weighing(index, low, high);
    const hasOf = (weights) => (number) => weights[number - low];
    const hasAny = async (forms) => hasOf(await weigh(forms.map((form) => [form, 0])));
    const newestOf = ([form, factor]) => [{ ...form, parts: form.parts.slice(-1) }, factor];
    const [weighed, added, allowed] = await Promise.all([
      Promise.all(asking.map(({ counted, exact }) => weigh(counted, exact))),
      Promise.all(adding.map(({ counted }) => weigh(counted.map(newestOf)))),
      Promise.all(filters.map(hasAny)),
    ]);
    let found = [];
    const sources = weighed.length ? weighed.map(hasOf) : allowed;
    for (let number = high - 1; number >= low; number--) {
      if (sources.some((has) => has(number)) && allowed.every((has) => has(number))) found.push(number);
    }
    const hasPhrase = async (phrase, inHeadline) => {
      const counting = phrase.filter(({ placed }) => placed);
      const must = await Promise.all((counting.length ? counting : phrase).map(({ exact }) => hasAny(exact)));
      const inAll = found.filter((number) => must.every((has) => has(number)));
      const kept = new Set(await newsgen.findPhrase(index, phrase, inAll, inHeadline));
      return (number) => kept.has(number);
    };
    const inHeadline = async (forms) => {
      const [placed, others] = [true, false].map((isPlaced) => forms.filter((form) => form.placed === isPlaced));
      const hasOther = await hasAny(others);
      const kept = new Set(await newsgen.findInHeadline(index, placed, found));
      return (number) => hasOther(number) || kept.has(number);
    };
    const meets = ({ forms, words, inHeadline: isIn }) => {
      if (!forms.length) return () => false;
      if (words) return hasPhrase(words, isIn);
      return isIn ? inHeadline(forms) : hasAny(forms);
    };
    for (const phrase of phrases) found = found.filter(await hasPhrase(phrase));
    for (const group of required) {
      const meeting = await Promise.all(group.map(meets));
      found = found.filter((number) => meeting.some((has) => has(number)));
    }
    for (const condition of barred) {
      const has = await meets(condition);
      found = found.filter((number) => !has(number));
    }
    return found.map((number) => {
      const article = { number, words: 0, exact: 0, weight: 0 };
      for (const weights of weighed) {
        const weight = weights[number - low];
        article.words += weight & 1;
        article.exact += (weight >> 1) & 1;
        article.weight += weight >> 2;
      }
      for (const weights of added) article.weight += weights[number - low] >> 2;
      return article;
    });
  };

  const best = (one, other) =>
    other.words - one.words || other.exact - one.exact || other.weight - one.weight || other.number - one.number;

  // The best `most` articles, sorted, without sorting the others.
  const pickBest = (articles, most) => {
    const picked = [];
    let last;
    for (const article of articles) {
      if (last && best(last, article) < 0) continue;
      if (picked.push(article) < 4 * most) continue;
      picked.sort(best).length = most;
      last = picked.at(-1);
    }
    return picked.sort(best).slice(0, most);
  };

  // Sorts the newest first among those with as many words; only the years that are shown need their days.
  const orderByDate = async (index, articles, wanted) => {
    articles.sort((one, other) => other.words - one.words || other.number - one.number);
    for (const article of articles) Object.assign(article, { year: index.yearOf(article.number), day: 0 });
    const readDays = async (year) => {
      const codes = await index.dateCodes(year);
      for (const article of articles) {
        const code = article.year === year ? codes[article.number - year.start] : 0;
        if (code && code <= longestYear) article.day = code;
      }
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

  // Whether no article with a number below `low` can come before the last one wanted.
  const isSettled = ({ asking, adding }, articles, wanted, low, byDate) => {
    const last = articles[wanted - 1];
    if (!last || last.words < asking.length) return false;
    if (byDate) return last.year.start >= low;
    const most = [...asking, ...adding].reduce(
      (sum, { counted }) =>
        sum + Math.max(...counted.map(([{ hasLevels }, factor]) => worthOf(hasLevels ? topLevel : 0) * factor)),
      0,
    );
    return last.exact === asking.length && last.weight >= most;
  };

  // Yields results, the first time from what is loaded already: the best articles in order, how many there are, how
  // many of them have all words, and whether all articles were searched. The last results are final.
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
    let low = Math.min(plan.high, Math.max(plan.low, ...parts.map((all) => all.at(-1).start)));
    for (;;) {
      const all = await newsgen.findArticles(index, plan, low);
      if (byDate) await orderByDate(index, all, wanted);
      const articles = byDate ? all : pickBest(all, Math.max(wanted, mostLifted));
      const complete = low <= plan.low;
      const isOver = complete || (!close.length && isSettled(plan, articles, wanted, low, byDate));
      const whole = all.filter(isWhole).length;
      const told = (isLast) => ({ articles: articles.slice(0, wanted), found: all.length, whole, complete, isLast });
      const lifted = isOver && close.length ? articles.slice(0, mostLifted).filter(isWhole) : [];
      if (lifted.length > 1) {
        yield told(false);
        const lifts = await newsgen.liftClose(index, close, lifted.map(({ number }) => number));
        for (const article of lifted) article.weight += lifts.get(article.number) ?? 0;
        articles.sort(best);
      }
      yield told(isOver);
      if (isOver) return;
      low = Math.max(plan.low, starts.filter((start) => start < low)[partsAtOnce - 1] ?? 0);
    }
  };
})();
