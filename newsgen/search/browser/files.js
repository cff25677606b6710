// Loads the index's files, each once. They are scripts that call `newsgen.put`, so that they load from a disk too.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const arrived = {};
  const asked = {};

  newsgen.put = (name, value) => (arrived[name] = value);

  // Runs a script of the folder search/; a test outside a browser has its own way.
  newsgen.runScript = (path) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "search/" + path + ".js";
      // In the order in which they were asked for: stemmers stand on the first of them.
      script.async = !path.startsWith("scripts/");
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
      script.remove();
    });

  // What a file holds, as `read` makes it of the file's bits; without it, what stands there.
  newsgen.loadFile = (name, read) =>
    (asked[name] ??= newsgen
      .runScript(name)
      .then(() => (read ? read(new newsgen.Bits(arrived[name])) : arrived[name]))
      .catch((error) => {
        // What failed may be there the next time.
        delete asked[name];
        throw error;
      })
      .finally(() => delete arrived[name]));

  newsgen.loadStemmers = (names) =>
    Promise.all((names.length ? ["runtime", ...names] : []).map((name) => newsgen.runScript("scripts/stemmers/" + name)));
})();
