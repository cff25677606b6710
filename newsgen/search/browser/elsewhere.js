// Searches other archives beside this one, each in an index of its own, and shows their first results below.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const element = newsgen.makeElement;

  const wanted = 5;
  // Milliseconds until an archive that could not be loaded is asked again.
  const patience = 30_000;
  const opened = {};
  let count = 0;

  const openIndex = (folder, { version, stemmers }) =>
    (opened[folder] ??= newsgen
      .openIndex(folder)
      .then(async (index) => {
        if (index.root.version !== version) throw new Error("the index has another form");
        await newsgen.loadStemmersOf(index, stemmers, folder);
        return index;
      })
      .catch((error) => {
        // Loading may succeed later, but not at the next key.
        setTimeout(() => delete opened[folder], patience);
        throw error;
      }));

  // What an archive finds: the query as it reads it, how much there is, and the numbers and cards of the first results.
  newsgen.findElsewhere = async (folder, settings, own) => {
    const index = await openIndex(folder, own);
    const query = newsgen.readQuery(settings.q, index.root.languages);
    const plan = await newsgen.planSearch(index, query, settings);
    let found;
    for await (found of newsgen.search(index, plan, wanted, settings.sort === "date"));
    const first = found.articles.slice(0, wanted).filter(({ words }) => !found.whole || words === found.articles[0].words);
    const cards = await Promise.all(first.map(async ({ number }) => ({ number, card: await index.card(number) })));
    return { index, query, found, cards };
  };

  // The address of a page of an archive; that of its search if an href leads out of it.
  const addressIn = (folder, href) => {
    const inside = new URL(folder, location).href;
    const address = URL.canParse(href, inside) ? new URL(href, inside).href : "";
    return address.startsWith(inside) ? address : new URL("search.html", inside).href;
  };

  const showPassage = async (index, number, language, query, item) =>
    newsgen.showPassage(item, await index.text(number), language, query);

  const showFound = async (section, folder, settings, { own, show, tell, failed }) => {
    const told = section.querySelector("p");
    try {
      const { index, query, found, cards } = await newsgen.findElsewhere(folder, settings, own);
      told.textContent = tell(found);
      const items = cards.map(({ number, card }) => {
        const item = show(card, query);
        item.querySelector("h2 a").href = addressIn(folder, card[0]);
        if (index.root.passages && query.words.length) showPassage(index, number, card[4], query, item).catch(() => {});
        return item;
      });
      section.querySelector("ol").replaceChildren(...items);
    } catch {
      told.textContent = failed;
    }
  };

  // Shows what each of the archives finds; none without settings. `archives` are their names and folders, `show` makes an
  // item of a card, `tell` says how much was found, and `own` is what the site's own index is.
  newsgen.showElsewhere = (place, archives, settings, ways) => {
    const mine = ++count;
    if (!settings) return place.replaceChildren();
    const asked = new URLSearchParams(Object.entries(settings).filter(([, value]) => value.trim()));
    const sections = archives.map(([name, folder]) => {
      const link = element("a", { href: `${folder}search.html?${asked}` }, name);
      const parts = [element("h2", {}, link), element("p", { className: "count" }), element("ol", { className: "found" })];
      return element("section", {}, ...parts);
    });
    const answered = new Set();
    archives.forEach(async ([, folder], at) => {
      await showFound(sections[at], folder, settings, ways);
      answered.add(sections[at]);
      // What was shown before stays until the first has answered, and none waits for another.
      if (mine === count) place.replaceChildren(...sections.filter((section) => answered.has(section)));
    });
  };
})();
