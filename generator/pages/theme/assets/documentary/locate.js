// Finds quotations in an article letter for letter, or says how they differ: what generator/evidence/match.py does, for a
// reader. An article is {text, paragraphs, folded, patterns}: `prepared`.

import { tables } from "./comparison.js";
import { fold, isBoundary, isWhole, parted, plain, words } from "./fold.js";
import { lookAlike, nearest } from "./nearest.js";

const OMISSION = "omission";
const LETTER = /[\p{L}\p{N}]/gu;

// Paragraphs as one text, with where each begins, prepared for comparison; `patterns` are of what holds together in its
// language.
export function prepared(texts, patterns) {
  const text = texts.join("\n\n"), paragraphs = [];
  texts.reduce((at, each) => (paragraphs.push(at), at + each.length + 2), 0);
  return { text, paragraphs, folded: fold(text), patterns: patterns.map((pattern) => new RegExp(pattern, "giu")) };
}

const place = ({ folded: { starts, ends } }, from, to) => ({ start: starts[from], end: ends[to - 1], from, to });

// Every place where folded words stand, whatever they begin or end within.
function* anywhere(article, wanted) {
  const { folded } = article;
  for (let at = folded.text.indexOf(wanted); wanted && at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
    if (isWhole(folded, at, at + wanted.length)) yield place(article, at, at + wanted.length);
  }
}
function* whole(article, wanted) {
  for (const each of anywhere(article, wanted)) {
    if (isBoundary(article.text, each.start) && isBoundary(article.text, each.end)) yield each;
  }
}
const partedBy = (article, { start, end }) => parted(article.text, start, article.patterns) || parted(article.text, end, article.patterns);

// Every place where they stand whole and part nothing that belongs together.
function* quotable(article, wanted) {
  for (const each of whole(article, wanted)) if (!partedBy(article, each)) yield each;
}

const first = (places) => places.next().value;

// The number by which words that are not printed are known; generator/pages/quotations_file.py makes it.
export function fingerprint(text) {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) >>> 0;
  return sum;
}

// Whether what stands right before or behind a place is what is known by its length and number; a space may be between.
function stands(text, at, beside, step) {
  if (!beside) return true;
  const [length, number] = beside;
  const spaces = text[step < 0 ? at - 1 : at] === " " ? [0, 1] : [0];
  return spaces.some((space) => {
    const start = step < 0 ? at - space - length : at + space;
    return start >= 0 && fingerprint(text.slice(start, start + length)) === number;
  });
}

// Of places in order the first that begins at an offset or behind it.
function lowest(places, offset) {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function atMost(text, start, end, most) {
  const found = words(text.slice(0, end), start);
  for (let number = 0; number <= most; number += 1) if (!found.next()) return true;
  return false;
}

// The ways to find pieces in order with what stands beside them; no more than two are followed.
function ways(article, pieces, prefix, suffix) {
  const { text, folded } = article;
  const places = pieces.map(([words]) => [...quotable(article, words)]);
  places.push(places.pop().filter(({ to }) => stands(folded.text, to, suffix, 1)));
  const leading = [...places];

  function following(before, at) {
    const [words, join] = pieces[at];
    if (join === OMISSION) {
      LETTER.lastIndex = before.end;
      const next = LETTER.exec(text);
      const from = next ? lowest(leading[at], LETTER.lastIndex) : leading[at].length;
      return leading[at].slice(from, from + 2);
    }
    const found = places[at][lowest(places[at], before.end)];
    const short = Math.min([...pieces[at - 1][0]].length, [...words].length) < tables.minimum;
    return found && atMost(text, before.end, found.start, short ? 0 : tables.gap) && leading[at].includes(found) ? [found] : [];
  }

  for (let at = pieces.length - 2; at >= 0; at -= 1) leading[at] = places[at].filter((each) => following(each, at + 1).length);
  const starts = leading[0].filter(({ from }) => stands(folded.text, from, prefix, -1));
  const way = [];
  let other = false;
  for (let at = 0; at < pieces.length; at += 1) {
    const two = at ? following(way.at(-1), at) : starts;
    if (!two.length) return null;
    way.push(two[0]);
    other ||= two.length > 1;
  }
  return { way, other };
}

// Where the words of a quotation are that the article does not have as they are quoted, and how they differ there.
function differing(article, pieces) {
  const found = [];
  for (const [words] of pieces) {
    const there = first(quotable(article, words));
    if (there) continue;
    const within = first(whole(article, words)) ?? first(anywhere(article, words));
    const near = within ?? lookAlike(article, words) ?? nearest(article, words);
    if (!near) return null;
    found.push({ words, cut: Boolean(within), part: within ? partedBy(article, within) : "", ...(within ? within : place(article, near.from, near.to)) });
  }
  return found;
}

function partsOf(article, { exact, pieces }) {
  const printed = plain(exact);
  const asPrinted = article.folded.text.includes(printed);
  return !asPrinted && pieces ? pieces.map(([words, join]) => [plain(words), join]) : [[printed, "first"]];
}

// A quotation that stands in the article letter for letter, with its places, `several` where it may as well stand
// elsewhere and `beside` where other words stand before or behind it; else null.
export function standing(article, quotation) {
  const { prefix, suffix, phrase } = quotation;
  const parts = partsOf(article, quotation);
  if (phrase) {
    const there = first(quotable(article, plain(quotation.exact)));
    return there ? { kind: "found", places: [there] } : null;
  }
  const there = ways(article, parts, prefix, suffix);
  if (there) return { kind: "found", places: there.way, several: there.other };
  const without = prefix || suffix ? ways(article, parts) : null;
  return without ? { kind: "found", places: without.way, beside: true } : null;
}

// What becomes of a quotation: `found` as `standing`; `altered` with what differs, nothing where only the order does; or
// `missing`.
export function locate(article, quotation) {
  const found = standing(article, quotation);
  if (found) return found;
  const differences = differing(article, partsOf(article, quotation));
  return differences ? { kind: "altered", differences } : { kind: "missing" };
}
