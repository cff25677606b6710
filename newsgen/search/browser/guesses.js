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

  // The nearest words of the shards in which this one would be, the nearest first.
  newsgen.guessWords = async (index, word) => {
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

  // Guesses for the words of the query that no article has: pairs of a word's text and its guesses.
  newsgen.guessQuery = async (index, plan) => {
    const missing = plan.words.filter(({ counted }) => !counted.length);
    const guessed = await Promise.all(missing.map(async (word) => [word.text, await newsgen.guessWords(index, word)]));
    return guessed.filter(([, guesses]) => guesses.length);
  };

  // The names of a kind, such as "author" or "tag", that begin as typed: the commonest spelling of each, most articles first.
  newsgen.findNames = async (index, kind, typed) => {
    const beginning = `@${kind}:${newsgen.nameKey(typed)}`;
    const names = [];
    for (const shard of await index.shardsFrom(beginning)) {
      for (const [stem, forms] of shard) if (stem.startsWith(beginning)) names.push(newsgen.pickMost([...forms], 1)[0]);
    }
    return newsgen.pickMost(names, mostNames).map(({ form }) => form);
  };
})();
