// The search index that the build made (generator/site/finish/search.py): its parts are loaded when they are asked for.

import { load, way } from "./load.js";

const root = new URL("../../", import.meta.url);
const LAST = "\uffff";
const loading = new Map();

export const resultsPage = way(new URL("search/", root).pathname);
export const addressOf = (url) => way(new URL(url, root).href);

function fetched(name) {
  if (!loading.has(name)) {
    loading.set(name, load(new URL(`search/parts/${name}.js`, root)));
    loading.get(name).catch(() => loading.delete(name)); // it is asked for again
  }
  return loading.get(name);
}

// How many pages there are, the synonyms, and what the parts begin with.
export async function start() {
  await fetched("start");
  return globalThis.searchParts;
}

async function part(name) {
  await fetched(name);
  return globalThis.searchParts[name];
}

// Each word from `first` on that begins with `beginning`, with the pages that hold it and the places in them.
export async function wordsFrom(beginning, first = beginning) {
  const { words } = await start();
  const end = beginning + LAST;
  const wanted = words.filter(([from], at) => from <= end && (words[at + 1]?.[0] ?? LAST) >= first);
  const found = new Map();
  for (const entries of await Promise.all(wanted.map(([, name]) => part(name)))) {
    for (const [word, where] of entries) {
      if (word < first || word > end) continue;
      if (!found.has(word)) found.set(word, []);
      found.get(word).push(where);
    }
  }
  return found;
}

// The pages of a word as a map to the places in each.
export function placesOf(where) {
  const found = new Map();
  for (const some of where) {
    let page = 0;
    for (const step of some.split(";")) {
      const [distance, rest] = step.split(":");
      let at = 0;
      page += parseInt(distance, 36);
      found.set(page, rest.split(",").map((more) => (at += parseInt(more, 36))));
    }
  }
  return found;
}

// For each page its entry in the table `name`.
async function entriesOf(name, pages) {
  const table = (await start())[name];
  const holding = (page) => table.findLastIndex(([first]) => Number(first) <= page);
  const wanted = [...new Set(pages.map(holding))];
  const loaded = new Map(await Promise.all(wanted.map(async (at) => [at, await part(table[at][1])])));
  return pages.map((page) => loaded.get(holding(page))[page - Number(table[holding(page)][0])]);
}

// The address and facets of each page.
export async function pagesOf(numbers) {
  const entries = await entriesOf("tables", numbers);
  return entries.map(([url, facets], at) => ({ number: numbers[at], url: addressOf(url), facets }));
}

// The words of each page, as they are shown.
export async function textsOf(numbers) {
  const entries = await entriesOf("texts", numbers);
  return entries.map(([title, section, summary, places, passages]) => ({
    title, section, summary, places,
    passages: passages.map(([at, text, by = "", language = "", wording = ""]) => ({ at, text, by, language, wording })),
  }));
}
