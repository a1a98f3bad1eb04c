// The texts that scripts print, in the language of the page. A text stands in English where it is used; what the
// catalogue of the language lacks is printed so. `texts.js` is made of it with the pages.

import { plural, texts } from "./texts.js";

const language = document.documentElement.lang;

const fill = (text, values) => text.replace(/%\((\w+)\)s|%%/g, (mark, name) => (name ? values[name] : "%"));

export function _(text, values = {}) {
  return fill(texts[text]?.[0] ?? text, values);
}

export function ngettext(one, many, number, values = {}) {
  const text = texts[one]?.[Number(plural(number))] ?? (number === 1 ? one : many);
  return fill(text, { num: number.toLocaleString(language, { numberingSystem: "latn" }), ...values });
}
