// "Did you mean": words of the archive similar to those that no article has, and names that begin as typed.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const mostOffered = 3;
  const mostNames = 12;
  const shortWord = 5;

  // The number of letters to change, omit, add or swap with their neighbour; Infinity if more than `most`.
  const distanceOf = (one, other, most) => {
    let before = [];
    let row = other.map((_, at) => at).concat(other.length);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        const changed = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
        next[j] = Math.min(changed, row[j] + 1, next[j - 1] + 1);
        const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (isSwapped) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    const distance = row[other.length];
    return distance > most ? Infinity : distance;
  };

  const longestPair = 24;
  const leastOfPair = 3;
  const chunk = /(-?(?:headline:)?)([^\s"“”„]+)/giu;

  // The nearest words of the shards in which this one would be, the nearest first.
  const findNear = async (index, word) => {
    const guesses = new Map();
    for (const shard of await Promise.all(word.stems.map((stem) => index.shard(stem)))) {
      for (const { form, isName, articles } of [...shard.values()].flat()) {
        if (isName) continue;
        const distance = Math.min(
          ...word.forms.map((typed) => distanceOf([...typed], [...form], [...typed].length > shortWord ? 2 : 1)),
        );
        if (distance === Infinity) continue;
        const known = guesses.get(form);
        guesses.set(form, { form, distance, articles: Math.max(articles, known?.articles ?? 0) });
      }
    }
    // The sort is stable: equally near words stay in order.
    const most = newsgen.pickMost([...guesses.values()], Infinity).sort((one, other) => one.distance - other.distance);
    return most.slice(0, mostOffered).map(({ form }) => form);
  };

  const divide = (index, text, quoted) =>
    newsgen.divideWords(text, index.root.languages.length ? index.root.languages : [""], quoted);

  // How many articles have a word as it is; 0 if the text is not one word.
  const countArticles = async (index, text) => {
    const words = divide(index, text, true);
    if (words.length !== 1) return 0;
    const [{ stems, forms }] = words;
    const found = (await Promise.all(stems.map((stem) => index.forms(stem)))).flat();
    const all = found.filter(({ form }) => forms.includes(form)).reduce((sum, { articles }) => sum + articles, 0);
    return Math.min(all, index.root.articles);
  };

  // The two words that a word consists of: of all pairs the one whose rarer word is the commonest.
  const splitWord = async (index, text) => {
    const letters = [...text];
    let best = { articles: 0 };
    if (letters.length > longestPair) return [];
    const ends = letters.map((_, end) => end).filter((end) => end >= leastOfPair && end <= letters.length - leastOfPair);
    const pairs = ends.map((end) => [letters.slice(0, end).join(""), letters.slice(end).join("")]);
    const counts = await Promise.all(pairs.map((pair) => Promise.all(pair.map((part) => countArticles(index, part)))));
    counts.forEach((both, at) => {
      const articles = Math.min(...both);
      if (articles > best.articles) best = { articles, pair: pairs[at] };
    });
    return best.pair ? [best.pair.join(" ")] : [];
  };

  const guessWords = async (index, word) => {
    const near = await findNear(index, word);
    return near.length ? near : splitWord(index, word.text);
  };

  const unknownOf = (plan) => plan.words.filter(({ counted, text }) => text && !counted.length);

  // Guesses for the words of the query that no article has: pairs of a word's text and its guesses.
  newsgen.guessQuery = async (index, plan) => {
    const guessed = await Promise.all(unknownOf(plan).map(async (word) => [word.text, await guessWords(index, word)]));
    return guessed.filter(([, guesses]) => guesses.length);
  };

  // The query with two words as one that the archive has, of which one at least is in no article.
  const joinWords = async (index, text, unknown) => {
    const chunks = [...text.matchAll(chunk)];
    for (let at = 0; at + 1 < chunks.length; at++) {
      const [one, other] = [chunks[at], chunks[at + 1]];
      const between = text.slice(one.index + one[0].length, other.index);
      if (one[1] || other[1] || !/^\s+$/u.test(between)) continue;
      const words = [one, other].map((found) => divide(index, found[2]));
      if (words.some((found) => found.length !== 1) || !words.some(([word]) => unknown.includes(word.text))) continue;
      const joined = words[0][0].text + words[1][0].text;
      if (!(await countArticles(index, joined))) continue;
      return [text.slice(0, one.index) + joined + text.slice(other.index + other[0].length)];
    }
    return [];
  };

  // Queries that may be meant: two words as one; then the first guesses for all unknown words, the second ones, and so on.
  newsgen.rewriteQuery = async (index, plan, text, guessed) => {
    const replaced = (rank) => {
      const guessOf = new Map(guessed.map(([word, words]) => [word, words[rank] ?? words[0]]));
      return text.replace(chunk, (all, sign, part) => {
        const words = divide(index, part);
        const meant = words.length === 1 ? guessOf.get(words[0].text) : undefined;
        return meant === undefined ? all : sign + meant;
      });
    };
    const ranks = Math.max(0, ...guessed.map(([, words]) => words.length));
    const joined = await joinWords(index, text, unknownOf(plan).map((word) => word.text));
    const queries = new Set([...joined, ...Array.from({ length: ranks }, (_, rank) => replaced(rank))]);
    return [...queries].filter((query) => query !== text).slice(0, mostOffered);
  };

  // The names of a kind, such as "author" or "tag", that begin as typed, and authors one of whose other names does so:
  // the commonest spelling of each, most articles first.
  newsgen.findNames = async (index, kind, typed) => {
    const beginning = `@${kind}:${newsgen.nameKey(typed)}`;
    const names = [];
    for (const shard of await index.shardsFrom(beginning)) {
      for (const [stem, forms] of shard) if (stem.startsWith(beginning)) names.push(newsgen.pickMost([...forms], 1)[0]);
    }
    const [word] = kind === "author" ? newsgen.nameWords(typed) : [];
    if (word) names.push(...(await newsgen.findAuthors(index, { names: newsgen.nameWords(typed), begins: true })));
    const known = new Set();
    const isNew = ({ form }) => known.size < known.add(newsgen.nameKey(form)).size;
    return newsgen.pickMost(names, Infinity).filter(isNew).slice(0, mostNames).map(({ form }) => form);
  };
})();
