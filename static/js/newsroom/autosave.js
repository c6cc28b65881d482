// What is typed in the editor is kept on the server every few seconds, and shown beside the text
// as readers will see it. Without it there is 임시 저장 and 저장하고 미리 보기.
(() => {
  "use strict";

  const EVERY = 10000;
  const PATIENCE = 20000;
  const MOST_WHILE_LEAVING = 20000; // letters: browsers send no more than 64 KB behind a closed page
  const find = (selector, root = document) => root.querySelector(selector);
  const form = find("#editor");
  if (!form) return;

  const own = Math.random().toString(36).slice(2);
  const bar = find("#manuscript");
  const status = find("#saved");
  let changed = false; // typed and not on its way to the server
  let held = false; // another window is at it: nothing is sent before somebody decides
  let running = null;
  let hurry = false; // asked for again while it was running
  let sent = false; // the form itself goes as soon as what is running has ended
  let timer = 0;
  let pane = null;

  function make(tag, attributes, text) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text || "";
    return element;
  }

  function button(text, act, look = "btn") {
    const made = make("button", { type: "button", class: look }, text);
    made.addEventListener("click", act);
    return made;
  }

  begin();

  function begin() {
    const before = mine(own);
    form.elements.window.value = own;
    if (bar && bar.dataset.window === before) calm(bar);
    else if (bar && "held" in bar.dataset) hold(bar);
    form.addEventListener("input", note);
    form.addEventListener("focusout", () => save());
    form.addEventListener("submit", leave);
    addEventListener("pagehide", () => save(true));
    document.addEventListener("visibilitychange", () => { if (document.hidden) save(true); });
    addEventListener("beforeunload", (event) => { if (changed || running) event.preventDefault(); });
    find("button[value=show]", find("#ends")).after(button("옆에서 보기", openPane, "btn beside"));
  }

  // The window this tab was before it was loaded anew; from now on it is `window`.
  function mine(name) {
    try {
      const before = sessionStorage.getItem("naru-window");
      sessionStorage.setItem("naru-window", name);
      return before;
    } catch { return null; }
  }

  function note({ target }) {
    if (target.type === "file") return;
    changed = true;
    if (held) status.textContent ||= "다른 창에서 고치는 중이라 저장하지 않고 있습니다.";
    else timer ||= setTimeout(save, EVERY);
  }

  async function save(leaving) {
    if (running) {
      hurry = true;
      return running;
    }
    clearTimeout(timer);
    timer = 0;
    if (!changed || held) return;
    changed = hurry = false;
    running = send(leaving === true);
    await running;
    running = null;
    if (!changed || held || sent) return;
    if (hurry) await save();
    else timer ||= setTimeout(save, EVERY);
  }

  async function send(leaving, again) {
    const words = new FormData(form);
    words.delete("files");
    const letters = [...words.values()].join("").length;
    try {
      const response = await fetch(form.dataset.autosave, {
        method: "POST",
        body: words,
        headers: { "HX-Request": "true" },
        keepalive: leaving && letters < MOST_WHILE_LEAVING,
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (response.ok) return kept(await response.json());
      changed = true;
      if (response.status === 403 && !again && renew(await response.text())) return send(leaving, true);
      await refused(response);
    } catch {
      changed = true;
      tell("저장하지 못했습니다. 쓰신 글은 이 창에 그대로 있습니다. 곧 다시 해 봅니다.");
    }
  }

  function kept(answer) {
    form.elements.version.value = answer.version;
    form.elements.manuscript.value = answer.manuscript;
    if (form.getAttribute("action") !== answer.edit) settle(answer);
    status.classList.remove("wrong");
    status.textContent = `저장됨 ${answer.at}`;
    find("iframe", pane || form)?.contentWindow.location.replace(answer.preview);
  }

  // A new article has become a draft: from here on this page is its editor.
  function settle(answer) {
    form.setAttribute("action", answer.edit);
    Object.assign(form.dataset, { autosave: answer.autosave, preview: answer.preview });
    form.elements.files.dataset.upload = answer.upload;
    find("[data-later]").textContent = "고르면 바로 올라갑니다. 사진 설명과 순서는 아래에서 정합니다.";
    history.replaceState(null, "", answer.edit);
  }

  async function refused(response) {
    if (response.status === 401) return tell("로그인이 풀렸습니다. 새 창에서 로그인하면 이어서 저장합니다.", "/session/new");
    if (response.status === 404) return give("이 글은 다른 창에서 지웠습니다. 쓰신 글은 이 창에 그대로 있습니다.");
    const said = response.headers.get("Content-Type").includes("json") ? await response.json() : {};
    if (response.status === 409 && said.says) return crossed(said);
    tell(said.says || "저장하지 못했습니다. 쓰신 글은 이 창에 그대로 있습니다. 곧 다시 해 봅니다.");
  }

  function give(sentence) {
    held = true;
    tell(sentence);
  }

  function tell(sentence, address) {
    status.classList.add("wrong");
    status.textContent = sentence;
    if (address) status.append(" ", make("a", { href: address, target: "_blank", rel: "noopener" }, "로그인"));
  }

  // The page was made with a token that no longer holds; the answer brings a new one.
  function renew(html) {
    const fresh = find("[data-token]", new DOMParser().parseFromString(html, "text/html"));
    if (!fresh) return false;
    for (const field of document.querySelectorAll("input[name=csrf_token]")) field.value = fresh.dataset.token;
    find("meta[name=csrf-token]").content = fresh.dataset.token;
    return true;
  }

  // Another window

  function hold(notice) {
    held = true;
    find("form", notice).prepend(button("이어받기", () => {
      calm(notice);
      if (changed) return save();
      mine(notice.dataset.window); // nothing typed here yet: the newest words are fetched
      location.reload();
    }));
  }

  function calm(notice) {
    held = false;
    find("[data-typing]", notice)?.remove();
    find("[data-kept]", notice).hidden = false;
  }

  function crossed(said) {
    held = true;
    tell("다른 창과 겹쳐 저장하지 않고 있습니다.");
    find("#crossed")?.remove();
    const notice = make("div", { class: "notice danger", id: "crossed", role: "alert" });
    const words = make("div", {});
    const ways = make("p", { class: "ways" });
    ways.append(button("이어받기", () => {
      notice.remove();
      form.elements.version.value = said.version;
      form.elements.manuscript.value = said.manuscript;
      held = false;
      changed = true;
      save();
    }), make("a", { class: "btn", href: form.dataset.preview, target: "_blank" }, "다른 창의 글 보기"));
    words.append(make("p", {}, `${said.says} 이 창에서 쓰신 글은 그대로 있습니다. 이어받으면 이 창의 글이 남습니다.`), ways);
    notice.append(words);
    form.before(notice);
  }

  // A form that is sent while its words are being kept waits for that, but not for long.
  async function leave(event) {
    clearTimeout(timer);
    if (running) event.preventDefault();
    if (sent) return; // pressed twice
    if (running) {
      sent = true;
      await Promise.race([running, new Promise((done) => { setTimeout(done, 3000); })]);
      sent = false;
      running = null;
      form.requestSubmit(event.submitter);
    }
    changed = false;
  }

  // The preview beside the text

  async function openPane() {
    pane?.remove();
    pane = make("section", { class: "pane", "aria-label": "미리 보기" });
    const bench = make("p", { class: "ways" });
    const stage = make("div", { class: "stage" });
    const frame = make("iframe", { title: "독자가 볼 글", sandbox: "allow-same-origin" });
    const widths = [["휴대전화 폭", 375], ["컴퓨터 폭", 1280]].map(([name, width]) => {
      const one = button(name, () => {
        for (const each of widths) each.setAttribute("aria-pressed", String(each === one));
        pane.dataset.width = width;
        frame.style.setProperty("--scale", Math.min(1, stage.clientWidth / width));
      });
      return one;
    });
    stage.append(frame);
    bench.append(...widths, button("닫기", () => { pane.remove(); pane = null; }));
    pane.append(bench, stage);
    document.body.append(pane);
    widths[0].click();
    widths[0].focus();
    await save();
    if (pane && form.dataset.preview) frame.src = form.dataset.preview;
    else tell("아직 쓴 글이 없습니다.");
  }
})();
