// The moderators' queue: where the focus goes once a card has left, and keys for those who want
// them. Every key presses a button of the page. Keys are heard inside the queue, and while the focus
// is nowhere else, as when the page has just opened; arrows scroll until a card has the focus.
(() => {
  "use strict";

  const OFF = "naru-shortcuts-off";
  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const on = (event, act) => document.addEventListener(event, act);
  const cardOf = (element) => element.closest?.("#queue > li");
  const kept = (act) => { try { return act(localStorage); } catch { return null; } };
  let listening = !kept((storage) => storage.getItem(OFF));

  // What only a script can serve is put in by the script.
  function dress() {
    const place = find("#shortcuts-place:empty");
    if (place) place.append(find("#keys").content.cloneNode(true));
    const button = find("#shortcuts");
    button.setAttribute("aria-pressed", String(listening));
    find("span", button).textContent = listening ? "켬" : "끔";
    document.documentElement.toggleAttribute("data-shortcuts", listening);
    for (const pressed of all("[data-key]")) {
      if (listening) pressed.setAttribute("aria-keyshortcuts", pressed.dataset.key);
      else pressed.removeAttribute("aria-keyshortcuts");
    }
    count();
  }

  function count() {
    const shown = find("#chosen");
    if (shown) shown.textContent = `${all("#queue input:checked").length}개`;
  }

  on("change", count);

  on("click", (event) => {
    if (event.target.closest("#shortcuts")) {
      listening = !listening;
      kept((storage) => (listening ? storage.removeItem(OFF) : storage.setItem(OFF, "y")));
      dress();
    } else if (event.target.closest("#help")) {
      find("#keys-help").showModal();
    } else if (event.target.closest("[data-shut]")) {
      event.preventDefault();
      shut(event.target);
    }
  });

  // What was opened beside a card, or above them all, closes; the focus goes back to the card.
  function shut(inside) {
    const card = cardOf(inside);
    inside.closest(".drawer, #confirm").replaceChildren();
    (card || find("#queue-head")).focus();
  }

  on("keydown", (event) => {
    const { target } = event;
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    const nowhere = target === document.body;
    if (!nowhere && !target.closest("#queue-part")) return;
    if (target.matches("input:not([type=checkbox]), textarea, select")) return;
    if (event.key === "Escape") return fold(event);
    const key = nameOf(event);
    if (!listening || (nowhere && key.startsWith("arrow"))) return;
    if (press(key, cardOf(target), event.repeat)) event.preventDefault();
  });

  // The letter on the key, also where it would write Hangul.
  function nameOf({ key, code }) {
    return (/^Key[A-Z]$/.test(code) && !/^[a-z]$/i.test(key) ? code[3] : key).toLowerCase();
  }

  function press(key, card, again) {
    if (key === "j" || key === "arrowdown") return step(card ? card.nextElementSibling : find("#queue > li"));
    if (key === "k" || key === "arrowup") return step(card?.previousElementSibling);
    if (again) return false;
    if (key === "?") return find("#keys-help").showModal(), true;
    const where = key === "u" ? find("#undo") : /^\d$/.test(key) ? card && find(".reasons[open]", card) : card;
    const pressed = where && /^[a-z\d]$/.test(key) && find(`[data-key="${key}"]`, where);
    pressed?.click?.();
    return Boolean(pressed);
  }

  function step(card) {
    card?.focus();
    return Boolean(card);
  }

  function fold(event) {
    const beside = event.target.closest(".drawer, #confirm");
    const open = event.target.closest("details[open]") || (cardOf(event.target) && find("details[open]", cardOf(event.target)));
    if (beside) return shut(event.target);
    if (!open) return;
    open.open = false;
    cardOf(open).focus();
  }

  // What opens comes out from under the bar at the bottom.
  const bringUp = (opened) => opened?.scrollIntoView({ block: "nearest" });
  document.addEventListener("toggle", ({ target }) => target.open && bringUp(cardOf(target)), true);

  // A card that leaves takes the focus with it: it goes to the next one, or to the heading.
  on("htmx:before:request", ({ detail: { ctx } }) => {
    if (!ctx.sourceElement.matches(".acts, .confirm-many")) return;
    const cards = all("#queue > li");
    const here = cards.indexOf(cardOf(ctx.sourceElement));
    ctx.rest = here < 0 ? cards.filter((card) => !find("input:checked", card)) : cards.slice(here + 1);
  });

  on("htmx:after:swap", ({ detail: { ctx } }) => {
    dress();
    bringUp(ctx.target.closest?.(".drawer")?.firstElementChild);
    const { activeElement } = document;
    if (!ctx.rest || (activeElement && activeElement !== document.body)) return;
    (ctx.rest.find((card) => card.isConnected) || find("#queue-head")).focus();
  });

  dress();
})();
