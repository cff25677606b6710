// The days and months of all calendars: how one with articles can be told from one without, besides by its colour.
() => {
  const looks = (element) => {
    const style = getComputedStyle(element);
    return {
      weight: Number(style.fontWeight),
      line: style.textDecorationLine,
      border: style.borderBlockStartStyle === "none" ? 0 : parseFloat(style.borderBlockStartWidth),
      words: element.children.length > 0 && [...element.children].some(isShown),
    };
  };
  const cells = [...document.querySelectorAll(".grid td, .years td, .days li")];
  const bare = cells.flatMap((cell) => [...cell.querySelectorAll(":scope > span")]).map(looks)[0];
  const links = cells.flatMap((cell) => [...cell.querySelectorAll(":scope > a")]);
  const differs = (look) => !bare || look.weight - bare.weight >= 200 || look.line !== bare.line
    || look.border !== bare.border || look.words;
  return { links: links.length, alike: links.filter((link) => !differs(looks(link))).map(describe) };
}
