// The script that `newsgen serve` adds at the end of each page it sends; the built files do not have it.
//
// The page listens for events of the site. An event has the key that the page would be sent with now: a page with
// another key is out of date and reloads. An event may also have the problems of a failed build, which are laid over
// the page until they are fixed. They come from people's files and are inserted as plain text only.
(() => {
  "use strict";

  const script = document.currentScript;
  const { key, events, style } = script.dataset;
  // The page's own styles and scripts find the page as it was built.
  script.remove();

  let source = null;
  let overlay = null;
  let hidden = "";

  function createElement(name, className, text = "") {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  }

  function createProblem(problem) {
    const item = createElement("li", "problem");
    const parts = ["location", "message", "reason", "fix"].map((part) => createElement("p", part, problem[part]));
    for (const part of parts) part.dir = "auto";
    item.append(...parts);
    return item;
  }

  function createPanel(event) {
    const panel = createElement("section", "problems");
    panel.setAttribute("role", "alert");
    panel.lang = "en";
    panel.dir = "ltr";
    const hide = createElement("button", "hide", "Hide (Esc)");
    hide.type = "button";
    hide.addEventListener("click", hideOverlay);
    const list = createElement("ol", "list");
    list.append(...event.problems.map(createProblem));
    panel.append(hide, createElement("h1", "heading", event.heading), createElement("p", "note", event.note), list);
    if (event.rest) panel.append(createElement("p", "rest", event.rest));
    return panel;
  }

  // In a shadow root neither the page's styles nor the overlay's reach into the other. A sheet that is constructed here
  // needs no permission from the page's policy.
  function createOverlay() {
    const host = document.createElement("newsgen-problems");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    host.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    return host;
  }

  function showOverlay(event) {
    overlay ??= createOverlay();
    document.documentElement.append(overlay);
    overlay.shadowRoot.replaceChildren(createPanel(event));
    overlay.dataset.build = event.build;
  }

  function removeOverlay() {
    overlay?.remove();
  }

  // What was hidden stays hidden until the next build, also when the page connects again.
  function hideOverlay() {
    hidden = overlay.dataset.build;
    removeOverlay();
  }

  function handleEvent(event) {
    if (event.key !== key) {
      stopListening();
      location.reload();
    } else if (!event.problems.length) {
      removeOverlay();
    } else if (String(event.build) !== hidden) {
      showOverlay(event);
    }
  }

  // A browser keeps at most six connections to a server, so pages in the background do not listen. They get what they
  // missed as soon as they are visible again.
  function startListening() {
    if (source || document.hidden) return;
    // Independent of the page's <base>, which may name another server.
    source = new EventSource(new URL(events, location.origin));
    source.addEventListener("message", (message) => handleEvent(JSON.parse(message.data)));
  }

  function stopListening() {
    source?.close();
    source = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? stopListening() : startListening()));
  addEventListener("pagehide", stopListening);
  addEventListener("pageshow", startListening);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && overlay?.isConnected) hideOverlay();
  });
  startListening();
})();
