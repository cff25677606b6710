// Loads the index's files, each once. They are scripts that call `newsgen.put`, and so load from a disk too.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const arrived = {};
  const asked = {};

  newsgen.put = (name, value) => (arrived[name] = value);

  // Runs a script of the folder search/; tests outside a browser replace this.
  newsgen.runScript = (path) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "search/" + path + ".js";
      // Stemmers run in the order in which they were requested: they need the first of them.
      script.async = !path.startsWith("scripts/");
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
      script.remove();
    });

  // The content of a file, decoded by `read` if given.
  newsgen.loadFile = (name, read) =>
    (asked[name] ??= newsgen
      .runScript(name)
      .then(() => (read ? read(new newsgen.Bits(arrived[name])) : arrived[name]))
      .catch((error) => {
        // Loading may succeed the next time.
        delete asked[name];
        throw error;
      })
      .finally(() => delete arrived[name]));

  newsgen.loadStemmers = (names) =>
    Promise.all((names.length ? ["runtime", ...names] : []).map((name) => newsgen.runScript("scripts/stemmers/" + name)));
})();
