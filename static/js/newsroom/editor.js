// The newsroom's comforts: a rich editor over the plain text box, and files that go up as they are
// chosen. Without it all still works. What is typed is kept by autosave.js.
(() => {
  "use strict";

  const find = (selector, root = document) => root.querySelector(selector);
  const area = find("textarea[data-editor]");
  const form = area?.form;
  let editor = null;

  if (area && window.SUNEDITOR) enrich();
  if (find("#files", form)) upload(find("#files", form));

  function enrich() {
    const { blockStyle, blockquote, list_bulleted, list_numbered, hr, table, link } = SUNEDITOR.plugins;
    area.value = area.dataset.html;
    editor = SUNEDITOR.create(area, {
      plugins: { blockStyle, blockquote, list_bulleted, list_numbered, hr, table, link },
      lang: SUNEDITOR_LANG.ko,
      buttonList: [
        ["undo", "redo"],
        ["blockStyle", "bold"],
        ["list_bulleted", "list_numbered", "blockquote"],
        ["table", "link", "hr"],
        ["removeFormat"],
      ],
      blockStyle: { items: ["p", "h2", "h3"] },
      hr: { items: [{ name: "가로줄", class: "__se__solid" }] },
      link: { openNewWindow: false, noAutoPrefix: false },
      defaultUrlProtocol: "https://",
      width: "100%",
      minHeight: "20rem",
      height: "auto",
      statusbar: false,
      toolbar_sticky: -1,
      tabDisable: true,
      editableFrameAttributes: {
        spellcheck: "false",
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": "body-label",
        ...(area.getAttribute("aria-invalid") && { "aria-invalid": "true", "aria-describedby": "body-error" }),
      },
      events: { onChange: () => area.dispatchEvent(new Event("input", { bubbles: true })) },
    });
    // Whoever takes the form's words, to send or to keep them, gets those of the rich editor.
    form.addEventListener("formdata", ({ formData }) => {
      formData.set("body", editor.isEmpty() ? "" : unframed(editor.$.html.get()));
    });
    find("[data-plain-hint]").textContent = "한글이나 워드에서 복사해 붙이면 글꼴과 색은 빼고 문단, 목록, 표만 가져옵니다.";
    const write = () => find("#body-field .sun-editor-editable")?.focus();
    find("#body-label").addEventListener("click", (event) => { event.preventDefault(); write(); });
    document.addEventListener("click", (event) => {
      if (event.target.closest('a[href="#body"]')) { event.preventDefault(); write(); }
    });
  }

  // The editor sets each table in a figure; saving an article unread must not change it.
  function unframed(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const table of page.querySelectorAll("figure > table:only-child")) table.parentNode.replaceWith(table);
    return page.body.innerHTML;
  }

  // Files of an article that exists go up at once, so that the words being typed stay untouched.
  function upload(input) {
    const waiting = find("[data-later]");
    const idle = "고르면 바로 올라갑니다. 사진 설명과 순서는 아래에서 정합니다.";
    if (input.dataset.upload) waiting.textContent = idle;
    input.addEventListener("change", async () => {
      if (!input.files.length || !input.dataset.upload) return; // a new article takes them along
      const sent = new FormData();
      for (const file of input.files) sent.append("files", file);
      waiting.textContent = "올리는 중입니다. 잠시 기다려 주세요.";
      input.disabled = true;
      try {
        const response = await fetch(input.dataset.upload, {
          method: "POST",
          body: sent,
          headers: { "HX-Request": "true", "X-CSRF-Token": find("meta[name=csrf-token]").content },
        });
        if (!response.ok) throw new Error(response.status);
        show(await response.text());
        waiting.textContent = idle;
      } catch {
        waiting.textContent = "올리지 못했습니다. 쓰신 글은 그대로 있습니다. 잠시 뒤 다시 골라 주세요.";
      }
      input.disabled = false;
      input.value = "";
    });
  }

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("enclosures");
    if (!fresh) throw new Error("not the list");
    const list = find("#enclosures");
    list ? list.replaceWith(document.adoptNode(fresh)) : find("#ends").before(document.adoptNode(fresh));
    window.htmx?.process(fresh);
    find("#live").textContent = fresh.dataset.say || "";
    find("[data-focus]", fresh)?.focus();
  }
})();
