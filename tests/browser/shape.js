// Evaluated in a page: the frame of another page of the site, read by the browser's own parser.
async (path) => {
  const text = await (await fetch(path)).text();
  const page = new DOMParser().parseFromString(text, "text/html");
  const kind = (each) =>
    each.localName + (each.getAttribute("property") || each.getAttribute("name") || each.rel || "");
  JSON.parse(page.querySelector("script[type='application/ld+json']").textContent);
  return JSON.stringify([
    [...page.head.children].map(kind),
    [...page.querySelectorAll("main > *, article.article > *, .headline > *")].map(
      (each) => `${each.localName}.${each.className}`,
    ),
    [...page.body.children].map((each) => each.localName),
  ]);
}
