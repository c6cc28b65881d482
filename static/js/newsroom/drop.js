// Files dropped, or chosen, to become drafts: one request for each, with its progress. Without this
// the same form sends them all at once. On the desk their rows stand among what came in.
(() => {
  "use strict";

  const form = document.querySelector("form[data-drop]");
  if (!form) return;
  const box = form.querySelector("input[type=file]");
  const zone = form.querySelector(".drop-zone");
  const rows = () => document.querySelector("[data-rows]"); // the desk makes its list anew
  const first = form.elements.once.value;
  let round = 0;

  // Where nothing is chosen yet, the button opens the choice.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    box.click();
  });
  box.addEventListener("change", () => { take([...box.files]); box.value = ""; });
  for (const name of ["dragover", "dragleave", "drop"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.toggle("over", name === "dragover");
    });
  }
  zone.addEventListener("drop", ({ dataTransfer }) => take([...dataTransfer.files]));

  // Photos join the document they came with, so they are sent after it; rows keep the order.
  async function take(files) {
    if (!files.length) return;
    const once = round ? `${first}-${round}` : first;
    round += 1;
    const waiting = files.map((file) => ({ file, row: row(file) }));
    waiting[0].row.scrollIntoView({ block: "nearest" });
    waiting.sort((one, other) => turn(one.file) - turn(other.file));
    for (const { file, row } of waiting) await send(file, row, once);
    const made = rows().querySelectorAll(".arrival.done a").length;
    const only = made === 1 && !rows().querySelector(".failed");
    if (only) return location.assign(rows().querySelector(".arrival.done a").href);
    document.dispatchEvent(new Event("naru:arrived"));
    document.getElementById("live").textContent = `파일 ${files.length}개를 다 보냈습니다. 열 수 있는 글 ${made}개.`;
  }

  function turn({ name, type }) {
    return type.startsWith("image/") ? 2 : /\.(zip|xlsx|pptx|odt|csv)$/i.test(name) ? 1 : 0;
  }

  function row(file) {
    const item = make("li", "arrival");
    item.append(make("p", "", file.name));
    rows().append(item);
    return item;
  }

  function send(file, row, once) {
    return new Promise((done) => {
      const fields = new FormData(form);
      fields.delete("files");
      fields.set("once", once);
      fields.append("files", file);
      const request = new XMLHttpRequest();
      const bar = make("progress");
      const told = make("span", "num meta", "0 %");
      const stop = make("button", "btn small", "멈춤");
      bar.max = 1;
      bar.value = 0;
      bar.setAttribute("aria-label", file.name);
      stop.type = "button";
      stop.append(make("span", "vh", `: ${file.name}`));
      stop.addEventListener("click", () => request.abort());
      const state = make("p", "sending");
      state.append(bar, told, stop);
      row.replaceChildren(make("p", "", file.name), state);
      request.upload.addEventListener("progress", ({ loaded, total }) => {
        bar.value = loaded / total;
        told.textContent = loaded < total ? `${Math.floor((100 * loaded) / total)} %` : "읽는 중입니다.";
      });
      request.addEventListener("load", () => { answered(request, row, retry); done(); });
      request.addEventListener("error", () => { failed(row, file.name, UNSENT, retry); done(); });
      request.addEventListener("abort", () => { failed(row, file.name, "멈췄습니다.", retry); done(); });
      request.open("POST", form.action);
      request.setRequestHeader("HX-Request", "true");
      request.send(fields);

      function retry() { send(file, row, once); }
    });
  }

  const UNSENT = "보내지 못했습니다. 파일은 그대로 있습니다. 잠시 뒤 다시 눌러 주세요.";

  function answered(request, row, retry) {
    const answer = new DOMParser().parseFromString(request.responseText, "text/html");
    const items = [...answer.querySelectorAll("li.arrival")];
    if (items.length) row.replaceWith(...items.map((item) => document.adoptNode(item)));
    else failed(row, row.firstChild.textContent, answer.querySelector("[role=alert] p")?.textContent || UNSENT, retry);
  }

  function failed(row, name, sentence, retry) {
    const again = make("button", "btn small", "다시");
    again.type = "button";
    again.append(make("span", "vh", `: ${name}`));
    again.addEventListener("click", retry);
    row.replaceChildren(make("p", "", name), make("p", "error", sentence), again);
    row.classList.add("failed");
  }

  function make(tag, name = "", text = "") {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.textContent = text;
    return element;
  }
})();
