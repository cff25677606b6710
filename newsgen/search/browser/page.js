// The search page: searches what is typed and chosen at once, shows results, and keeps the query in the address.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const firstShown = 3;
  const firstWanted = 10;
  const moreWanted = 20;
  // Milliseconds: the shortest rest before a search, the longest gap between keys that counts, and until a search shows
  // first results.
  const rest = 82;
  const slow = 250;
  const patience = 60;

  const [form, field, results, status, more, whole, some, others, guesses, ways, closer, spoken, years, wordsLink, countAll] =
    "search query results status more whole some others guesses ways closer languages years over-time count-all"
      .split(" ")
      .map((id) => document.getElementById(id));
  const { texts, title, stemmers } = results.dataset;
  const said = JSON.parse(texts);
  const { lang } = document.documentElement;
  const numbers = new Intl.NumberFormat(lang, { numberingSystem: said.digits });
  const plurals = new Intl.PluralRules(lang);
  const links = () => [...results.querySelectorAll(".card a")];

  let index;
  let wanted;
  let waiting;
  // When the last key was pressed, and how long after the one before.
  let typed = 0;
  let gap = slow;
  // Number of searches.
  let count = 0;
  // The query of which all articles are counted, whatever that loads.
  let counted;

  const readForm = () => Object.fromEntries(new FormData(form));

  const fillForm = () => {
    const asked = new URLSearchParams(location.search);
    for (const name in readForm()) {
      const control = form.elements[name];
      control.value = (asked.get(name) ?? "").slice(0, newsgen.mostLetters);
      // Ignore a choice that the archive does not have.
      if (control.selectedIndex < 0) control.value = "";
    }
  };

  const addressOf = (settings) => {
    const given = Object.entries(settings).filter(([, value]) => value.trim());
    return given.length ? "?" + new URLSearchParams(given) : location.pathname;
  };

  const asks = (settings) => addressOf(settings)[0] === "?";

  // Adds an entry to the browser's history if something was chosen, and none for each typed letter.
  const keepAddress = (settings, isNew) => {
    const address = addressOf(settings);
    history[isNew && address !== location.search ? "pushState" : "replaceState"]({ wanted }, "", address);
    const asked = settings.q.trim();
    document.title = asked ? `${asked} – ${title}` : title;
  };

  const countOf = (found) => {
    const number = found.whole || found.found;
    if (!number) return said.none;
    const forms = found.complete ? said.articles : said.more;
    const text = (forms[plurals.select(number)] ?? forms.other).replace("%(number)s", numbers.format(number));
    return found.whole ? text : `${said.notAll} ${text}`;
  };

  // The texts of results are loaded when these come into view.
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      target.load();
    }
  });

  const awaitPassage = (item, language, query) => {
    const load = async () => newsgen.showPassage(item, await index.text(Number(item.dataset.number)), language, query);
    item.load = () => load().catch(() => {});
    seen.observe(item);
  };

  // Shows the articles whose cards are loaded, as items of lists; those with all words come before the others.
  const showList = (found, cards, query) => {
    const focused = document.activeElement.closest(".card")?.dataset.number;
    const lists = [[], []];
    seen.disconnect();
    const items = cards.map((card, place) => {
      const { number, words } = found.articles[place];
      const item = newsgen.showResult(card, query, {
        ...{ siteLanguage: lang, rightToLeft: said.rightToLeft, byDate: form.elements.sort.value === "date" },
      });
      item.dataset.number = number;
      lists[found.whole && words < found.articles[0].words ? 1 : 0].push(item);
      return item;
    });
    whole.replaceChildren(...lists[0]);
    some.replaceChildren(...lists[1]);
    others.hidden = !lists[1].length;
    results.querySelector(`[data-number="${focused}"] a`)?.focus({ preventScroll: true });
    return items;
  };

  // Counts what was found by each section and language that can be chosen.
  const showNumbers = async (query, settings, latest, most) => {
    for (const kind of ["section", "language"]) {
      const [, ...options] = form.elements[kind].options;
      if (!options[1]) continue;
      const found = latest(await newsgen.countByName(index, query, settings, kind, most));
      const keyed = new Map(found.map(([name, number]) => [kind === "section" ? newsgen.nameKey(name) : name, number]));
      for (const option of options) {
        option.dataset.name ??= option.textContent;
        option.textContent = labelOf(option.dataset.name, keyed.get(option.value));
      }
    }
  };

  // It loads the names of all articles, and so waits for the pointer or the focus to come to the filters.
  let isNear;
  let uncounted;
  const comeNear = async () => {
    isNear = true;
    if (!closer.open) return;
    const show = uncounted;
    uncounted = null;
    await show?.().catch(() => {});
  };

  // Counts what was found by year. `found` are the results, which may be of the newest articles only: then the years tell
  // how many there are.
  const showCounts = async (query, settings, found, latest) => {
    const most = counted === settings.q ? Infinity : undefined;
    const counts = latest(await newsgen.countByYear(index, query, settings, most));
    const size = most ? 0 : latest(await newsgen.sizeOfCounting(index, query, settings));
    countAll.hidden = !size;
    countAll.textContent = said.countAll.replace("%(number)s", numbers.format(Math.ceil(size / 1e5) / 10));
    countAll.onclick = async () => {
      counted = settings.q;
      await start(false);
      years.querySelector("button[tabindex='0']")?.focus();
    };
    const { from, to } = form.elements;
    if (!found.complete && found.whole && counts.length) {
      const isAsked = ([year]) => !(from.value || to.value) || (year && year >= from.value && year <= (to.value || 9999));
      const number = counts.filter(isAsked).reduce((sum, [, articles]) => sum + articles, 0);
      status.textContent = countOf({ whole: number, complete: true });
    }
    wordsLink.search = new URLSearchParams({ w: settings.q.trim() });
    const isChosen = (year) => from.value === String(year) && to.value === String(year);
    newsgen.showYears(years, counts, {
      isChosen,
      write: (number) => numbers.format(number),
      choose: (year) => {
        from.value = to.value = isChosen(year) ? "" : year;
        start(true);
      },
    });
    uncounted = () => showNumbers(query, settings, latest, most);
    if (isNear) await comeNear();
  };

  // Queries that may be meant, as links.
  const showGuesses = (queries, settings) => {
    const offers = queries.map((q) => {
      const link = document.createElement("a");
      link.href = addressOf({ ...settings, q });
      link.textContent = q;
      link.onclick = () => {
        field.value = q;
        field.focus();
        start(true);
        return false;
      };
      return link;
    });
    guesses.lastElementChild.replaceChildren(...offers);
    guesses.hidden = !offers.length;
  };

  // Other archives are searched beside this one, where site.yaml names some; what they find changes nothing of its own.
  const showElsewhere = (settings) => {
    const place = document.getElementById("elsewhere");
    if (!place) return;
    const byDate = form.elements.sort.value === "date";
    newsgen.showElsewhere(place, JSON.parse(place.dataset.archives), settings, {
      own: { version: index?.root.version, stemmers },
      show: (card, query) => newsgen.showResult(card, query, { siteLanguage: lang, rightToLeft: said.rightToLeft, byDate }),
      tell: countOf,
      failed: place.dataset.failed,
    });
  };

  // `latest` returns its argument, but ends a search that is no longer the latest.
  const show = async (settings, latest) => {
    const query = newsgen.readQuery(settings.q, index.root.languages);
    const plan = latest(await newsgen.planSearch(index, query, settings));
    let last;
    const showCards = async (found, most) => {
      const cards = latest(await Promise.all(found.articles.slice(0, most).map(({ number }) => index.card(number))));
      if (most && results.dataset.state !== "loading") return;
      const items = showList(found, cards, query);
      results.dataset.state = "partial";
      // The texts of first results would be loaded for nothing where the final ones are others.
      if (most || !index.root.passages || !query.words.length) return;
      items.forEach((item, place) => awaitPassage(item, cards[place][4], query));
    };
    const showFirst = (found) => found === last && showCards(found, firstShown).catch(() => {});
    for await (last of newsgen.search(index, plan, wanted, settings.sort === "date")) {
      latest();
      // The final results may be others: load the cards of these only if the end is not near.
      setTimeout(showFirst, patience, last);
    }
    await showCards(last);
    status.textContent = countOf(last);
    more.hidden = last.articles.length >= last.found && last.complete;
    showElsewhere(settings);
    await showCounts(query, settings, last, latest);
    const guessed = latest(await newsgen.guessQuery(index, plan));
    showGuesses(latest(await newsgen.rewriteQuery(index, plan, settings.q, guessed)), settings);
  };

  const run = async (isNew) => {
    const mine = ++count;
    const latest = (value) => {
      if (mine !== count) throw new Error();
      return value;
    };
    const settings = readForm();
    keepAddress(settings, isNew);
    ways.hidden = asks({ ...settings, sort: "" });
    results.dataset.state = "loading";
    let state = "done";
    try {
      await ready;
      if (ways.hidden) await show(settings, latest);
      else {
        showList({}, []);
        showElsewhere();
        status.textContent = "";
        more.hidden = guesses.hidden = countAll.hidden = years.parentElement.hidden = true;
      }
    } catch {
      if (mine !== count) return;
      status.textContent = said.failed;
      state = "failed";
    }
    if (mine === count) results.dataset.state = state;
  };

  const start = (isNew) => {
    clearTimeout(waiting);
    wanted = firstWanted;
    return run(isNew);
  };

  const openAddress = () => {
    wanted = history.state?.wanted ?? firstWanted;
    fillForm();
    return run(false);
  };

  const labelOf = (name, number) => (number ? `${name} (${numbers.format(number)})` : name);

  // How many of the articles that were found have each of these names.
  const countNames = async (kind, names) => {
    const settings = { ...readForm(), [kind]: "" };
    if (!asks({ ...settings, sort: "" })) return [];
    const query = newsgen.readQuery(settings.q, index.root.languages);
    const hits = new Set(await newsgen.findHits(index, query, settings, counted === settings.q ? Infinity : undefined));
    const counts = names.map(async (name) => {
      const forms = await index.forms(`@${kind}:${newsgen.nameKey(name)}`);
      const [[, number] = []] = await newsgen.countFamilies(index, hits, forms.length ? [forms] : []);
      return [name, number];
    });
    return Promise.all(counts);
  };

  const offerNames = async ({ target }) => {
    const { value, name, list } = target;
    if (!list) return;
    await ready;
    const names = value.trim() ? await newsgen.findNames(index, name, value) : [];
    const numberOf = new Map(await countNames(name, names));
    if (target.value !== value) return;
    const offer = (found) => Object.assign(new Option(found), { label: labelOf(found, numberOf.get(found)) });
    list.replaceChildren(...names.map(offer));
  };

  const open = async () => {
    index = await newsgen.openIndex();
    const { sections, languages } = index.root;
    await newsgen.loadStemmersOf(index, stemmers);
    const { section, language, from, to } = form.elements;
    section.append(...sections.map(([key, name]) => new Option(name, key)));
    const names = new Intl.DisplayNames(lang, { type: "language" });
    language.append(...languages.map((code) => new Option(names.of(code), code)));
    spoken.hidden = languages.length < 2;
    const dated = index.years.map(({ year }) => year).filter(Boolean);
    from.placeholder = dated[0] ?? "";
    to.placeholder = dated.at(-1) ?? "";
  };

  // Moves the focus through the field and the results.
  const step = (by) => {
    const stops = [field, ...links()];
    stops[stops.indexOf(document.activeElement) + by]?.focus();
  };

  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const isResult = target.closest("#results .card");
    if (key === "/" && !target.closest("input, select")) field.select();
    else if (key === "ArrowDown" && (isResult || target === field)) step(1);
    else if (key === "ArrowUp" && isResult) step(-1);
    else if (key === "Escape" && isResult) field.select();
    else if (key === "Escape" && target === field) {
      field.value = "";
      start(false);
    } else return;
    event.preventDefault();
  });

  // A search waits for a longer rest than the last two between keys: beginnings of words are not searched. One that a key
  // finds at work would load files for results that nobody waits for, so it ends.
  field.addEventListener("input", ({ timeStamp }) => {
    const before = gap;
    gap = Math.min(timeStamp - typed, slow);
    typed = timeStamp;
    clearTimeout(waiting);
    count++;
    seen.disconnect();
    waiting = setTimeout(start, 1.1 * Math.max(rest, before, gap));
    if (index) newsgen.prepareQuery(index, field.value);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    start(true);
  });
  form.addEventListener("change", ({ target }) => target !== field && start(true));
  form.addEventListener("input", offerNames);
  more.addEventListener("click", async () => {
    const shown = links().length;
    wanted += moreWanted;
    await run(false);
    links()[shown]?.focus();
  });
  addEventListener("popstate", openAddress);

  // The filters are open beside the results; above them they are closed unless one is in use.
  const wide = matchMedia("(min-width: 54rem)");
  const unfold = () => {
    closer.open = wide.matches || asks({ ...readForm(), q: "" });
  };
  wide.addEventListener("change", unfold);
  for (const come of ["pointerenter", "focusin"]) closer.addEventListener(come, comeNear);

  const ready = open();
  fillForm();
  const asked = field.value;
  ways.hidden = asks(readForm());
  unfold();
  // The choices of the filters come with the index; what has been typed until then stays.
  const opened = () => (field.value === asked ? openAddress() : start(false));
  ready.then(opened, opened).then(unfold);
})();
