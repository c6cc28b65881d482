"""Probes inside a page: each returns sentences about problems, none when all is well.

They are set into the page from outside, where its content policy does not reach.
"""

from __future__ import annotations

from playwright.sync_api import Page as Tab

from tests.browser.gate import budgets

# Drawn, and every colour that changes by and by has changed.
AT_REST = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {})));
}"""
COUNT_NODES = "() => document.querySelectorAll('*').length"

SET_TEXT_SIZE = "(size) => { document.documentElement.style.fontSize = size; }"
# The distances a reader may set by WCAG 1.4.12.
SET_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""

LATE = 100  # milliseconds after the load in which a script may still push something about
WATCH_SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
      const moved = entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.nodeName);
      window.shifts.push({ value: entry.value, moved: moved.join(" and ") });
    }
  }).observe({ type: "layout-shift", buffered: true });
"""
# What a reader looks at while the script is still on its way: the deeds below the text, if any.
TO_THE_END = """async () => {
  document.querySelector(".deeds, form")?.scrollIntoView({ block: "center" });
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
SCROLL_THROUGH = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await new Promise(requestAnimationFrame);
  }
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  scrollTo(0, 0);
}"""

STICKING_OUT = """([width, allowed]) => {
  const beyond = document.documentElement.scrollWidth - width;
  if (beyond <= allowed) return [];
  const wide = [...document.body.querySelectorAll("*")]
    .filter((each) => each.getBoundingClientRect().right > width + 0.5);
  return [`sticks out by ${beyond}px: ${wide.at(-1)?.outerHTML.slice(0, 120) ?? "?"}`];
}"""
# Text in a box of its own that scrolls or is meant for the ear only is not lost.
CUT_OFF = """() => [...document.body.querySelectorAll(":not(input, textarea)")]
  .filter((each) => {
    const style = getComputedStyle(each);
    if (!/hidden|clip/.test(style.overflowX + style.overflowY) || style.webkitLineClamp !== "none") return false;
    if (each.clientWidth <= 1 || each.clientHeight <= 1 || style.clipPath !== "none") return false;
    if (!each.checkVisibility()) return false;
    return each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
  })
  .map((each) => `cut off: ${each.outerHTML.slice(0, 120)}`)"""

TOO_SMALL = """(smallest) => {
  const shown = (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const inSentence = (each) => {
    if (each.tagName !== "A" || getComputedStyle(each).display !== "inline") return false;
    const around = each.closest("p, li, td, dd, h1, h2, h3, figcaption");
    return around && around.innerText.trim().length > each.innerText.trim().length;
  };
  return [...document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden])")]
    .filter((each) => shown(each) && getComputedStyle(each).clipPath === "none" && !inSentence(each))
    .map((each) => [each, (/checkbox|radio/.test(each.type) && each.closest("label")) || each])
    .map(([each, target]) => [each, target.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && box.height > 1 && box.right > 0 && box.bottom + scrollY > 0)
    .filter(([, box]) => Math.min(box.width, box.height) < smallest - 0.1)
    .map(([each, box]) =>
      `target of ${box.width.toFixed(0)}×${box.height.toFixed(0)}px: ${each.outerHTML.slice(0, 120)}`);
}"""

# What Tab ought to reach, numbered in the order of the page.
NUMBER_STOPS = """() => {
  const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable]";
  const groups = new Set();
  const alone = (each) => {
    if (each.type !== "radio") return true;
    const group = [...document.getElementsByName(each.name)];
    const first = group.find((one) => one.checked) ?? group[0];
    return each === first && !groups.has(each.name) && groups.add(each.name);
  };
  window.stops = [...document.querySelectorAll(all)]
    .filter((each) => each.tabIndex >= 0 && !each.disabled && alone(each))
    .filter((each) => each.checkVisibility({ visibilityProperty: true }));
  document.activeElement?.blur();
  return window.stops.length;
}"""
LOOK_AT_STOP = """([thinnest, faintest]) => {
  const here = document.activeElement;
  if (!here || here === document.body || here === document.documentElement) return null;
  const faults = [];
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number)
      .map((part) => part / 255).map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const clear = (colour) => /, 0\\)$|transparent/.test(colour);
  const around = (each) => {
    for (let up = each.parentElement; up; up = up.parentElement) {
      const colour = getComputedStyle(up).backgroundColor;
      if (!clear(colour)) return colour;
    }
    return getComputedStyle(document.body).colorScheme.includes("dark") ? "rgb(0,0,0)" : "rgb(255,255,255)";
  };
  const style = getComputedStyle(here);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < thinnest || clear(style.outlineColor))
    faults.push(`ring of ${style.outlineWidth} ${style.outlineStyle}`);
  else {
    const [a, b] = [light(style.outlineColor), light(around(here))].sort((x, y) => y - x);
    const contrast = (a + .05) / (b + .05);
    if (contrast < faintest) faults.push(`ring of contrast ${contrast.toFixed(2)}`);
  }
  const box = [...here.getClientRects()][0];
  const target = /checkbox|radio/.test(here.type) ? here.closest("label") ?? here : here;
  const seen = box && box.width > 1 && box.height > 1
    && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  if (!seen) faults.push("focus out of sight");
  else {
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(x, y);
    if (top && !target.contains(top) && !top.contains(here)) faults.push(`focus under ${top.outerHTML.slice(0, 60)}`);
  }
  return { number: window.stops.indexOf(here), html: here.outerHTML.slice(0, 120), faults };
}"""
MOST_PARTS = 8  # a date is one field, but each of its parts is a stop
DESCRIBE_STOP = "(number) => window.stops[number].outerHTML.slice(0, 120)"

LEFT_IN_PRINT = """() => [...document.querySelectorAll("nav, form, button, input, select, textarea, summary")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest("[aria-hidden=true]"))
  .map((each) => `on paper: ${each.outerHTML.slice(0, 120)}`)"""

RUN_AXE = """async ([rules]) => {
  const { violations } = await axe.run(document, {
    runOnly: { type: "tag", values: rules }, resultTypes: ["violations"], elementRef: false,
  });
  return violations.map(({ id, help, nodes }) =>
    `${id} (${help}) ×${nodes.length}: ${nodes[0].html.slice(0, 120)} ${nodes[0].any[0]?.message ?? ""}`);
}"""


def shifts(tab: Tab) -> list[str]:
    """Layout shifts since WATCH_SHIFTS was injected, while scrolling too."""
    tab.wait_for_timeout(LATE)
    tab.evaluate(SCROLL_THROUGH)
    tab.evaluate(AT_REST)
    seen = tab.evaluate("window.shifts")
    total = sum(each["value"] for each in seen)
    if total <= budgets.LAYOUT_SHIFT:
        return []
    return [f"layout shift of {total:.4f}: {'; '.join(each['moved'] for each in seen)}"]


def sticking_out(tab: Tab, width: int) -> list[str]:
    """Elements that overflow or are cut off, after the page was drawn at this width."""
    tab.set_viewport_size(tab.viewport_size | {"width": width})
    tab.evaluate(AT_REST)
    return tab.evaluate(STICKING_OUT, [width, budgets.OVERFLOW]) + tab.evaluate(CUT_OFF)


def too_small(tab: Tab) -> list[str]:
    return tab.evaluate(TOO_SMALL, budgets.SMALLEST_TARGET)


def too_many_nodes(tab: Tab, most: int) -> list[str]:
    nodes = tab.evaluate(COUNT_NODES)
    return [f"{nodes} nodes > {most}"] if nodes > most else []


def violations(tab: Tab, axe: str, scheme: str) -> list[str]:
    tab.emulate_media(color_scheme=scheme)
    tab.evaluate(AT_REST)
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(axe)
    return [f"{scheme}: {each}" for each in tab.evaluate(RUN_AXE, [list(budgets.AXE_RULES)])]


def left_in_print(tab: Tab) -> list[str]:
    tab.emulate_media(media="print")
    return tab.evaluate(LEFT_IN_PRINT)


def walked(tab: Tab) -> list[str]:
    """Problems for a reader with a keyboard only, from the first Tab stop to the last."""
    count = tab.evaluate(NUMBER_STOPS)
    faults, visited = [], []
    most = count + 3 * MOST_PARTS
    for _ in range(most):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(LOOK_AT_STOP, [budgets.THINNEST_RING, budgets.FAINTEST_RING])
        if stop is None or (visited and stop["number"] == visited[0] >= 0):
            break
        if len(visited) > MOST_PARTS and set(visited[-MOST_PARTS:]) == {stop["number"]}:
            return [*faults, f"trapped in {stop['html']}"]
        visited.append(stop["number"])
        faults += [f"{fault} at {stop['html']}" for fault in stop["faults"]]
    else:
        faults.append(f"no end after {most} stops")
    missed = sorted(set(range(count)) - set(visited))
    faults += [f"unreached {tab.evaluate(DESCRIBE_STOP, number)}" for number in missed]
    known = [number for number in visited if number >= 0]
    if known != sorted(known):
        faults.append("out of the order of the page")
    return faults
