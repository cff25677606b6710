// What is lost in the window as it is: text or links beside it, cut off, or one above the other.
() => {
  const faults = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} pixels wide`);

  const style = (element) => getComputedStyle(element);
  const isScroller = (element) => ["auto", "scroll"].includes(style(element).overflowX) && element !== root;
  const scrollers = new Set([...document.querySelectorAll("body *")]
    .filter((element) => isScroller(element) && element.scrollWidth > element.clientWidth));
  for (const scroller of scrollers) {
    if (scroller.tabIndex < 0) faults.push(`cannot be scrolled by keyboard: ${describe(scroller)}`);
  }
  const inScroller = (element) => [...ancestors(element)].some((each) => scrollers.has(each));

  const texts = shownTexts();
  for (const text of texts.filter((each) => !inScroller(each.parentElement))) {
    if (rectsOf(text).some((rect) => rect.left < -0.5 || rect.right > innerWidth + 0.5)) {
      faults.push(`beside the window: ${describe(text.parentElement)}`);
    }
  }

  const hidden = [...document.querySelectorAll("body *")].filter((element) =>
    isShown(element) && [style(element).overflowX, style(element).overflowY].some((way) => ["hidden", "clip"].includes(way)));
  for (const element of hidden) {
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) {
      faults.push(`cut off: ${describe(element)}`);
    }
  }

  // Lines of letters reach into the space between lines; the middle half of a line is its letters' own.
  const lines = texts.flatMap((text) => rectsOf(text).map((rect) => ({
    text,
    left: rect.left + 1,
    right: rect.right - 1,
    top: rect.top + rect.height / 4,
    bottom: rect.bottom - rect.height / 4,
  }))).sort((one, other) => one.top - other.top);
  lines.forEach((one, place) => {
    for (let next = place + 1; next < lines.length && lines[next].top < one.bottom; next += 1) {
      const other = lines[next];
      const apart = other.left >= one.right || other.right <= one.left;
      if (!apart && !inScroller(one.text.parentElement)) {
        faults.push(`one above the other: ${describe(one.text.parentElement)} and ${describe(other.text.parentElement)}`);
      }
    }
  });

  for (const target of shownTargets()) {
    target.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const rects = [...target.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1);
    const hit = rects.some((rect) => {
      const met = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
      return met && target.contains(met);
    });
    if (!hit) faults.push(`cannot be pressed: ${describe(target)}`);
  }
  scrollTo(0, 0);
  return faults;
}
