// Answers a question: which pages hold its words, the best first, and where.

import { alone, parts, pieces } from "./letters.js";
import { pagesOf, placesOf, start, textsOf, wordsFrom } from "./search-index.js";

const FIELDS = [[500, 8], [1000, 20], [2000, 2], [Infinity, 1]]; // title, names, summary, text: up to which place, and their weight
const EXACT = 1;
const INFLECTED = 0.8;
const SYNONYM = 0.5;
const BEGUN = 0.4;
const SHORTEST_BEGINNING = 2;
const PLACES = 2;
const AROUND = 14; // words on either side of one that is found
const ARTICLES = new Set(["al", "el"]);

const english = /^en\b/.test(document.documentElement.lang);

// What the inflections of an English word have in common; of every other word the word itself.
export function stem(word) {
  if (!english || !/^[a-z]{4,}$/.test(word)) return word;
  const single = /(?:news|[sui]s)$/.test(word) ? word : word.replace(/s$/, "");
  const cut = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(single)?.[1] ?? "";
  const root = cut.length > 2 ? cut.replace(/([bdgkmnprt])\1$/, "$1") : single;
  return root.replace(/^(...+)e$/, "$1").replace(/^(..+)y$/, "$1i");
}

// The units of a question: words that stand anywhere on a page, and words in a row (quoted, or of a script without
// spaces). Quoted ones are to stand as they are written.
function units(question) {
  const found = [];
  question.split(/["“”„«»]/u).forEach((text, at) => {
    const words = parts(text);
    if (at % 2) {
      if (words.length) found.push({ words, quoted: true });
      return;
    }
    words.forEach((word, number) => {
      const before = found.at(-1);
      if (number && alone(word) && before.row) before.words.push(word);
      else found.push({ words: [word], row: alone(word) });
    });
  });
  const open = found.at(-1);
  if (open && !open.quoted && !open.row && !/\s$/.test(question)) open.last = true;
  const telling = found.filter(({ words, quoted }) => quoted || !ARTICLES.has(words[0]));
  return telling.length ? telling : found;
}

const weight = (place) => FIELDS.find(([before]) => place < before)[1];

// Adds the pages of a word to `pages`: {page: {score, forms}}.
function add(pages, forms, form, where, quality) {
  forms.add(form);
  for (const [page, places] of placesOf(where)) {
    const score = quality * (Math.max(...places.map(weight)) + Math.min(places.length, 5) / 10);
    pages.set(page, Math.max(pages.get(page) ?? 0, score));
  }
}

async function inflections(word, pages, forms, quality) {
  const root = stem(word);
  for (const [form, where] of await wordsFrom(root.replace(/i$/, ""))) {
    if (form === word) add(pages, forms, form, where, EXACT * quality);
    else if (stem(form) === root) add(pages, forms, form, where, INFLECTED * quality);
  }
}

// The pages with these words in a row.
async function inRow(words, forms) {
  const each = await Promise.all(words.map(async (word) => placesOf((await wordsFrom(word)).get(word) ?? [])));
  const pages = new Map();
  for (const [page, starts] of each[0]) {
    const found = starts.filter((at) => each.every((places, step) => places.get(page)?.includes(at + step)));
    if (found.length) pages.set(page, words.length * (Math.max(...found.map(weight)) + Math.min(found.length, 5) / 10));
  }
  words.forEach((word) => forms.add(word));
  return pages;
}

// The pages that hold a unit with a score for each; `begun`: only words that begin with it do.
async function pagesWith(unit, same) {
  const forms = new Set();
  if (unit.quoted || unit.words.length > 1) return { forms, pages: await inRow(unit.words, forms) };
  const [word] = unit.words;
  const pages = new Map();
  await inflections(word, pages, forms, 1);
  for (const other of Object.entries(same).flatMap(([form, others]) => (stem(form) === stem(word) ? others : []))) {
    const words = other.split(" ");
    if (words.length < 2) await inflections(other, pages, forms, SYNONYM);
    else for (const [page, score] of await inRow(words, forms)) pages.set(page, Math.max(pages.get(page) ?? 0, SYNONYM * score));
  }
  if (pages.size || !unit.last || word.length < SHORTEST_BEGINNING) return { forms, pages };
  for (const [form, where] of await wordsFrom(word)) add(pages, forms, form, where, BEGUN);
  return { forms, pages, begun: pages.size ? word : "" };
}

// The pages that hold every unit of the question; without one every page.
async function answer(question) {
  const { pages: number, same } = await start();
  if (!question.trim()) return { scores: new Map(Array.from({ length: number }, (_one, page) => [page, 0])), each: [] };
  const asked = units(question);
  const each = await Promise.all(asked.map((unit) => pagesWith(unit, same)));
  const scores = new Map();
  for (const page of each[0]?.pages.keys() ?? []) {
    if (each.every(({ pages }) => pages.has(page))) scores.set(page, each.reduce((sum, { pages }) => sum + pages.get(page), 0));
  }
  return { scores, each };
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

// The text in pieces, each with whether it is a word that is found: what stands round the first of those.
function excerpt(text, forms, most = AROUND) {
  const split = pieces(text).map((piece, at) => [piece, at % 2 > 0 && parts(piece).some((word) => forms.has(word))]);
  const first = split.findIndex(([, found]) => found);
  if (first < 0) return null;
  const from = first > 2 * most ? first - 2 * most : 0;
  const to = first + 2 * most < split.length ? first + 2 * most : split.length;
  const cut = split.slice(from, to);
  if (from) cut.unshift(["… ", false]);
  if (to < split.length) cut.push([" …", false]);
  return cut;
}

// The places on a page that hold most of what is asked, quotations before others.
function placesOn(page, each) {
  const forms = new Set(each.flatMap((unit) => [...unit.forms]));
  const held = ({ text }) => {
    const words = new Set(parts(text));
    return each.filter((unit) => [...unit.forms].some((form) => words.has(form))).length;
  };
  return page.passages
    .filter(({ text }) => text !== page.summary)
    .map((passage) => ({ passage, held: held(passage) }))
    .filter((one) => one.held)
    .sort((a, b) => b.held - a.held || Boolean(b.passage.by) - Boolean(a.passage.by))
    .slice(0, PLACES)
    .map(({ passage: { at, text, by, language, wording } }) => ({
      title: page.places[at] ?? "", at, by, language, wording, excerpt: excerpt(text, forms) ?? [[text, false]],
    }));
}

// Finds the pages that hold all words of the question and carry every facet in `wanted` ({kind: "claim"}).
// Gives their number, the counts of each facet, and at most `most` pages of each kind, the best first; `begun` is
// the word of the question that stands nowhere, where words that begin with it were taken.
export async function find(question, wanted, most) {
  const { scores, each } = await answer(question);
  const pages = await pagesOf([...scores.keys()]);
  const asked = parts(question).join(" ");
  const kept = pages.filter((page) => carries(page, wanted));
  const named = ({ facets }) => Number(facets.name?.some((name) => parts(name).join(" ") === asked) ?? 0);
  const aboutWords = ({ facets }) => Number(facets.kind[0] === "claim" && !facets.standing);
  const order = new Map(kept.map((page) => [page, [named(page), -aboutWords(page), scores.get(page.number)]]));
  // Whoever bears the name stands above those who mention it, and claims on spellings below the others.
  kept.sort((a, b) => {
    const [left, right] = [order.get(a), order.get(b)];
    const at = left.findIndex((value, place) => value !== right[place]);
    return at < 0 ? a.number - b.number : right[at] - left[at];
  });
  const kinds = new Map();
  for (const page of [...kept].sort((a, b) => a.number - b.number)) kinds.set(page.facets.kind[0], []);
  for (const page of kept) kinds.get(page.facets.kind[0]).push(page);
  const groups = await Promise.all([...kinds].map(async ([kind, members]) => {
    const shown = members.slice(0, most);
    const texts = await textsOf(shown.map(({ number }) => number));
    const forms = new Set(each.flatMap((unit) => [...unit.forms]));
    return {
      kind,
      total: members.length,
      pages: texts.map((text, at) => ({
        ...text, url: shown[at].url, facets: shown[at].facets, places: placesOn(text, each),
        summary: text.summary && (excerpt(text.summary, forms, Infinity) ?? [[text.summary, false]]),
      })),
    };
  }));
  const begun = each.map((unit) => unit.begun).find(Boolean) ?? "";
  return { total: kept.length, counts: count(pages, wanted), groups, begun };
}
