// Enhancements over complete pages: light or dark, sortable and filterable indexes, open disclosures in print.

import { _ } from "./words.js";

const collator = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });

function schemeButton(button) {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const label = () => { button.textContent = isDark() ? _("Light") : _("Dark"); };
  button.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    try { localStorage.setItem("scheme", root.dataset.scheme); } catch { /* kept for this page only */ }
    label();
  });
  system.addEventListener("change", label);
  label();
  button.hidden = false;
}

// As cards a table is laid out as blocks, and browsers then forget that it is one: say it outright.
function keepTableRoles(table) {
  const roles = { thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell", "thead th": "columnheader", "tbody th": "rowheader" };
  table.setAttribute("role", "table");
  for (const [selector, role] of Object.entries(roles)) {
    for (const element of table.querySelectorAll(selector)) element.setAttribute("role", role);
  }
}

function sortable(table) {
  const body = table.tBodies[0];
  const headings = [...table.tHead.rows[0].cells];
  const value = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const down = heading.getAttribute("aria-sort") === "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...body.rows].sort((a, b) => {
        const [x, y] = [value(a, column), value(b, column)];
        if (!x || !y) return Number(!x) - Number(!y); // what is not stated stays last both ways
        return (down ? -1 : 1) * collator.compare(x, y);
      });
      body.append(...rows);
    });
  });
}

function filterable(table) {
  const rows = [...table.tBodies[0].rows];
  const noun = table.dataset.count || _("entries");
  const form = document.createElement("div");
  form.className = "filter finding wide";
  const label = document.createElement("label");
  const input = document.createElement("input");
  const output = document.createElement("output");
  input.type = "search";
  label.append(table.dataset.filter, input);
  form.append(label, output);
  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    output.textContent = words.length
      ? shown
        ? _("%(shown)s of %(all)s %(noun)s", { shown, all: rows.length, noun })
        : _("None of all %(all)s %(noun)s holds these words.", { all: rows.length, noun })
      : _("%(all)s %(noun)s", { all: rows.length, noun });
  };
  input.addEventListener("input", show);
  show();
  table.before(form);
}

// A button beside each citation; where the clipboard is closed to us the text is selected for the reader to copy.
function copyable(citation) {
  const label = citation.closest("dd")?.previousElementSibling;
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.className = "copy";
  button.textContent = _("Copy");
  if (label) button.setAttribute("aria-label", _("Copy %(form)s", { form: label.textContent }));
  said.className = "sr";
  said.role = "status";
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard?.writeText(citation.textContent).then(() => _("Copied"), () => "") || _("Selected");
    if (done === _("Selected")) getSelection().selectAllChildren(citation);
    button.firstChild.data = said.textContent = done;
    setTimeout(() => { button.firstChild.data = _("Copy"); said.textContent = ""; }, 2500);
  });
  if (label) label.append(button, said);
  else citation.after(button, said);
}

// A link to a statement copies its address; where the clipboard is closed to us it leads there, as without script.
function copyableLink(link) {
  const said = document.createElement("span");
  said.className = "sr";
  said.role = "status";
  link.textContent = _("Copy link");
  link.after(said);
  link.addEventListener("click", async (event) => {
    if (!navigator.clipboard || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const done = await navigator.clipboard.writeText(link.href).then(() => true, () => false);
    if (!done) { location.href = link.href; return; }
    link.textContent = said.textContent = _("Copied");
    setTimeout(() => { link.textContent = _("Copy link"); said.textContent = ""; }, 2500);
  });
}

// On a phone the section row scrolls: begin with the present section in view.
for (const here of document.querySelectorAll(".sections a[aria-current]")) {
  const row = here.closest("ul");
  row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
}
for (const button of document.querySelectorAll("button.scheme")) schemeButton(button);
for (const citation of document.querySelectorAll(".citation")) copyable(citation);
for (const link of document.querySelectorAll(".acts .permalink")) copyableLink(link);
for (const table of document.querySelectorAll("table:is(.index, .matrix, .participants, .ranges, .spellings)")) keepTableRoles(table);
for (const table of document.querySelectorAll("table.index:has(thead)")) {
  sortable(table);
  if (table.dataset.filter && table.tBodies[0].rows.length > 1) filterable(table);
}
const finders = document.querySelectorAll(".finder");
if (finders.length) import("./finder.js").then(({ find }) => finders.forEach((finder) => find(finder)));

let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open], .matrix details)")];
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});
