// Loads the index's files, each once. They are scripts that call `newsgen.put`, and so load from a disk too.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  // The folder search/ of this archive, where this script is in a folder of its own.
  const here = globalThis.document ? new URL("..", document.currentScript.src).href : "";
  const arrived = {};
  const asked = {};

  // The folder of the archive whose script runs now, "" for this one.
  const folderNow = () => globalThis.document?.currentScript?.dataset.folder ?? "";

  newsgen.put = (name, value) => (arrived[folderNow() + name] = value);

  // Runs a script of the folder search/ of an archive; tests outside a browser replace this.
  newsgen.runScript = (path, folder = "") =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.dataset.folder = folder;
      script.src = (folder ? folder + "search/" : here) + path + ".js";
      // Stemmers run in the order in which they were requested: they need the first of them.
      script.async = !path.startsWith("scripts/");
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
      script.remove();
    });

  // The content of a file, decoded by `read` if given; `folder` leads to the archive that has it.
  newsgen.loadFile = (name, read, folder = "") => {
    const key = folder + name;
    return (asked[key] ??= newsgen
      .runScript(name, folder)
      .then(() => (read ? read(new newsgen.Bits(arrived[key])) : arrived[key]))
      .catch((error) => {
        // Loading may succeed the next time.
        delete asked[key];
        throw error;
      })
      .finally(() => delete arrived[key]));
  };

  // Loads those of the stemmers, a list of codes, that an archive's languages need and that are not there yet.
  newsgen.loadStemmersOf = (index, stemmers, folder) => {
    const known = stemmers.split(" ");
    const missing = [...new Set(index.root.languages.map(newsgen.stemmerOf))].filter((code) => known.includes(code) && !newsgen.stemmers?.[code]);
    return newsgen.loadStemmers(missing, folder);
  };

  newsgen.loadStemmers = (names, folder) => {
    const needed = names.length ? ["runtime", ...names] : [];
    return Promise.all(needed.map((name) => newsgen.runScript("scripts/stemmers/" + name, folder)));
  };
})();
