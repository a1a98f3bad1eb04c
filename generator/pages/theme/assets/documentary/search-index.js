// The index that Pagefind made when the site was built, and where the page of all results is.
// In a copy that is read from a disk `search-index-offline.js` takes the place of this script.

import { _ } from "./words.js";

const root = new URL("../../", import.meta.url);
export const resultsPage = new URL("search/", root).pathname;

// Gives what finds the pages that hold all words, the best first, each with its facets and a way to its data.
export async function load() {
  const [pagefind, answer] = await Promise.all([import(new URL("pagefind/pagefind.js", root)), fetch(new URL("search/facets.json", root))]);
  await pagefind.options({ excerptLength: 24, ranking: { metaWeights: { names: 20, title: 8 } } });
  await pagefind.init();
  const table = await answer.json();
  return async (words) => {
    const { results } = await pagefind.search(words || null);
    return results.map((result) => ({ facets: table[result.id], data: () => result.data() }));
  };
}

export const nothingFor = (words) => _("Nothing found for “%(words)s”. All words must stand on one page: try fewer, or another spelling.", { words });
