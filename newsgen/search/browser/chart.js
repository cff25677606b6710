// Draws the articles that were found by year: a table whose rows are bars, and whose years are buttons.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const element = newsgen.makeElement;

  // Every year from the first to the last one with articles, with its number.
  const fillYears = (counts) => {
    const numberOf = new Map(counts.filter(([year]) => year));
    const years = [...numberOf.keys()];
    const [first, last] = [Math.min(...years), Math.max(...years)];
    return years.length ? Array.from({ length: last - first + 1 }, (_, at) => [first + at, numberOf.get(first + at) ?? 0]) : [];
  };

  // The styles that make bars of a table take away what its elements mean: roles say it again.
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  const headers = { col: "columnheader", row: "rowheader" };
  const giveRoles = (table) =>
    [table, ...table.querySelectorAll("*")].forEach((part) => {
      const role = roles[part.tagName] ?? headers[part.scope];
      if (role) part.setAttribute("role", role);
    });

  const makeBar = ([year, number], { most, write, isChosen, choose }) => {
    const pressed = isChosen(year);
    const button = element("button", { type: "button", tabIndex: -1, onclick: () => choose(year) }, String(year));
    button.setAttribute("aria-pressed", pressed);
    button.disabled = !number && !pressed;
    const row = element("tr", {}, element("th", { scope: "row" }, button), element("td", {}, write(number)));
    row.style.setProperty("--share", number / most);
    // The whole bar is the button; the keyboard has the button itself.
    row.onclick = ({ target }) => target !== button && !button.disabled && button.click();
    return row;
  };

  // Moves the focus from bar to bar; only one of them is a stop of the Tab key.
  const steer = (body) => {
    const stops = () => [...body.querySelectorAll("button:enabled")];
    const first = body.querySelector("[aria-pressed=true]") ?? stops().at(-1);
    if (first) first.tabIndex = 0;
    body.onkeydown = (event) => {
      const forward = getComputedStyle(body).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
      const all = stops();
      const here = all.indexOf(document.activeElement);
      const goal = { [forward]: here + 1, [backward]: here - 1, Home: 0, End: all.length - 1 }[event.key];
      if (here < 0 || !all[goal]) return;
      event.preventDefault();
      all[here].tabIndex = -1;
      all[goal].tabIndex = 0;
      all[goal].focus();
    };
  };

  // Shows pairs of a year and a number in a table; hides it if there is nothing to compare. `write` gives a number's text,
  // `isChosen` says whether a year is the chosen one, and `choose` is called with the year that is pressed.
  newsgen.showYears = (table, counts, { write, isChosen, choose }) => {
    const years = fillYears(counts);
    const most = Math.max(...years.map(([, number]) => number));
    const body = table.tBodies[0];
    const focused = body.contains(document.activeElement) && document.activeElement.textContent;
    body.replaceChildren(...years.map((pair) => makeBar(pair, { most, write, isChosen, choose })));
    giveRoles(table);
    steer(body);
    table.parentElement.hidden = years.length < 2;
    const again = focused && [...body.querySelectorAll("button")].find((button) => button.textContent === focused);
    const shown = again || body.querySelector("[aria-pressed=true]");
    if (again) again.focus();
    // The newest years are in view, or the chosen one.
    const view = body.parentElement.parentElement;
    if (shown) shown.scrollIntoView({ block: "nearest", inline: "nearest" });
    else view.scrollLeft = getComputedStyle(body).direction === "rtl" ? -view.scrollWidth : view.scrollWidth;
  };
})();
