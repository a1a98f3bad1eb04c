// The matrix: arrow keys between its cells, rows without a difference left out, and a link to each cell.

import { choose, chosen } from "./address.js";

const table = document.querySelector("table.matrix");
const form = document.querySelector("form.filter");
const region = table?.parentElement;
const rows = table ? [...table.tBodies[0].rows] : [];
const box = form?.elements.differ;
const status = form?.querySelector("output");

function count() {
  const shown = rows.filter((row) => !row.hidden).length;
  const said = shown ? form.dataset.count : form.dataset.none;
  status.textContent = box.checked ? said.replace("{shown}", shown) : "";
}

// What is scrolled into view must not come to lie under the heads that stay in view.
function keepClear() {
  document.documentElement.style.scrollPaddingTop = `${table.tHead.offsetHeight + 4}px`;
  region.style.scrollPaddingInline = `${table.rows[0].cells[0].offsetWidth + 4}px 4px`;
}

function show() {
  box.checked = chosen().has("differ");
  for (const row of rows) row.hidden = box.checked && !("differ" in row.dataset);
  count();
}

function enter(cell) {
  const inside = cell.querySelector("summary, a");
  if (!inside?.checkVisibility()) cell.tabIndex = -1;
  (inside?.checkVisibility() ? inside : cell).focus();
}

function goal(cell, event) {
  const row = cell.parentElement;
  const lines = [...table.rows].filter((line) => !line.hidden && line.checkVisibility());
  const at = lines.indexOf(row);
  const whole = event.ctrlKey || event.metaKey;
  const goals = {
    ArrowRight: () => row.cells[cell.cellIndex + 1],
    ArrowLeft: () => row.cells[cell.cellIndex - 1],
    ArrowDown: () => lines[at + 1]?.cells[cell.cellIndex],
    ArrowUp: () => lines[at - 1]?.cells[cell.cellIndex],
    Home: () => (whole ? lines[0] : row).cells[0],
    End: () => (whole ? lines.at(-1) : row).cells[row.cells.length - 1],
  };
  return whole && event.key.startsWith("Arrow") ? undefined : goals[event.key];
}

// The cell that the address names: shown even where its row was left out, and open.
function open() {
  const cell = table.querySelector(`td[id="${CSS.escape(decodeURIComponent(location.hash.slice(1)))}"]`);
  if (!cell) return;
  if (cell.parentElement.hidden) {
    history.replaceState(null, "", location.pathname + location.hash);
    show();
  }
  for (const details of cell.querySelectorAll("details")) details.open = true;
  keepClear();
  cell.scrollIntoView({ block: "start", inline: "nearest" });
}

function copier(cell) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = form.dataset.copy;
  button.addEventListener("click", async () => {
    location.hash = cell.id;
    try {
      await navigator.clipboard.writeText(location.href);
      status.textContent = form.dataset.copied;
      button.textContent = form.dataset.copied;
    } catch { /* the link then stands in the address line */ }
  });
  cell.querySelector(".permalink").replaceWith(button);
}

if (table) {
  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("th, td");
    const find = cell && !event.altKey && !event.shiftKey && goal(cell, event);
    if (!find) return;
    event.preventDefault();
    const found = find();
    if (!found) return;
    keepClear();
    enter(found);
  });
  for (const cell of table.querySelectorAll("td.answer")) copier(cell);
  box.addEventListener("change", () => {
    choose({ differ: box.checked ? "yes" : "" });
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", show);
  addEventListener("hashchange", open);
  form.hidden = false;
  show();
  open();
  addEventListener("load", open); // once the browser has gone to the cell itself
}
