// Number everything that Tab should reach, and from now on note what it does reach and how the focus looks there.
() => {
  const reachable = [...document.querySelectorAll("a[href], summary, button, input, select, textarea, [tabindex]")]
    .filter((element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }));
  const places = new Map(reachable.map((element, place) => [element, place]));
  const unreachable = [...document.querySelectorAll("a[href]")].filter((link) => link.tabIndex < 0
    && !reachable.some((other) => other.href === link.href)).map(describe);
  window.reached = [];
  window.unseen = [];
  document.addEventListener("focusin", ({ target }) => {
    window.reached.push(places.get(target) ?? describe(target));
    const fault = faultOfFocus(target);
    if (fault) window.unseen.push(`${fault}: ${describe(target)}`);
  });
  return { count: reachable.length, unreachable };
}
