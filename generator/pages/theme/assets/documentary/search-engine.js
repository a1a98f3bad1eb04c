// Asks the index, which is loaded with the first question, and groups what it finds.

import { plain } from "./letters.js";
import { load } from "./search-index.js";

let loading;

function engine() {
  loading ??= load();
  loading.catch(() => { loading = undefined; });
  return loading;
}

function carries(page, wanted, except) {
  return Object.entries(wanted).every(([name, value]) => name === except || page.facets[name]?.includes(value));
}

// For each value of a facet the pages that choosing it would leave.
function count(pages, wanted) {
  const counts = {};
  for (const page of pages) {
    for (const [name, values] of Object.entries(page.facets)) {
      if (name === "name" || !carries(page, wanted, name)) continue;
      const of = (counts[name] ??= {});
      for (const value of values) of[value] = (of[value] ?? 0) + 1;
    }
  }
  return counts;
}

// Finds the pages that hold all `words` and carry every facet in `wanted` ({kind: "claim", year: "2020"}).
// Gives their number, the counts of each facet, and at most `most` pages of each kind, the best first.
export async function find(words, wanted, most) {
  const pages = await (await engine())(words);
  const kept = pages.filter((page) => carries(page, wanted));
  const named = ({ facets }) => Number(facets.name?.some((name) => plain(name) === plain(words)) ?? 0);
  kept.sort((a, b) => named(b) - named(a)); // whoever bears the name stands above those who mention it
  const kinds = new Map(kept.map((page) => [page.facets.kind[0], []]));
  for (const page of kept) kinds.get(page.facets.kind[0]).push(page);
  const groups = await Promise.all([...kinds].map(async ([kind, members]) => ({
    kind,
    total: members.length,
    pages: await Promise.all(members.slice(0, most).map(async ({ data, facets }) => ({ ...await data(), facets }))),
  })));
  return { total: kept.length, counts: count(pages, wanted), groups };
}
