// The newsroom's first page looks again every minute while somebody can see it. It never takes the
// focus away and never changes what somebody is in the middle of.
(() => {
  "use strict";

  const MINUTE = 60_000;
  const overview = () => document.getElementById("overview");
  const isInUse = () => overview().contains(document.activeElement) || overview().querySelector(":checked, [open]");

  setInterval(look, MINUTE);

  async function look() {
    if (document.hidden || isInUse()) return;
    try {
      const response = await fetch(location.pathname, { headers: { "HX-Request": "true" } });
      if (!response.ok || response.redirected) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.getElementById("overview");
      if (fresh && !isInUse()) overview().replaceWith(document.adoptNode(fresh));
    } catch {
      // The next minute comes by itself.
    }
  }
})();
