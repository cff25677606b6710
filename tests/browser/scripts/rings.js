// What keeps the focus from being seen on the first stop of each part of the page.
() => [...document.querySelectorAll("header, nav, main, article, td, footer, details")]
  .map((part) => part.querySelector("a[href]:not([tabindex='-1']), summary"))
  .filter((stop) => stop && isShown(stop))
  .map((stop) => {
    stop.focus({ focusVisible: true });
    const fault = faultOfFocus(stop);
    return fault && `${fault}: ${describe(stop)}`;
  })
  .filter((fault) => fault)
