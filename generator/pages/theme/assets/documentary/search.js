// The way into the search from every page: its keys and its link. The index is loaded when it is first asked.

import { show } from "./search-dialog.js";

const link = document.querySelector(".tools .search");
const form = document.querySelector(".search-form");
const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

function open() {
  if (form) form.elements.q.focus();
  else show();
}

addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
  const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (!slash && !k) return;
  event.preventDefault();
  open();
});

link?.addEventListener("click", (event) => {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open();
});
if (link) {
  link.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  link.after(Object.assign(document.createElement("kbd"), { textContent: "/", ariaHidden: "true" }));
}

if (form) import("./search-page.js").then(({ start }) => start(form));
