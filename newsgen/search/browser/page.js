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

  const [form, field, results, status, more, whole, some, others, guesses, ways, closer, spoken] =
    "search query results status more whole some others guesses ways closer languages"
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

  const readForm = () => Object.fromEntries(new FormData(form));

  const fillForm = () => {
    const asked = new URLSearchParams(location.search);
    for (const name in readForm()) {
      const control = form.elements[name];
      control.value = asked.get(name) ?? "";
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

  // Shows the articles whose cards are loaded; those with all words come before the others.
  const showList = (found, cards, query) => {
    const focused = document.activeElement.closest(".card")?.dataset.number;
    const lists = [[], []];
    cards.forEach((card, place) => {
      const { number, words } = found.articles[place];
      const item = newsgen.showResult(card, query, lang, said.rightToLeft);
      item.dataset.number = number;
      lists[found.whole && words < found.articles[0].words ? 1 : 0].push(item);
    });
    whole.replaceChildren(...lists[0]);
    some.replaceChildren(...lists[1]);
    others.hidden = !lists[1].length;
    results.querySelector(`[data-number="${focused}"] a`)?.focus({ preventScroll: true });
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

  // `latest` returns its argument, but ends a search that is no longer the latest.
  const show = async (settings, latest) => {
    const query = newsgen.readQuery(settings.q, index.root.languages);
    const plan = latest(await newsgen.planSearch(index, query, settings));
    let last;
    const showCards = async (found, most) => {
      const cards = latest(await Promise.all(found.articles.slice(0, most).map(({ number }) => index.card(number))));
      if (most && results.dataset.state !== "loading") return;
      showList(found, cards, query);
      results.dataset.state = "partial";
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
        status.textContent = "";
        more.hidden = guesses.hidden = true;
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

  const offerNames = async ({ target }) => {
    const { value, name, list } = target;
    if (!list) return;
    await ready;
    const names = value.trim() ? await newsgen.findNames(index, name, value) : [];
    if (target.value === value) list.replaceChildren(...names.map((found) => new Option(found)));
  };

  const open = async () => {
    index = await newsgen.openIndex();
    const { sections, languages, years } = index.root;
    // Norwegian's two written standards share a stemmer.
    const codes = languages.map((code) => code.toLowerCase().split("-")[0].replace(/^n[bn]$/, "no"));
    await newsgen.loadStemmers([...new Set(codes)].filter((code) => stemmers.split(" ").includes(code)));
    const { section, language, from, to } = form.elements;
    section.append(...sections.map(([key, name]) => new Option(name, key)));
    const names = new Intl.DisplayNames(lang, { type: "language" });
    language.append(...languages.map((code) => new Option(names.of(code), code)));
    spoken.hidden = languages.length < 2;
    const dated = years.map(([year]) => year).filter(Boolean);
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

  // A search waits for a longer rest than the last two between keys: beginnings of words are not searched.
  field.addEventListener("input", ({ timeStamp }) => {
    const before = gap;
    gap = Math.min(timeStamp - typed, slow);
    typed = timeStamp;
    clearTimeout(waiting);
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

  const ready = open();
  fillForm();
  const asked = field.value;
  ways.hidden = asks(readForm());
  unfold();
  // The choices of the filters come with the index; what has been typed until then stays.
  const opened = () => (field.value === asked ? openAddress() : start(false));
  ready.then(opened, opened).then(unfold);
})();
