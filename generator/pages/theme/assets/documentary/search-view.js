// Draws what was found: one section for each kind of page, with the places within each page.

import { element } from "./elements.js";
import { resultsPage } from "./search-index.js";
import { _, ngettext } from "./words.js";

// The full page of results for these words and facets: in the part of the address that no server is told.
export function address(words, wanted) {
  const asked = new URLSearchParams(Object.entries({ q: words, ...wanted }).filter(([, value]) => value));
  return `${resultsPage}#${asked}`;
}

const marked = (pieces) => pieces.map(([text, found]) => (found ? element("mark", { textContent: text }) : text));

// A place on a page: words of a source as a quotation below whoever says them, our own as they are.
function place({ at, title, by, language, wording, excerpt }, page) {
  const item = element("li");
  if (title) item.append(element("a", { href: at ? `${page.url}#${at}` : page.url, textContent: title }));
  if (wording) item.append(element("p", { className: "wording", textContent: wording }));
  const words = marked(excerpt);
  if (!by) item.append(element("p", { className: "context" }, ...words));
  else item.append(element("blockquote", language ? { lang: language, dir: "auto" } : {}, element("p", {}, ...words)));
  return item;
}

function hit(page) {
  const facts = [...(page.facets.standing ?? []), ...(page.facets.year ?? [])];
  const item = element("li", {}, element("a", { className: "entry", href: page.url, textContent: page.title }));
  const summary = page.summary && page.summary.map(([text]) => text).join("");
  if (facts.length) item.append(element("span", { className: "fine", textContent: facts.join(" · ") }));
  if (summary && summary !== page.title) item.append(element("p", { className: "context" }, ...marked(page.summary)));
  if (page.places.length) item.append(element("ul", { className: "places" }, ...page.places.map((one) => place(one, page))));
  return item;
}

// How much was found, and whether that is only what begins like a word.
export function amount({ total, begun }) {
  const pages = ngettext("%(num)s page", "%(num)s pages", total);
  return begun && total ? _("%(pages)s with words that begin with “%(word)s”, which stands nowhere", { pages, word: begun }) : pages;
}

// A section of results; `more` is what stands below it when not all are shown.
function section(group, level, more) {
  const title = group.pages[0].section || _("Method and about");
  const heading = element(level, {}, `${title} `, element("span", { className: "fine", textContent: group.total }));
  const made = element("section", {}, heading, element("ol", { className: "entries" }, ...group.pages.map(hit)));
  if (group.total > group.pages.length) made.append(element("p", { className: "more" }, more(group, title)));
  return made;
}

export const sections = (groups, level, more) => groups.map((group) => section(group, level, more));

export function nothing(words) {
  const said = words
    ? _("Nothing found for “%(words)s”. All words must stand on one page: try fewer, or another spelling.", { words })
    : _("No page carries all of these.");
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
