// The text of each of a story's paragraphs, and how wide its column is, in ems of its font.
() => [...document.querySelectorAll(".body > p")].map((paragraph) =>
  [paragraph.textContent, paragraph.clientWidth / parseFloat(getComputedStyle(paragraph).fontSize)])
