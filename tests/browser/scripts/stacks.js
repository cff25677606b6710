// Of each element that a selector finds: how far each of its children stands from the element's left edge, and how far
// below the child before it.
([selector]) =>
  [...document.querySelectorAll(selector)].map((element) => {
    const outer = element.getBoundingClientRect();
    let last = outer.top;
    return [...element.children].map((child) => {
      const { left, top, bottom } = child.getBoundingClientRect();
      const below = Math.round(top - last);
      last = bottom;
      return { start: Math.round(left - outer.left), below };
    });
  })
