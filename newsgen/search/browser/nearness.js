// Positions of words in an article: whether they follow each other as a phrase, and how close they are.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const mostOfOne = 8192;
  const mostOfAll = 16384;
  // The first position that is not the headline's.
  const headlineEnd = 40;

  // The positions of these forms in these articles, by number.
  const readPlaces = async (index, forms, numbers) => {
    const wanted = new Set(numbers);
    const found = new Map();
    const read = async (form, part) => {
      if (!numbers.some((number) => number >= part.start && number < part.end)) return;
      const [postings, places] = await Promise.all([index.postings(form, part), index.places(form, part)]);
      postings.numbers.forEach((number, at) => {
        if (wanted.has(number)) found.set(number, [...(found.get(number) ?? []), ...places[at]].sort((a, b) => a - b));
      });
    };
    await Promise.all(forms.flatMap((form) => form.parts.map((part) => read(form, part))));
    return found;
  };

  // The articles that have these forms in the headline.
  newsgen.findInHeadline = async (index, forms, numbers) => {
    const places = await readPlaces(index, forms, numbers);
    return numbers.filter((number) => places.get(number)?.[0] < headlineEnd);
  };

  // The articles in which those words of a phrase that have positions follow each other, in the headline if so asked.
  newsgen.findPhrase = async (index, phrase, numbers, inHeadline) => {
    const placed = phrase.map((word, step) => ({ word, step })).filter(({ word }) => word.placed);
    if (placed.length < (inHeadline ? 1 : 2)) return numbers;
    const places = await Promise.all(placed.map(({ word }) => readPlaces(index, word.exact, numbers)));
    const end = inHeadline ? headlineEnd : Infinity;
    return numbers.filter((number) => {
      const within = places.map((found) => (found.get(number) ?? []).filter((place) => place < end));
      const found = placed.map(({ step }, at) => new Set(within[at].map((place) => place - step)));
      return [...found[0]].some((start) => found.every((starts) => starts.has(start)));
    });
  };

  // The least distance from the first to the last of one position of each word: in order, or in any order times three.
  const spanOf = (places) => {
    let least = Infinity;
    for (const start of places[0]) {
      let last = start;
      for (const found of places.slice(1)) last = found.find((place) => place > last) ?? Infinity;
      least = Math.min(least, last - start);
    }
    const next = places.map(() => 0);
    for (;;) {
      const here = places.map((found, word) => found[next[word]]);
      const first = Math.min(...here);
      least = Math.min(least, 3 * (Math.max(...here) - first));
      const word = here.indexOf(first);
      if (++next[word] === places[word].length) return least;
    }
  };

  // The words whose proximity counts: the rarest, as many as are read fast; none if there are fewer than two.
  newsgen.closeWords = ({ words, asking, adding }) => {
    let sum = 0;
    const counting = [...asking, ...adding]
      .filter(({ placed, articles }) => placed && articles <= mostOfOne)
      .sort((one, other) => one.articles - other.articles || words.indexOf(one) - words.indexOf(other))
      .filter(({ articles }) => (sum += articles) <= mostOfAll);
    return counting.length > 1 ? words.filter((word) => counting.includes(word)) : [];
  };

  // What the proximity of the words adds to the weight of each of these articles, by number.
  newsgen.liftClose = async (index, words, numbers) => {
    const places = await Promise.all(words.map(({ exact }) => readPlaces(index, exact, numbers)));
    const worth = 4000 * words.reduce((sum, { idf }) => sum + idf, 0);
    const inAll = numbers.filter((number) => places.every((found) => found.has(number)));
    return new Map(inAll.map((number) => [number, Math.floor(worth / (20 + spanOf(places.map((found) => found.get(number)))))]));
  };
})();
