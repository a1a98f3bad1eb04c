// Asks the index, which Pagefind made when the site was built; it is loaded with the first question.

export const root = new URL("../../", import.meta.url);

let loading;

function engine() {
  loading ??= import(new URL("pagefind/pagefind.js", root)).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24, ranking: { metaWeights: { names: 20, title: 8 } } });
    await pagefind.init();
    return pagefind;
  });
  loading.catch(() => { loading = undefined; });
  return loading;
}

// Finds the pages that hold all `words` and carry every facet in `wanted` ({kind: "claim", year: "2020"}).
// Gives the total, the number of pages for each value of each facet, and the pages by kind, the best first.
export async function find(words, wanted, most) {
  const pagefind = await engine();
  const all = await pagefind.search(words || null, { filters: wanted });
  const kinds = Object.entries(all.filters.kind ?? {}).filter(([, count]) => count);
  const groups = await Promise.all(kinds.map(async ([kind]) => {
    const { results } = await pagefind.search(words || null, { filters: { ...wanted, kind } });
    const pages = await Promise.all(results.slice(0, most).map((result) => result.data()));
    return { kind, total: results.length, score: results[0]?.score ?? 0, pages };
  }));
  groups.sort((a, b) => b.score - a.score);
  return { total: all.results.length, counts: all.filters, groups: groups.filter((group) => group.total) };
}
