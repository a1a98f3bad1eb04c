// The map with one place open (#place-name): a card repeats its row of the list. What the list's filter leaves out
// is faint on the map.

import { _ } from "./words.js";

const card = document.querySelector(".place-card");
const frame = document.querySelector(".map-frame");
const rows = new Map([...document.querySelectorAll("table.index tbody tr")].map((row) => [row.id, row]));
const links = [...document.querySelectorAll('svg.map a[href^="#"]')];
const chosen = () => rows.get(location.hash.slice(1));
const marksOf = (row) => links.filter((link) => row && link.getAttribute("href") === `#${row.id}`);

function copy(cell, name) {
  const element = document.createElement(name);
  element.append(...cell.cloneNode(true).childNodes);
  return element;
}

function facts(row) {
  const list = document.createElement("dl");
  list.className = "facts";
  for (const cell of [...row.cells].slice(1).reverse()) {
    const fact = document.createElement("div");
    const term = document.createElement("dt");
    term.textContent = cell.dataset.label;
    fact.append(term, copy(cell, "dd"));
    list.append(fact);
  }
  return list;
}

function closer() {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = _("Close");
  button.addEventListener("click", close);
  return button;
}

function show() {
  const row = chosen();
  for (const link of links) link.removeAttribute("aria-current");
  for (const link of marksOf(row)) link.setAttribute("aria-current", "true");
  card.hidden = !row;
  if (!row) return;
  card.setAttribute("aria-label", row.cells[0].querySelector("a").textContent);
  card.replaceChildren(copy(row.cells[0], "p"), facts(row), closer());
}

function go(hash) {
  history.pushState(null, "", hash || location.pathname + location.search);
  show();
}

function close() {
  const [mark] = marksOf(chosen());
  go("");
  mark?.focus({ preventScroll: true });
}

function open(event) {
  const link = event.target.closest?.('svg.map a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.hasAttribute("aria-current")) {
    close();
    return;
  }
  go(link.getAttribute("href"));
  card.focus({ preventScroll: true });
}

function fade() {
  for (const link of links) link.classList.toggle("faint", rows.get(link.getAttribute("href").slice(1)).hidden);
}

function arrive() {
  if (!chosen()) return;
  frame.scrollIntoView();
  const [mark] = marksOf(chosen());
  if (frame.contains(mark)) {
    const [place, box] = [mark.getBoundingClientRect(), frame.getBoundingClientRect()];
    frame.scrollLeft += place.left + place.width / 2 - box.left - box.width / 2;
  }
}

// The filter of the list stands above the map, since it narrows both; its words stand in the address.
function prepareFilter() {
  const input = document.querySelector(".filter:not(.finder) input");
  if (!input) return; // the filter of a list in parts looks further than the map
  document.querySelector(".map-filter").append(input.closest(".filter"));
  const find = () => {
    const query = input.value ? `?${new URLSearchParams({ find: input.value })}` : "";
    history.replaceState(null, "", location.pathname + query + location.hash);
  };
  input.addEventListener("input", find);
  input.value = new URLSearchParams(location.search).get("find") ?? "";
  if (input.value) input.dispatchEvent(new Event("input"));
}

if (frame) {
  document.addEventListener("click", open);
  addEventListener("popstate", show);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.target.closest?.("dialog") && chosen()) close();
  });
  new MutationObserver(fade).observe(document.querySelector("table.index tbody"), { attributeFilter: ["hidden"], subtree: true });
  prepareFilter();
  frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
  show();
  arrive();
  addEventListener("load", arrive); // once the browser has gone to the row itself
}
