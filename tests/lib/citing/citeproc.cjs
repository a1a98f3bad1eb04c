// Formats items in CSL-JSON with citeproc-js: `node citeproc.cjs MODULES` reads them, and styles, as JSON.
const { createRequire } = require("module");
const { readFileSync } = require("fs");

const load = createRequire(`${process.argv[2]}/`);
const CSL = load("citeproc");
const locales = load("@citation-js/plugin-csl/lib/locales.json");
const { items, styles } = JSON.parse(readFileSync(0, "utf8"));
const system = { retrieveLocale: () => locales["en-US"], retrieveItem: (id) => items[id] };

function entries(style) {
  const engine = new CSL.Engine(system, style, "en-US");
  return Object.keys(items).map((id) => {
    engine.updateItems([id]);
    return [id, engine.makeBibliography()[1][0] || ""];
  });
}

const made = Object.entries(styles).map(([name, style]) => [name, Object.fromEntries(entries(style))]);
console.log(JSON.stringify(Object.fromEntries(made)));
