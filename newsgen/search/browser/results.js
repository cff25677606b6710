// Shows a result. Texts are never parsed as HTML, and links lead only into the archive.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const element = newsgen.makeElement;

  const formats = {};

  // A date as the language writes it; month and day may be missing.
  const writeDate = (date, language) => {
    try {
      formats[language + date.length] ??= new Intl.DateTimeFormat(language, {
        year: "numeric",
        month: date[4] && "long",
        day: date[7] && "numeric",
        calendar: "gregory",
        timeZone: "UTC",
      });
      return formats[language + date.length].format(new Date(date));
    } catch {
      return date;
    }
  };

  // The address of a page of the archive; the search page itself if an href leads out of it.
  const insideAddress = (href) => {
    const folder = new URL(".", location).href;
    const address = URL.canParse(href, folder) ? new URL(href, folder).href : "";
    return address.startsWith(folder) ? address : "#";
  };

  const write = (pieces) => pieces.map(([piece, isMarked]) => (isMarked ? element("mark", {}, piece) : piece));
  const marked = (text, language, query) => write(newsgen.markText(text, language, query));

  // Shows the passage of an article's text in place of its excerpt, if a word of the query is there.
  newsgen.showPassage = (item, text, language, query) => {
    const pieces = newsgen.findPassage(text, language, query);
    const place = item.querySelector(".dek");
    if (!pieces.length) return;
    if (place) place.replaceChildren(...write(pieces));
    else item.querySelector("h2").after(element("p", { className: "dek" }, ...write(pieces)));
  };

  // An article as a list item; `rightToLeft` are the languages that are written so, and `byDate` says that dates come first.
  newsgen.showResult = (card, query, { siteLanguage, rightToLeft, byDate }) => {
    const [href, headline, date, section, language, excerpt] = card.map(String);
    const link = element("a", { href: insideAddress(href) }, ...marked(headline, language, query));
    const item = element("li", { className: "card" });
    const when = date && element("time", { dateTime: date }, writeDate(date, language || siteLanguage));
    if (when && byDate) item.append(element("p", { className: "when" }, when));
    if (section) item.append(element("p", { className: "kicker" }, section));
    item.append(element("h2", {}, link));
    if (excerpt) item.append(element("p", { className: "dek" }, ...marked(excerpt, language, query)));
    if (when && !byDate) item.append(element("p", { className: "when" }, when));
    if (language && language !== siteLanguage) {
      item.lang = language;
      item.dir = rightToLeft.includes(language.split("-")[0]) ? "rtl" : "ltr";
    }
    return item;
  };
})();
