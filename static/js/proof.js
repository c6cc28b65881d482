// Where a form has a place for it: the browser works out a number that takes it a moment, so that
// sending thousands of comments, or passwords, takes a machine long. Readers notice nothing.
(() => {
  "use strict";

  const AT_ONCE = 500;
  const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const under_way = new WeakMap();

  async function solve({ algorithm, challenge, maxnumber, salt, signature }) {
    const letters = new TextEncoder();
    const hash = async (number) => hex(await crypto.subtle.digest(algorithm, letters.encode(salt + number)));
    for (let first = 0; first <= maxnumber; first += AT_ONCE) {
      const hashes = await Promise.all(Array.from({ length: AT_ONCE }, (_, step) => hash(first + step)));
      const step = hashes.indexOf(challenge);
      if (step >= 0) return btoa(JSON.stringify({ algorithm, challenge, number: first + step, salt, signature }));
    }
    return "";
  }

  async function prove(field) {
    try {
      field.value = await solve(await (await fetch("/puzzles/new")).json());
    } catch { /* a comment then waits for somebody to look at it, a sign-in perhaps for its turn */ }
    field.tried = true;
  }

  const placeIn = (form) => form?.querySelector("input[type=hidden][name=proof]");

  function begin(field) {
    if (!under_way.has(field)) under_way.set(field, prove(field));
    return under_way.get(field);
  }

  document.addEventListener("focusin", ({ target }) => {
    const field = placeIn(target.form);
    if (field) begin(field);
  });

  // Sent before it is solved, it waits until it is; also what a browser filled in by itself.
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    const field = placeIn(form);
    if (!field || field.tried) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    form.setAttribute("aria-busy", "true");
    begin(field).then(() => form.requestSubmit(submitter));
  }, true);
})();
