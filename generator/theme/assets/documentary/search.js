// The way into the search from every page: its keys and its link. Everything else is loaded when it is used.

const link = document.querySelector(".tools .search");
const form = document.querySelector(".search-form");
const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

async function open() {
  if (form) return form.elements.q.focus();
  const { show } = await import("./search-dialog.js");
  return show();
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
  link.append(Object.assign(document.createElement("kbd"), { textContent: "/", ariaHidden: "true" }));
}

if (form) import("./search-page.js").then(({ start }) => start(form));
