// What every script of this folder may use.

const describe = (element) => {
  const name = element.localName + [...element.classList].map((word) => "." + word).join("");
  const parent = element.parentElement ? element.parentElement.localName + [...element.parentElement.classList].map((word) => "." + word).join("") : "";
  return `${parent} > ${name} "${element.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}"`;
};

const ancestors = function* (element) {
  for (let each = element; each; each = each.parentElement) yield each;
};

// Text for screen readers alone is clipped to nothing; the skip link waits above the page.
const isShown = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  && element.getBoundingClientRect().bottom + scrollY > 0
  && ![...ancestors(element)].some((each) => getComputedStyle(each).clipPath !== "none");

const shownTexts = (root = document.body) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.data.trim() && isShown(text.parentElement)) found.push(text);
  }
  return found;
};

const rectsOf = (text) => {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].filter((rect) => rect.width > 0.5 && rect.height > 0.5);
};

const shownTargets = () =>
  [...document.querySelectorAll("a[href], summary, button, input, select, textarea")].filter(isShown);

// A colour of any notation as red, green, blue and opacity, from 0 to 1.
const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 })
  .getContext("2d", { willReadFrequently: true });
const colours = new Map();
const readColour = (colour) => {
  if (!colours.has(colour)) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    colours.set(colour, [...pen.getImageData(0, 0, 1, 1).data].map((part) => part / 255));
  }
  return colours.get(colour);
};

const layOver = (above, below) => {
  const opacity = above[3];
  return [0, 1, 2].map((part) => above[part] * opacity + below[part] * (1 - opacity)).concat(1);
};

const groundOf = (element) => {
  const layers = [...ancestors(element)].map((each) => readColour(getComputedStyle(each).backgroundColor));
  return layers.reduceRight((below, above) => layOver(above, below), readColour("Canvas"));
};

// WCAG 2.2: relative luminance and contrast ratio.
const luminance = (colour) => {
  const [red, green, blue] = colour.slice(0, 3)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

// What keeps the ring around a focused element from being seen, or "": WCAG 2.4.13 asks for 2 pixels and 3:1.
const faultOfFocus = (element) => {
  const style = getComputedStyle(element);
  const ground = groundOf(element.parentElement);
  if (!element.matches(":focus-visible")) return "focus is not shown";
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return "there is no ring";
  const ratio = contrast(layOver(readColour(style.outlineColor), ground), ground);
  if (ratio < 3) return `the ring's contrast is ${ratio.toFixed(1)}`;
  const reach = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth);
  const box = element.getBoundingClientRect();
  const ring = { left: box.left - reach, right: box.right + reach, top: box.top - reach, bottom: box.bottom + reach };
  const edges = [...ancestors(element.parentElement)]
    .filter((each) => ![document.body, document.documentElement].includes(each))
    .filter((each) => getComputedStyle(each).overflowX !== "visible")
    .map((each) => each.getBoundingClientRect());
  edges.push(new DOMRect(0, -scrollY, document.documentElement.clientWidth, document.documentElement.scrollHeight));
  const cut = edges.some((edge) =>
    ring.left < edge.left || ring.right > edge.right || ring.top < edge.top || ring.bottom > edge.bottom);
  return cut ? "the ring is cut off" : "";
};
