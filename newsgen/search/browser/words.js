// The page of words over time: draws what is typed, and keeps it in the address.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const [form, shown, status, picture, table, saveSvg, saveCsv] = "overtime shares status picture numbers save-svg save-csv"
    .split(" ")
    .map((id) => document.getElementById(id));
  const element = newsgen.makeElement;
  const said = JSON.parse(shown.dataset.texts);
  const { lang } = document.documentElement;
  const numbers = new Intl.NumberFormat(lang, { numberingSystem: said.digits });
  const shares = new Intl.NumberFormat(lang, { numberingSystem: said.digits, style: "percent", maximumSignificantDigits: 3 });
  const fields = [...form.elements.w];
  // Widths of a picture.
  const [narrowest, widest] = [240, 860];
  let index;
  let count = 0;

  const open = async () => {
    index = await newsgen.openIndex();
    await newsgen.loadStemmersOf(index, shown.dataset.stemmers);
  };

  const offer = (link, name, type, text) => {
    URL.revokeObjectURL(link.href);
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
  };

  const cell = (name, text, values = {}) => element(name, values, text);

  const fillTable = (rows, texts) => {
    const head = [said.year, said.articles, ...texts].map((text) => cell("th", text, { scope: "col" }));
    table.tHead.replaceChildren(element("tr", {}, ...head));
    table.tBodies[0].replaceChildren(
      ...rows.map(([year, articles, counts]) => {
        const found = counts.map((number) => cell("td", `${numbers.format(number)} (${shares.format(number / articles)})`));
        return element("tr", {}, cell("th", String(year), { scope: "row" }), cell("td", numbers.format(articles)), ...found);
      }),
    );
  };

  const draw = async () => {
    const mine = ++count;
    const texts = fields.map(({ value }) => value.trim()).filter(Boolean);
    shown.dataset.state = "loading";
    try {
      await ready;
      const rows = await newsgen.countOverTime(index, texts);
      if (mine !== count) return;
      const isEmpty = !rows.length || !rows.some(([, , counts]) => counts.some(Boolean));
      status.textContent = isEmpty && texts.length ? said.none : "";
      shown.hidden = isEmpty;
      if (!isEmpty) {
        // As wide as its place, so that its letters are as large as others.
        const width = Math.min(Math.max(picture.clientWidth, narrowest), widest);
        const drawn = newsgen.drawShares(rows, texts, { title: said.title, writeShare: (share) => shares.format(share), width });
        picture.replaceChildren(drawn);
        fillTable(rows, texts);
        offer(saveSvg, "words.svg", "image/svg+xml", new XMLSerializer().serializeToString(drawn));
        offer(saveCsv, "words.csv", "text/csv", newsgen.writeValues(rows, texts, [said.year, said.articles]));
      }
      shown.dataset.state = "done";
    } catch {
      if (mine !== count) return;
      status.textContent = said.failed;
      shown.dataset.state = "failed";
    }
  };

  const openAddress = () => {
    const asked = new URLSearchParams(location.search).getAll("w");
    fields.forEach((field, at) => (field.value = (asked[at] ?? "").slice(0, newsgen.mostLetters)));
    return draw();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = fields.filter(({ value }) => value.trim()).map(({ value }) => ["w", value.trim()]);
    history.pushState(null, "", asked.length ? "?" + new URLSearchParams(asked) : location.pathname);
    draw();
  });
  addEventListener("popstate", openAddress);

  const ready = open();
  openAddress();
})();
