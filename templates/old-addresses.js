{# Leads from an old address with a query to its article; on the front page and the 404 page. #}
(() => {
  const campaign = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|share|amp|replytocom)$/;
  const root = new URL(".", document.currentScript.src);
  const encode = (text) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (sign) => "%" + sign.charCodeAt(0).toString(16).toUpperCase()).replace(/%20/g, "+");
  const parts = [...new URLSearchParams(location.search)].filter(([name]) => !campaign.test(name));
  if (!parts.length) return;
  const query = parts
    .sort(([one, first], [other, second]) => (one < other || (one === other && first < second) ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
  const path = decodeURIComponent(location.pathname).slice(decodeURIComponent(root.pathname).length - 1);
  const address = `${path.replace(/^\/index\.html$/, "/")}?${query}`;
  const hash = new TextEncoder().encode(address).reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
  globalThis.newsgenOldAddresses = (addresses) => {
    if (Object.hasOwn(addresses, address)) location.replace(new URL(addresses[address], root));
  };
  const script = document.createElement("script");
  script.src = new URL(`old-addresses/${hash % {{ count }}}.js`, root);
  document.head.append(script);
})();
