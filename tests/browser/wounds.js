// Evaluated in a page: a list of sentences on what hostile words did to it; empty when nothing.
() => {
  const wounds = [];
  const all = [...document.querySelectorAll("*")];
  const say = (what, element) => wounds.push(`${what}: ${element.outerHTML.slice(0, 200)}`);

  const ADDRESSES = ["href", "src", "action", "formaction", "xlink:href", "poster"];
  const SCHEMES = ["http:", "https:", "mailto:", "tel:", "data:"];
  const NEVER = /^(iframe|frame|object|embed|base|math|foreignobject|marquee|applet|portal|template)$/;

  if (window.__hurt) wounds.push(`ran ${window.__hurt} times`);
  for (const element of all) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) say("handler", element);
      if (/^(data-)?hx-on/.test(name)) say("handler of htmx", element);
      if (!ADDRESSES.includes(name)) continue;
      const { protocol } = new URL(value, location.href);
      if (!SCHEMES.includes(protocol)) say("scheme", element);
      if (protocol === "data:" && element.localName !== "img") say("data", element);
    }
    if (NEVER.test(element.localName)) say("element", element);
  }
  for (const script of document.scripts) {
    const ours = script.src.startsWith(`${location.origin}/static/`);
    if (!ours && script.type !== "application/ld+json") say("script", script);
  }
  for (const form of document.forms) {
    const action = new URL(form.getAttribute("action") || "", location.href);
    if (action.origin !== location.origin) say("form", form);
  }

  // Where readers' and editors' words stand, nothing is dressed but by us.
  const TEXTS = ".prose, .c-text, .c-name, .snippet, .t, .subtitles, .by, figcaption, .source, h1";
  const DRESSED =
    "script, style, form, input, button, svg, link, meta, [id], [class], [style], [data-hx-get], [hx-get]";
  const OURS = ".icon, .vh, .num, .meta, .new, .n, .clip, .t, .credit, .edge, .table";
  for (const text of document.querySelectorAll(TEXTS)) {
    for (const element of text.querySelectorAll(DRESSED)) {
      if (!element.matches(OURS) && !element.closest("svg.icon")) say("dressed", element);
    }
  }

  // The frame stands as always, and nothing is wider than the screen.
  for (const once of ["main#main", "footer.foot", "header.masthead", "#live", "title"]) {
    const found = [...document.querySelectorAll(once)].filter((each) => !each.closest("svg"));
    if (found.length !== 1) wounds.push(`${found.length} times ${once}`);
  }
  const frame = [...document.body.children].map((each) => each.localName).join(" ");
  if (!/^p a header (nav )?main footer$/.test(frame.replace(/ (div|form|script)/g, ""))) {
    wounds.push(`frame: ${frame}`);
  }
  const screen = document.documentElement;
  const wide = screen.scrollWidth - screen.clientWidth;
  if (wide > 0 && !document.querySelector(".editor")) {
    const beyond = all.filter((each) => each.getBoundingClientRect().right > screen.clientWidth + 1);
    wounds.push(`wider by ${wide}: ${beyond.pop()?.outerHTML.slice(0, 200)}`);
  }
  return wounds;
}
