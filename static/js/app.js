// Small comforts on top of pages that work without them.
(() => {
  "use strict";

  const { htmx } = document.currentScript.dataset;
  const live = document.getElementById("live");
  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const on = (event, act, options) => document.addEventListener(event, act, options);

  function make(tag, attributes, text) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text || "";
    return element;
  }

  // Emptied first: the same sentence twice in a row is said twice.
  function say(sentence) {
    live.textContent = "";
    setTimeout(() => { live.textContent = sentence; }, 50);
  }

  // After a swap: one sentence, one place to go on. The answer carries both.
  on("htmx:after:swap", () => {
    dropTwins();
    const speaking = all("[data-say]").pop();
    if (speaking) {
      say(speaking.dataset.say);
      all("[data-say]").forEach((element) => element.removeAttribute("data-say"));
    }
    const next = find("[data-focus]");
    if (next) {
      all("[data-focus]").forEach((element) => element.removeAttribute("data-focus"));
      next.focus();
    }
    dress(document);
    goOn();
  });

  // What was just written, or was recommended less meanwhile, may come again with 「더 보기」: the first
  // stays, with its answers.
  function dropTwins() {
    const seen = new Set();
    let twin = false;
    for (const comment of all("#thread > .comment")) {
      if (!comment.matches(".in1, .in2")) {
        twin = seen.has(comment.id);
        seen.add(comment.id);
      }
      if (twin) comment.remove();
    }
  }

  // Failures: one sentence beside what was pressed.
  const KEPT = "쓰신 글은 그대로 있습니다. ";

  on("htmx:response:error", ({ detail: { ctx } }) => {
    if (ctx.response.status === 422 || ctx.sourceElement.matches("[data-quiet]")) return;
    const answer = new DOMParser().parseFromString(ctx.text, "text/html");
    if (find("#again", answer)) return signInAgain(ctx.sourceElement, document.importNode(find("#again", answer), true));
    const alert = find("[role=alert]", answer);
    renew(alert?.dataset.token);
    complain(ctx.sourceElement, alert && document.importNode(alert, true));
  });

  function renew(token) {
    if (token) all("input[name=csrf_token]").forEach((field) => { field.value = token; });
  }

  // The session has ended: the form to sign in stands before what was pressed, and that is
  // pressed again once somebody is signed in.
  let unsent = null;

  function signInAgain(source, form) {
    all("#again, #error").forEach((old) => old.remove());
    unsent = source;
    (source.closest("form, .c-acts, nav") || source).before(form);
    window.htmx.process(form);
    dress(form);
    find("[data-focus]", form).focus();
  }

  function goOn() {
    const again = find("#again[data-token]");
    if (!again) return;
    renew(again.dataset.token);
    again.remove();
    if (unsent?.isConnected) unsent.matches("form") ? unsent.requestSubmit() : unsent.click();
  }

  on("htmx:error", ({ detail: { ctx } }) => {
    if (ctx && !ctx.sourceElement.matches("[data-quiet]")) complain(ctx.sourceElement);
  });

  function complain(source, alert) {
    const place = source.closest("form") || source;
    const kept = all("textarea", place).some((area) => area.value) ? KEPT : "";
    alert ||= make("div", { class: "notice danger", role: "alert" }, `보내지 못했습니다. ${kept}잠시 뒤 다시 눌러 주세요.`);
    alert.id = "error";
    all("#error").forEach((old) => old.remove());
    const beside = place.matches(".write") ? find(".ends", place) : place.closest("nav, .c-acts, .deeds, .more") || place;
    beside.before(alert);
  }

  // An answer judges a form anew: what an earlier one said of its fields goes, also where only the end
  // of the form comes anew, or nothing.
  on("htmx:after:request", ({ detail: { ctx } }) => {
    const form = ctx.request.method === "POST" && ctx.sourceElement.closest("form");
    if (!form) return;
    all(".error", form).forEach((error) => error.remove());
    all(".wrong", form).forEach((field) => field.classList.remove("wrong"));
    for (const input of all("[aria-invalid]", form)) {
      input.removeAttribute("aria-invalid");
      input.setAttribute("aria-describedby", input.getAttribute("aria-describedby").replace(/ ?\S+-error/, ""));
    }
    if (ctx.response.raw.ok) all("[data-draft]", form).forEach(forget);
  });

  // While something is under way: silence for 0.4 s, then a word on the button.
  on("htmx:before:request", ({ detail: { ctx } }) => {
    const pressed = ctx.sourceElement;
    if (!pressed.matches("form, button")) return;
    all("#error", pressed).forEach((old) => old.remove());
    ctx.slow = setTimeout(() => {
      pressed.setAttribute("aria-busy", "true");
      const button = find("[data-busy]", pressed);
      if (!button) return;
      ctx.words = button.textContent;
      button.textContent = button.dataset.busy;
    }, 400);
  });

  on("htmx:finally:request", ({ detail: { ctx } }) => {
    clearTimeout(ctx.slow);
    const pressed = ctx.sourceElement;
    pressed.removeAttribute?.("aria-busy");
    if (ctx.words && pressed.isConnected) find("[data-busy]", pressed).textContent = ctx.words;
  });

  // htmx comes when somebody reaches for the page: who only reads never fetches it. What they press
  // before it is there is pressed again once it is, or goes the plain way if it does not come.
  const CONFIG = {
    defaultSwap: "outerHTML", defaultTimeout: 10000, defaultSettleDelay: 0, history: "reload", mode: "same-origin",
    extensions: "none", includeIndicatorCSS: false, noSwap: [204, 304, 400, 401, 403, 404, 405, 409, 410, 413, 415, 429, "5xx"],
  };
  const opened = location.pathname + location.search;
  const held = new Set();
  let coming = null;
  let settled = false;

  function fetchHtmx() {
    coming ||= new Promise((done) => {
      document.head.append(make("meta", { name: "htmx-config", content: JSON.stringify(CONFIG) }));
      const script = make("script", { src: htmx });
      const end = () => { settled = true; done(); };
      script.onload = script.onerror = () => setTimeout(end); // htmx first looks round
      setTimeout(end, 5000);
      document.head.append(script);
    });
    return coming;
  }

  async function hold(event, pressed, again) {
    if (!pressed || settled) return;
    event.preventDefault();
    event.stopPropagation();
    if (held.has(pressed)) return;
    held.add(pressed);
    await fetchHtmx();
    held.delete(pressed);
    again(pressed);
  }

  // The time at which somebody begins to write is signed by the server. What is sent sooner than a
  // person could have written it waits here for as long as the server would find it too quick.
  on("focusin", async ({ target }) => {
    const stamp = target.form?.elements.stamp;
    if (!stamp || stamp.value || stamp.asked) return;
    stamp.asked = true;
    const answer = await fetch("/stamps/new").catch(() => null);
    if (!answer?.ok) return;
    stamp.value = await answer.text();
    stamp.ripe = Date.now() + stamp.dataset.wait * 1000;
  });
  on("submit", (event) => {
    const { target: form, submitter } = event;
    const rest = form.elements.stamp?.ripe - Date.now();
    if (!(rest > 0)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    form.setAttribute("aria-busy", "true");
    form.ripening ||= setTimeout(() => { form.ripening = 0; form.requestSubmit(submitter); }, rest);
  }, true);

  for (const reach of ["pointerover", "touchstart", "focusin", "keydown"]) {
    on(reach, fetchHtmx, { once: true, passive: true, capture: true });
  }
  on("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    hold(event, event.target.closest("a[data-hx-get], button[data-hx-post]"), (pressed) => pressed.click());
  }, true);
  on("submit", (event) => {
    const { submitter } = event;
    hold(event, event.target.closest("form[data-hx-get], form[data-hx-post]"), (form) => form.requestSubmit(submitter));
  }, true);
  // Without htmx nobody else answers to going back to what it had put in place before a reload.
  addEventListener("popstate", () => {
    if (!window.htmx && location.pathname + location.search !== opened) location.reload();
  });

  // The second half of a double click must not undo what the first half did. When the first only
  // opened what now lies under the finger, the second is a deed of its own.
  let sent = false;

  on("click", (event) => {
    const sends = Boolean(event.target.closest("form[data-hx-post] button, button[data-hx-post]"));
    if (event.detail > 1 && sends && sent) {
      event.preventDefault();
      event.stopPropagation();
    }
    sent = sends;
  }, true);

  // Forms that open under a comment: one at a time; 취소 and Esc give the focus back.
  const OPENED = ".thread .write";
  let opener = null;

  on("htmx:before:swap", ({ detail: { ctx } }) => {
    if (!ctx.sourceElement.matches(".c-acts a") || ctx.response.status >= 400) return;
    all(OPENED).forEach((form) => form.remove());
    opener = ctx.sourceElement;
  });

  function close(form) {
    const comment = form.closest("li");
    form.remove();
    (opener?.isConnected ? opener : comment).focus();
  }

  on("click", (event) => {
    const form = event.target.closest("[data-close]")?.closest(OPENED);
    if (!form) return;
    event.preventDefault();
    close(form);
  });

  on("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") {
      const form = event.target.closest(OPENED);
      if (form) close(form);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
      event.preventDefault();
      event.target.form?.requestSubmit();
    }
  });

  // Typed text: counted, and kept in this tab until the server has it; with it the one-use id of its
  // form, by which the server knows what it has already when its answer was lost.
  function drafts(act) {
    try { return act(sessionStorage); } catch { return null; }
  }

  on("input", ({ target }) => {
    const { counter, draft } = target.dataset;
    if (counter) count(target);
    if (draft) drafts((kept) => kept.setItem(draft, JSON.stringify([target.value, target.form.elements.once.value])));
  });

  function forget({ dataset }) {
    drafts((kept) => kept.removeItem(dataset.draft || dataset.stored));
  }

  // What went the plain way is named by the next page. Going back, browsers fill in what was typed,
  // also what was sent since.
  all("[data-stored]").forEach(forget);

  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted && performance.getEntriesByType("navigation")[0].type !== "back_forward") return;
    for (const area of all("textarea[data-draft]")) {
      if (!drafts((kept) => !kept.getItem(area.dataset.draft))) continue;
      area.value = area.defaultValue;
      count(area);
    }
  });

  function count(area) {
    const most = Number(area.dataset.counter);
    const left = most - area.value.length;
    const shown = find("[data-count]", area.closest(".field"));
    shown.textContent = area.value.length.toLocaleString("ko");
    shown.parentElement.classList.toggle("over", left < 0);
    if (left === 50) say("50자 남았습니다.");
    if (left === 0) say(`${most.toLocaleString("ko")}자를 다 썼습니다.`);
  }

  // What only a script can serve is put in by the script.
  function dress(root) {
    for (const area of all("textarea[data-draft]:not([data-dressed])", root)) {
      area.dataset.dressed = "";
      const kept = drafts((storage) => JSON.parse(storage.getItem(area.dataset.draft)));
      if (kept && !area.value) {
        [area.value, area.form.elements.once.value] = kept;
        count(area);
      }
    }
    for (const input of all("input[type=password]:not([data-dressed])", root)) revealable(input);
    for (const share of all(".share:not([data-dressed])", root)) shareable(share);
  }

  function revealable(input) {
    input.dataset.dressed = "";
    const button = make("button", { type: "button", class: "btn reveal", "aria-pressed": "false", "aria-controls": input.id }, "보이기");
    input.after(button);
    button.addEventListener("click", () => {
      const shown = input.type === "text";
      input.type = shown ? "password" : "text";
      button.setAttribute("aria-pressed", String(!shown));
    });
  }

  function shareable(share) {
    share.dataset.dressed = "";
    const { shareUrl: url, shareTitle: title } = share.dataset;
    const address = find("input", share);
    const copy = make("button", { type: "button", class: "btn" }, "주소 복사");
    copy.addEventListener("click", async () => {
      address.select();
      try {
        await navigator.clipboard.writeText(url);
        say("주소를 복사했습니다.");
        copy.textContent = "복사했습니다";
        setTimeout(() => { copy.textContent = "주소 복사"; }, 3000);
      } catch {
        say("주소를 골라 두었습니다. 길게 눌러 복사해 주세요.");
      }
    });
    address.after(copy);
    if (navigator.share) {
      const sheet = make("button", { type: "button", class: "btn" }, "앱으로 보내기");
      sheet.addEventListener("click", () => navigator.share({ title, url }).catch(() => {}));
      const item = make("li", {});
      item.append(sheet);
      find("ul", share).prepend(item);
    }
    const print = make("button", { type: "button", class: "btn" }, "인쇄");
    print.addEventListener("click", () => window.print());
    share.parentElement.append(print); // last, so that nothing moves
  }

  dress(document);
  if (document.body.matches(".with-comments")) addEventListener("load", () => window.print());
})();
