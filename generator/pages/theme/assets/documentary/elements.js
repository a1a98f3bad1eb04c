// Elements made by scripts: texts are set as texts, never read as HTML.

import { way } from "./load.js";

export function element(name, values = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...inside.filter((each) => each !== undefined));
  return made;
}

// A link to a page of the site, from its root.
export const link = (root, text, url, values = {}) => element("a", { href: root + way(url), ...values }, text);

// What may be long: folded, with what it is in the line that opens it.
export const folded = (summary, ...inside) => element("details", {}, element("summary", {}, summary), ...inside);
