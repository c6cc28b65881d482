// The newsroom's first page looks again every minute while somebody can see it. It never takes the
// focus away and never changes what somebody is in the middle of.
(() => {
  "use strict";

  const MINUTE = 60_000;
  const overview = () => document.getElementById("overview");
  const isInUse = () => overview().contains(document.activeElement) || overview().querySelector(":checked, [open]");

  setInterval(look, MINUTE);
  document.addEventListener("naru:arrived", look);

  async function look() {
    if (document.hidden || isInUse()) return;
    try {
      const response = await fetch(location.pathname, { headers: { "HX-Request": "true" } });
      if (!response.ok || response.redirected) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.getElementById("overview");
      if (fresh && !isInUse()) show(fresh);
    } catch {
      // The next minute comes by itself.
    }
  }

  // Files that are being sent, or failed, keep their rows; what became a draft has one of its own.
  function show(fresh) {
    const dropped = [...overview().querySelectorAll(".arrival")];
    const left = dropped.filter(({ dataset }) => !fresh.querySelector(`#${dataset.article || "none"}`));
    fresh.querySelector("[data-rows]").append(...left);
    overview().replaceWith(document.adoptNode(fresh));
  }
})();
