// Makes the elements of a page. Texts are never parsed as HTML.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  newsgen.makeElement = (name, values, ...children) => {
    const made = Object.assign(document.createElement(name), values);
    made.append(...children);
    return made;
  };
})();
