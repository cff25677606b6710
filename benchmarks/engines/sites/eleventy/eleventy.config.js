// The site for Eleventy: RELATED=1 in the environment shows related articles.
const SECTIONS = ["Politics", "World", "Business", "Economy", "Science", "Technology", "Health", "Culture", "Sport", "Travel", "Opinion", "Local"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SHEET = 50;

const slugOf = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

function groupBy(articles, namesOf) {
  const groups = new Map();
  for (const article of articles) {
    for (const name of namesOf(article)) {
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(article);
    }
  }
  return groups;
}

function cutSheets(title, articles, base) {
  const sheets = [];
  const fileOf = (number) => (number ? `${base}/sheet-${number + 1}.html` : base.endsWith("/") ? `${base}index.html` : `${base}.html`);
  const count = Math.ceil(articles.length / SHEET);
  for (let number = 0; number < count; number++) {
    sheets.push({
      title,
      url: fileOf(number).replace("//", "/"),
      articles: articles.slice(number * SHEET, (number + 1) * SHEET),
      newer: number > 0 && fileOf(number - 1).replace("//", "/"),
      older: number + 1 < count && fileOf(number + 1).replace("//", "/"),
    });
  }
  return sheets;
}

module.exports = function (config) {
  let articles, byTopic;
  const sorted = (api) => {
    // Every collection asks for the same list; it is sorted once a build.
    if (!articles) {
      articles = api.getFilteredByGlob("./src/articles/**/*.md");
      articles.sort((one, other) => other.date - one.date || (one.url < other.url ? -1 : 1));
      byTopic = groupBy(articles, (article) => article.data.topics);
    }
    return articles;
  };
  const kinds = {
    sections: (article) => [article.data.section],
    authors: (article) => [article.data.author],
    tags: (article) => article.data.topics,
  };
  const monthOf = (article) => [article.date.toISOString().slice(0, 7)];
  const yearOf = (article) => [article.date.toISOString().slice(0, 4)];
  const nameOfMonth = (month) => `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
  const addressOfMonth = (month) => `/${month.replace("-", "/")}/`;

  config.setQuietMode(true);
  config.addGlobalData("SITE", { title: "The Evening Ledger", url: "https://ledger.example", sections: SECTIONS });
  config.addGlobalData("RELATED", process.env.RELATED === "1");
  config.addPassthroughCopy({ "src/static": "." });
  config.addFilter("slugOf", slugOf);
  config.addFilter("iso", (date) => date.toISOString().slice(0, 19) + "Z");
  config.addFilter("day", (date) => `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`);
  config.addFilter("related", (topics, url) => {
    const shared = new Map();
    for (const topic of topics) {
      for (const article of byTopic.get(topic)) {
        if (article.url !== url) shared.set(article, (shared.get(article) || 0) + 1);
      }
    }
    const order = (one, other) => shared.get(other) - shared.get(one) || other.date - one.date;
    const best = [];
    for (const article of shared.keys()) {
      if (best.length < 5 || order(article, best[4]) < 0) {
        best.push(article);
        best.sort(order);
        best.length = Math.min(best.length, 5);
      }
    }
    return best;
  });

  config.addCollection("articles", sorted);
  config.addCollection("sheets", (api) => [
    ...Object.entries(kinds).flatMap(([kind, namesOf]) =>
      [...groupBy(sorted(api), namesOf)].flatMap(([name, group]) => cutSheets(name, group, `/${kind}/${slugOf(name)}`)),
    ),
    ...[...groupBy(sorted(api), monthOf)].flatMap(([month, group]) => cutSheets(nameOfMonth(month), group, addressOfMonth(month))),
  ]);
  config.addCollection("indexes", (api) => [
    ...Object.entries(kinds).map(([kind, namesOf]) => ({
      title: kind[0].toUpperCase() + kind.slice(1),
      url: `/${kind}/index.html`,
      places: [...groupBy(sorted(api), namesOf)]
        .map(([name, group]) => ({ name, url: `/${kind}/${slugOf(name)}.html`, count: group.length }))
        .sort((one, other) => (one.name < other.name ? -1 : 1)),
    })),
    ...[...groupBy(sorted(api), yearOf)].map(([year, group]) => ({
      title: year,
      url: `/${year}/index.html`,
      places: [...groupBy(group, monthOf)].map(([month, those]) => ({ name: nameOfMonth(month), url: `${addressOfMonth(month)}index.html`, count: those.length })),
    })),
    {
      title: "Archive",
      url: "/archive.html",
      places: [...groupBy(sorted(api), yearOf)].map(([year, group]) => ({ name: year, url: `/${year}/index.html`, count: group.length })),
    },
  ]);
  return { dir: { input: "src", includes: "_includes", output: "public" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
};
