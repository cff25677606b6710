// Wait for all pictures, then tell what has moved since the page was opened.
async () => {
  const shifts = [];
  const note = (entries) => shifts.push(...entries.flatMap((entry) => entry.sources.map(({ node }) =>
    describe(node instanceof Element ? node : node.parentElement))));
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await Promise.all([...document.images].map((image) => image.decode()));
  for (let frame = 0; frame < 3; frame += 1) await nextFrame();
  note(observer.takeRecords());
  return shifts;
}
