// Elements made by scripts: texts are set as texts, never read as HTML.

import { way } from "./load.js";
import { ngettext } from "./words.js";

const MOST = 200;

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// A link to a page of the site, from its root.
export const link = (root, textContent, url, properties = {}) => element("a", { href: root + way(url), textContent, ...properties });

// What may be long: folded, with its name and number in the line that opens it.
export const folded = (title, number, inside) => element("details", {},
  element("summary", {}, element("span", { className: "verdict", textContent: `${title} · ${number}` })), inside);

// A list of some things, the first of many; `item` gives what stands in each line.
export function entries(all, item) {
  const rest = all.length - MOST;
  const more = rest > 0 ? [element("li", { className: "fine", textContent: ngettext("and %(num)s more", "and %(num)s more", rest) })] : [];
  return element("ul", { className: "entries" }, ...all.slice(0, MOST).map((each) => element("li", {}, ...item(each))), ...more);
}
