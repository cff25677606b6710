// A story on paper: what should not be there, and what does not fit on it, where nothing can be scrolled.
() => {
  const unwanted = [...document.querySelectorAll("nav, .related, .neighbours, .skip, .back")].filter((element) => element.checkVisibility());
  const cut = [...document.querySelectorAll("article *")].filter((element) =>
    element.checkVisibility() && getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1);
  const beside = shownTexts(document.querySelector("article"))
    .filter((text) => rectsOf(text).some((rect) => rect.left < -0.5 || rect.right > innerWidth + 0.5));
  return [
    ...unwanted.map((element) => `is printed: ${describe(element)}`),
    ...cut.map((element) => `is cut off: ${describe(element)}`),
    ...beside.map((text) => `is beside the paper: ${describe(text.parentElement)}`),
  ];
}
