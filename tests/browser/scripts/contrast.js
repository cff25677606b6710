// Every text that is shown and its contrast: text that is there to be read, and small print around it.
() => shownTexts().map((text) => {
  const element = text.parentElement;
  const ground = groundOf(element);
  const ink = layOver(readColour(getComputedStyle(element).color), ground);
  const reading = element.closest("h1, h2, h3, h4, .body, .corrections") !== null;
  return { reading, ratio: contrast(ink, ground), where: describe(element) };
})
