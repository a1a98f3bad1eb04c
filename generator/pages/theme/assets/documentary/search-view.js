// Draws what was found: one section for each kind of page, with the places within each page.

import { nothingFor, resultsPage } from "./search-index.js";
import { _ } from "./words.js";

const PLACES = 2;

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// The full page of results for these words and facets.
export function address(words, wanted) {
  const asked = new URLSearchParams(Object.entries({ q: words, ...wanted }).filter(([, value]) => value));
  return `${resultsPage}?${asked}`;
}

// An excerpt as text with its marked words, and nothing else of what the index holds.
function excerpt(html) {
  const nodes = new DOMParser().parseFromString(html, "text/html").body.childNodes;
  const pieces = [...nodes].map((node) => (
    node.nodeName === "MARK" ? element("mark", { textContent: node.textContent }) : node.textContent
  ));
  return element("p", { className: "context" }, ...pieces);
}

function place(part) {
  const link = element("a", { href: part.url, textContent: part.title });
  if (!part.excerpt) return element("li", {}, link);
  const whole = part.excerpt.replace(`${part.title}. `, "");
  const said = `${whole === part.excerpt ? "… " : ""}${whole}${whole.endsWith(".") ? "" : " …"}`;
  return element("li", {}, link, excerpt(said));
}

function hit(page) {
  const places = page.sub_results.filter((part) => part.anchor && part.anchor.element !== "h1");
  const facts = [...(page.facets.standing ?? []), ...(page.facets.year ?? [])];
  const { title, description } = page.meta;
  const item = element("li", {}, element("a", { className: "entry", href: page.url, textContent: title }));
  if (facts.length) item.append(element("span", { className: "fine", textContent: facts.join(" · ") }));
  if (description && description !== title) item.append(element("p", { className: "context", textContent: description }));
  if (places.length) item.append(element("ul", { className: "places" }, ...places.slice(0, PLACES).map(place)));
  return item;
}

// A section of results; `more` is what stands below it when not all are shown.
function section(group, level, more) {
  const title = group.pages[0].meta.section ?? _("Method and about");
  const heading = element(level, {}, `${title} `, element("span", { className: "fine", textContent: group.total }));
  const made = element("section", {}, heading, element("ol", { className: "entries" }, ...group.pages.map(hit)));
  if (group.total > group.pages.length) made.append(element("p", { className: "more" }, more(group, title)));
  return made;
}

export const sections = (groups, level, more) => groups.map((group) => section(group, level, more));

export function nothing(words) {
  const said = words ? nothingFor(words) : _("No page carries all of these.");
  return element("p", { className: "empty", textContent: said });
}

export function failed() {
  return element("p", { className: "empty", textContent: _("The search index could not be loaded. Try again, or go by the sections.") });
}

// Arrow keys lead from the field to the results, through them and back.
export function arrows(field, results) {
  const move = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const stops = [field, ...results.querySelectorAll("a, button")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
  };
  field.addEventListener("keydown", move);
  results.addEventListener("keydown", move);
}
