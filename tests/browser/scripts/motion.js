// What moves or fades by itself, or would.
() => {
  const moves = (element) => ["transitionDuration", "animationDuration"]
    .some((property) => getComputedStyle(element)[property].split(",").some((time) => parseFloat(time) > 0));
  return [...document.querySelectorAll("*")].filter(moves).map(describe).concat(document.getAnimations().map(String));
}
