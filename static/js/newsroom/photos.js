// Photos at the desk: a frame drawn with mouse, finger or arrow keys over the numbers that do the
// same, and words typed beside photos that outlive whatever replaces their list.
(() => {
  "use strict";

  const find = (selector, root = document) => root.querySelector(selector);
  const drawing = find("[data-frame]");
  if (drawing) frame(drawing);
  if (find("#enclosures")) keepWords();

  function frame(svg) {
    const { width: W, height: H } = svg.viewBox.baseVal;
    const box = find(".box", svg);
    const framing = find("[data-framing]");
    const inputs = ["left", "top", "width", "height"].map((name) => framing.elements[name]);
    const sent = ["left", "top", "width", "height"].map((name) => find(`[data-apply] [name=${name}]`));
    const units = [W, H, W, H];
    const between = (low, value, high) => Math.min(Math.max(value, low), high);
    const locked = () => framing.elements.shape?.value === "press";
    let [x, y, w, h] = ["x", "y", "width", "height"].map((name) => Number(box.getAttribute(name)));

    find("[data-unscripted]").remove();
    svg.classList.add("live");
    svg.removeAttribute("role");
    svg.removeAttribute("aria-label");
    for (const [name, value] of Object.entries({
      tabindex: "0", role: "application", "aria-roledescription": "틀", "aria-label": "사진 위의 틀. 화살표로 옮기고, Shift와 화살표로 크기를 바꿉니다.",
    })) box.setAttribute(name, value);

    // A width or height of none is a click; the smallest frame is a hundredth of the photo.
    function put(left, top, width, height) {
      w = between(W / 100, width, W);
      h = between(H / 100, locked() ? w / 1.5 : height, H);
      if (locked()) w = h * 1.5;
      x = between(0, left, W - w);
      y = between(0, top, H - h);
      draw();
      [x, y, w, h].forEach((value, at) => { inputs[at].value = (value / units[at] * 100).toFixed(1); });
    }

    function draw() {
      [["x", x], ["y", y], ["width", w], ["height", h]].forEach(([name, value]) => box.setAttribute(name, value));
      find(".shade", svg).setAttribute("d", `M0 0H${W}V${H}H0ZM${x} ${y}h${w}v${h}h${-w}Z`);
      find("[data-result]")?.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
      [x, y, w, h].forEach((value, at) => { sent[at].value = (value / units[at] * 100).toFixed(3); });
    }

    function typed() {
      const [left, top, width, height] = inputs.map((input, at) => Number(input.value) / 100 * units[at]);
      put(left, top, width, height);
    }

    framing.addEventListener("change", typed);
    framing.addEventListener("submit", (event) => {
      if (event.submitter?.name === "place") return;
      event.preventDefault();
      typed();
    });

    const at = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    let drag = null;

    svg.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      event.preventDefault();
      box.focus({ preventScroll: true });
      svg.setPointerCapture(event.pointerId);
      const from = at(event);
      const near = 22 / svg.getScreenCTM().a; // half a finger, in pixels of the photo
      const side = (value, low, high) => (Math.abs(value - low) < near ? high : Math.abs(value - high) < near ? low : null);
      const [ax, ay] = [side(from.x, x, x + w), side(from.y, y, y + h)];
      const inside = from.x > x && from.x < x + w && from.y > y && from.y < y + h;
      if (ax !== null && ay !== null) drag = { ax, ay };
      else if (inside) drag = { dx: from.x - x, dy: from.y - y };
      else drag = { ax: from.x, ay: from.y };
    });

    svg.addEventListener("pointermove", (event) => {
      if (!drag) return;
      const to = at(event);
      if ("dx" in drag) return put(to.x - drag.dx, to.y - drag.dy, w, h);
      const { ax, ay } = drag;
      const [tx, ty] = [between(0, to.x, W), between(0, to.y, H)];
      let width = Math.abs(tx - ax);
      let height = Math.abs(ty - ay);
      if (locked()) {
        width = Math.min(Math.max(width, height * 1.5), tx < ax ? ax : W - ax, (ty < ay ? ay : H - ay) * 1.5);
        height = width / 1.5;
      }
      put(tx < ax ? ax - width : ax, ty < ay ? ay - height : ay, width, height);
    });

    for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => { drag = null; tell(); });

    const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    box.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const [dx, dy] = [step[0] * W / 100, step[1] * H / 100];
      if (!event.shiftKey) put(x + dx, y + dy, w, h);
      else if (locked()) put(x, y, w + (dx || dy * 1.5), h);
      else put(x, y, w + dx, h + dy);
      tell();
    });

    let waiting;
    function tell() {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const [left, top, width, height] = inputs.map((input) => Math.round(Number(input.value)));
        find("#live").textContent = `왼쪽에서 ${left}, 위에서 ${top}, 너비 ${width}, 높이 ${height}퍼센트`;
      }, 400);
    }

    typed();
  }

  // Another action on the list brings a new list: what was typed meanwhile is put into that one.
  function keepWords() {
    const typed = new Map();
    document.addEventListener("input", ({ target }) => {
      if (target.form?.id === "words") typed.set(target.name, target.value);
    });
    new MutationObserver(() => {
      for (const [name, value] of typed) {
        const field = find("#words")?.elements[name];
        if (!field || field.defaultValue === value) typed.delete(name);
        else if (field.value !== value) field.value = value;
      }
    }).observe(find("main"), { childList: true, subtree: true });

    // Saving the article saves the words beside its photos too.
    find("#editor")?.addEventListener("submit", ({ target }) => {
      for (const [name, value] of new FormData(find("#words") || undefined)) {
        if (!name.startsWith("attachment-")) continue;
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name, value });
        target.append(field);
      }
    });
  }
})();
