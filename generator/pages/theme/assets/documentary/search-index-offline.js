// The index of a copy that is read from a disk, where nothing can be fetched: a script that carries titles, names,
// summaries and headings. It answers as `search-index.js` does.

import { parts } from "./letters.js";
import { _ } from "./words.js";

const root = new URL("../../", import.meta.url);
export const resultsPage = new URL("search/index.html", root).pathname;

const WEIGHTS = { names: 20, title: 8, headings: 2, summary: 1 };

function prepared(entry) {
  const texts = {
    names: entry.facets.name ?? [],
    title: [entry.meta.title],
    headings: entry.headings.map((heading) => heading.title),
    summary: [entry.meta.description ?? ""],
  };
  return { ...entry, fields: Object.entries(texts).map(([name, of]) => [WEIGHTS[name], of.flatMap(parts)]) };
}

// How well a page answers the words; 0 where one of them begins no word of it.
function score(entry, asked) {
  const best = (word) => Math.max(...entry.fields.map(([weight, words]) => (
    words.includes(word) ? 2 * weight : weight * words.some((other) => other.startsWith(word))
  )));
  const each = asked.map(best);
  return each.every(Boolean) ? each.reduce((sum, one) => sum + one, 0) : 0;
}

function data({ url, meta, headings }, asked) {
  const page = new URL(`${url}index.html`, root).href;
  const said = (title) => parts(title).some((word) => asked.some((start) => word.startsWith(start)));
  const places = headings.filter(({ title }) => said(title));
  return {
    url: page,
    meta,
    sub_results: places.map(({ title, id }) => ({ title, url: `${page}#${id}`, excerpt: "", anchor: { element: "h2" } })),
  };
}

export async function load() {
  await new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = new URL("assets/documentary/search-data.js", root);
    script.addEventListener("load", done);
    script.addEventListener("error", fail);
    document.head.append(script);
  });
  const entries = globalThis.searchData.map(prepared);
  return (words) => {
    const asked = parts(words);
    const found = entries.map((entry) => ({ entry, score: asked.length ? score(entry, asked) : 1 }));
    return found.filter(({ score }) => score).sort((a, b) => b.score - a.score)
      .map(({ entry }) => ({ facets: entry.facets, data: () => data(entry, asked) }));
  };
}

export const nothingFor = (words) => _("Nothing found for “%(words)s” in titles, names, summaries and headings, which are all that this copy searches: try fewer words, or another spelling.", { words });
