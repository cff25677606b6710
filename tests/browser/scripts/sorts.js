// One target of each sort, by its place in the page and its classes, and the strip above it, where only a ring can be.
() => {
  const sort = (element) => [element, element.parentElement, element.parentElement.parentElement]
    .map((each) => each.localName + each.className).join(" < ");
  window.sorts = [...new Map(shownTargets().filter((target) => target.tabIndex >= 0)
    .map((target) => [sort(target), target])).values()];
  return window.sorts.map((target) => {
    const { left, top } = target.getClientRects()[0];
    return { x: left + scrollX, y: top + scrollY - 6, width: 20, height: 6 };
  });
}
