// Words over time: the share of each year's articles that have a word, as lines and as comma-separated values.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const none = { section: "", author: "", tag: "", language: "", from: "", to: "", sort: "" };
  const [plotHeight, margin, foot, line] = [244, 44, 28, 20];
  // Widths of a label in the legend, and of a year below the lines.
  const [labelWidth, yearWidth] = [165, 54];
  const dashes = ["", "8 4", "2 3", "10 3 2 3"];
  const colours = ["#8f1d14", "#1d4f8f", "#3d6b1f", "#6a3d8f"];

  // For each year with articles: its year, how many articles it has, and how many of these have all words of each text.
  newsgen.countOverTime = async (index, texts) => {
    const counts = await Promise.all(
      texts.map(async (text) => {
        const query = newsgen.readQuery(text + " ", index.root.languages);
        return newsgen.countWhole(index, query, none);
      }),
    );
    const dated = index.root.years.filter(([year]) => year);
    return dated.map(([year, , articles]) => [year, articles, counts.map((found) => found.get(year) ?? 0)]);
  };

  // The values as RFC 4180 has them; a text that a spreadsheet would compute is given an apostrophe.
  newsgen.writeValues = (rows, texts, heads) => {
    const quote = (text) => `"${String(text).replace(/^'*[=+@\t\r＝＋－＠-]/, "'$&").replaceAll('"', '""')}"`;
    const head = [...heads, ...texts].map(quote).join(",");
    return [head, ...rows.map(([year, articles, counts]) => [year, articles, ...counts].join(","))].join("\r\n") + "\r\n";
  };

  const svg = (name, values, ...children) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(values)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // A picture of the shares, so many units wide, with a line for each text. Years run from left to right in any language.
  newsgen.drawShares = (rows, texts, { title, writeShare, width }) => {
    const columns = Math.max(1, Math.floor((width - margin) / labelWidth));
    const top = line * Math.ceil(texts.length / columns) + 8;
    const height = top + plotHeight + foot;
    const [first, last] = [rows[0][0], rows.at(-1)[0]];
    const most = Math.max(...rows.flatMap(([, articles, counts]) => counts.map((count) => count / articles))) || 1;
    const x = (year) => margin + ((width - 2 * margin) * (year - first)) / Math.max(1, last - first);
    const y = (share) => height - foot - plotHeight * (share / most);
    const write = (text, at, values = {}) => svg("text", { x: at[0], y: at[1], fill: "currentColor", ...values }, text);
    const step = Math.ceil(((last - first + 1) * yearWidth) / (width - 2 * margin));
    const labels = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((year) => (year - first) % step === 0);
    const lines = texts.map((text, at) => {
      // Years without articles have no share: the line ends before them. A year alone is a dot.
      const points = rows.map(([year, articles, counts], row) => {
        const isNext = row && rows[row - 1][0] === year - 1;
        const place = `${x(year).toFixed(1)} ${y(counts[at] / articles).toFixed(1)}`;
        return isNext ? `L${place}` : `M${place}h0`;
      });
      const look = { fill: "none", "stroke-width": 2.5, "stroke-linecap": "round", "stroke-dasharray": dashes[at] };
      const drawn = svg("path", { d: points.join(""), stroke: colours[at], ...look });
      drawn.setAttribute("class", `line-${at}`);
      const [left, base] = [margin + (at % columns) * labelWidth, 10 + line * Math.floor(at / columns)];
      const legend = svg("line", { x1: left, x2: left + 26, y1: base, y2: base, stroke: colours[at], "stroke-width": 2.5, "stroke-dasharray": dashes[at] });
      legend.setAttribute("class", `line-${at}`);
      const shown = text.length > 18 ? text.slice(0, 17) + "…" : text;
      return svg("g", {}, drawn, legend, write(shown, [left + 32, base + 4]));
    });
    return svg(
      "svg",
      { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", direction: "ltr", "font-family": "sans-serif", "font-size": 12 },
      svg("title", {}, title),
      svg("path", { d: `M${margin} ${height - foot}H${width - margin}`, stroke: "currentColor" }),
      write(writeShare(most), [margin - 6, y(most) + 4], { "text-anchor": "end" }),
      write(writeShare(0), [margin - 6, y(0) + 4], { "text-anchor": "end" }),
      ...labels.map((year) => write(String(year), [x(year), height - 8], { "text-anchor": "middle" })),
      ...lines,
    );
  };
})();
