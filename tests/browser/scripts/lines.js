// The length in characters, accents and vowel signs not counted, of every line of a story's paragraphs but their last.
() => [...document.querySelectorAll(".body > p")].flatMap((paragraph) => {
  const lines = [];
  let bottom = -Infinity;
  for (const text of shownTexts(paragraph)) {
    for (let place = 0; place < text.length; place += 1) {
      const range = document.createRange();
      range.setStart(text, place);
      range.setEnd(text, place + 1);
      const rect = range.getClientRects()[0];
      if (!rect || !rect.width) continue;
      if ((rect.top + rect.bottom) / 2 > bottom) {
        lines.push("");
        bottom = rect.bottom;
      }
      lines[lines.length - 1] += text.data[place];
    }
  }
  return lines.slice(0, -1).map((line) => [...line.trim().replace(/\p{Mark}/gu, "")].length);
})
