// What `newsgen serve` adds at the end of each page that it sends; the files that are built do not have it.
//
// The page listens for news of the site. News has the key that the page would be sent with now: where this page has
// another one, it is out of date and loads itself again. News can also tell what stands in the way of the next build;
// that is laid over the page until it is mended. It comes from people's files, so all of it goes in as plain text.
(() => {
  "use strict";

  const script = document.currentScript;
  const { key, events, style } = script.dataset;
  // The page's own styles and scripts shall meet the page as it is built.
  script.remove();

  let source = null;
  let overlay = null;
  let hidden = "";

  function make(name, className, text = "") {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  }

  function makeProblem(problem) {
    const item = make("li", "problem");
    const parts = ["place", "message", "reason", "fix"].map((part) => make("p", part, problem[part]));
    for (const part of parts) part.dir = "auto";
    item.append(...parts);
    return item;
  }

  function makePanel(news) {
    const panel = make("section", "problems");
    panel.setAttribute("role", "alert");
    panel.lang = "en";
    panel.dir = "ltr";
    const hide = make("button", "hide", "Hide (Esc)");
    hide.type = "button";
    hide.addEventListener("click", hideOverlay);
    const list = make("ol", "list");
    list.append(...news.problems.map(makeProblem));
    panel.append(hide, make("h1", "heading", news.heading), make("p", "note", news.note), list);
    if (news.rest) panel.append(make("p", "rest", news.rest));
    return panel;
  }

  // In a shadow root neither the page's styles nor the overlay's reach into the other. A sheet that is made here needs
  // no permission of the page's policy.
  function makeOverlay() {
    const host = document.createElement("newsgen-problems");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    host.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    return host;
  }

  function showOverlay(news) {
    overlay ??= makeOverlay();
    document.documentElement.append(overlay);
    overlay.shadowRoot.replaceChildren(makePanel(news));
    overlay.dataset.turn = news.turn;
  }

  function removeOverlay() {
    overlay?.remove();
  }

  // What was hidden once stays so until the next build, also when the page listens anew.
  function hideOverlay() {
    hidden = overlay.dataset.turn;
    removeOverlay();
  }

  function hear(news) {
    if (news.key !== key) {
      listenNoMore();
      location.reload();
    } else if (!news.problems.length) {
      removeOverlay();
    } else if (String(news.turn) !== hidden) {
      showOverlay(news);
    }
  }

  // A browser keeps six connections to a server and no more, so that pages that nobody sees do not listen. They hear
  // what they missed as soon as they are seen again.
  function listen() {
    if (source || document.hidden) return;
    // Not by the page's <base>, which may name another server.
    source = new EventSource(new URL(events, location.origin));
    source.addEventListener("message", (message) => hear(JSON.parse(message.data)));
  }

  function listenNoMore() {
    source?.close();
    source = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? listenNoMore() : listen()));
  addEventListener("pagehide", listenNoMore);
  addEventListener("pageshow", listen);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && overlay?.isConnected) hideOverlay();
  });
  listen();
})();
