// Targets that are smaller than 24 by 24 CSS pixels, except those in a line with other text (WCAG 2.5.8: inline).
() => shownTargets().filter((target) => {
  const { width, height, top, bottom } = target.getBoundingClientRect();
  if (width >= 24 && height >= 24) return false;
  if (getComputedStyle(target).display !== "inline") return true;
  const block = [...ancestors(target.parentElement)].find((each) => getComputedStyle(each).display !== "inline");
  const besides = shownTexts(block).filter((text) => !text.parentElement.closest("a, summary, button"));
  return !besides.some((text) => rectsOf(text).some((rect) => rect.top < bottom && rect.bottom > top));
}).map((target) => {
  const { width, height } = target.getBoundingClientRect();
  return `${describe(target)}: ${width.toFixed(1)} x ${height.toFixed(1)}`;
})
