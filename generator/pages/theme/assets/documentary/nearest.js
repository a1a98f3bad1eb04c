// The passage of an article that is nearest to words it does not hold, and every letter in which the two differ.

import { tables } from "./comparison.js";
import { isLookless } from "./fold.js";

const SIGN = "[\\u3040-\\u30ff\\u3400-\\u9fff]";
const LETTER = `(?!${SIGN})[\\p{L}\\p{N}_]`;
const WORD = /^[\p{L}\p{N}_]/u;
const IS_SIGN = new RegExp(`^${SIGN}`, "u");
const TOKEN = new RegExp(`${SIGN}|${LETTER}(?:[\\p{L}\\p{N}_'.,-]*[\\p{L}\\p{N}_])?|\\S`, "gu");
const [FIRST_SEEN, ASCII] = [0x20, 0x7f]; // between them letters are what they look like
const LONGEST = 1500; // more letters than that are compared by words alone

// What is made of an article once, when it is first asked for.
function kept(article, name, make) {
  article[name] ??= make(article);
  return article[name];
}

// Each word and sign of an article by a number, the same for the same in whatever case, where it begins and ends, and in
// which paragraph it stands; which numbers are words.
function numbered({ folded: { text, starts }, paragraphs }) {
  const numbers = new Map(), isWord = [], ids = [], from = [], to = [], of = [];
  let paragraph = 0;
  TOKEN.lastIndex = 0;
  for (let found; (found = TOKEN.exec(text));) {
    const token = found[0].toLowerCase();
    let id = numbers.get(token);
    if (id === undefined) {
      numbers.set(token, id = numbers.size);
      isWord.push(WORD.test(token));
    }
    while (paragraphs[paragraph + 1] <= starts[found.index]) paragraph += 1;
    ids.push(id);
    from.push(found.index);
    to.push(TOKEN.lastIndex);
    of.push(paragraph);
  }
  return { numbers, isWord, ids, from, to, of };
}

// Of each paragraph the window of at most `size` that shares most with those that are wanted: [how many, begin, end]. It ends
// in that paragraph, or, `over` the break behind it, in another.
function bestWindows({ ids, of, numbers }, wanted, size, over) {
  const missing = new Int32Array(numbers.size);
  for (const id of wanted) if (id >= 0) missing[id] += 1;
  const found = [];
  let shared = 0, start = 0;
  for (let at = 0; at < ids.length; at += 1) {
    for (; start < at && ((!over && of[start] !== of[at]) || at - start >= size); start += 1) if (++missing[ids[start]] > 0) shared -= 1;
    if (missing[ids[at]]-- > 0) shared += 1;
    if (over && of[start] === of[at]) continue;
    const last = found.at(-1);
    if (of[last?.[1]] !== of[start]) found.push([shared, start, at + 1]);
    else if (shared > last[0]) found[found.length - 1] = [shared, start, at + 1];
  }
  return found;
}

// The window in which the same words and signs stand in a row within one paragraph.
function row({ ids, of }, there) {
  const at = ids.findIndex((_id, start) => of[start] === of[start + there.length - 1] && there.every((id, step) => ids[start + step] === id));
  return at < 0 ? null : [at, at + there.length];
}

const isTelling = (word) => IS_SIGN.test(word) || [...word.normalize("NFD")].length > tables.short;

// The window in which enough of the words stand, as generator/evidence/nearest.py says it; else nothing.
function nearWindow(all, tokens, there) {
  const wanted = tokens.filter((token) => WORD.test(token));
  if (wanted.length <= tables.few) return wanted.length ? row(all, there) : null;
  const number = (token) => all.numbers.get(token) ?? -1;
  const shared = (begin, end, among) => {
    const here = all.ids.slice(begin, end);
    return among.filter((token) => {
      const at = WORD.test(token) ? here.indexOf(number(token)) : -1;
      return at >= 0 && here.splice(at, 1);
    });
  };
  const isNear = ([size, begin, end]) => size > tables.alike * wanted.length && shared(begin, end, wanted).filter(isTelling).length >= tables.telling;
  // Whether of the words in each paragraph enough are shared, in their place, for it to belong to those that are wanted.
  const isShared = ([, begin, end]) => {
    for (let from = begin, to; from < end; from = to) {
      for (to = from + 1; to < end && all.of[to] === all.of[from]; to += 1);
      const size = all.ids.slice(from, to).filter((id) => all.isWord[id]).length;
      const found = shared(from, to, tokens.slice(from - begin, to - begin));
      if (size && (found.length <= tables.alike * size || !found.some(isTelling))) return false;
    }
    return true;
  };
  const windows = (over) => bestWindows(all, wanted.map(number), there.length, over).filter(isNear);
  return [...windows(false), ...windows(true).filter(isShared)].reduce((best, each) => (each[0] > (best?.[0] ?? 0) ? each : best), null)?.slice(1);
}

// The passage that shares enough of the words, as a range of the folded text; else nothing.
export function nearest(article, words) {
  const all = kept(article, "numbered", numbered);
  const { numbers, ids, from, to, of } = all;
  const tokens = (words.match(TOKEN) ?? []).map((token) => token.toLowerCase());
  const there = tokens.map((token) => numbers.get(token) ?? -1);
  const window = nearWindow(all, tokens, there);
  if (!window) return null;
  const [start] = window;
  let [begin, end] = window;
  while (begin > start - tables.context && of[begin - 1] === of[start]) begin -= 1;
  const last = of[end - 1];
  while (end < start + there.length + tables.context && of[end] === last) end += 1;
  if (there.length > LONGEST) return { from: from[begin], to: to[end - 1] };
  const here = ids.slice(begin, end);
  const steps = aligned(here, there).filter(([i, j]) => i >= 0 && j >= 0);
  // What stands before the first common word and behind the last belongs to it where the quotation has words there.
  const [[, firstThere], [lastHere, lastThere]] = [steps[0], steps.at(-1)];
  const firstHere = here.lastIndexOf(there[firstThere], (steps[1]?.[0] ?? here.length) - 1); // not one in another clause
  const first = Math.max(begin, begin + firstHere - firstThere), final = Math.min(end, begin + lastHere + there.length - lastThere) - 1;
  return { from: from[first], to: to[final] };
}

const looks = new Map();
for (const [one, others] of Object.entries(tables.looks)) for (const other of others) looks.set(other, one);
const zeros = Array.from(tables.zeros, (zero) => zero.codePointAt(0));

// What a character looks like.
function look(character) {
  if (isLookless(character)) return "";
  const code = character.codePointAt(0);
  if (code < ASCII) return character;
  const zero = /\p{Nd}/u.test(character) ? zeros.findLast((each) => each <= code) : undefined;
  const plain = zero === undefined ? character.normalize("NFKC") : String(code - zero);
  return Array.from(plain, (each) => looks.get(each) ?? each).join("");
}

export const lookOf = (text) => Array.from(text, look).join("");

// What a text looks like, and where in it what each unit of that stands for begins; at last, where it ends.
function looksOf({ folded: { text } }) {
  const parts = [], starts = [];
  let plain = 0; // from where on the letters are what they look like
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at);
    if (code < ASCII && code >= FIRST_SEEN) {
      starts.push(at);
      at += 1;
      continue;
    }
    const character = String.fromCodePoint(code), seen = look(character);
    parts.push(text.slice(plain, at), seen);
    for (let unit = 0; unit < seen.length; unit += 1) starts.push(at);
    plain = at += character.length;
  }
  parts.push(text.slice(plain));
  starts.push(text.length);
  return { text: parts.join(""), starts };
}

// A passage that looks like the words, as a range of the folded text.
export function lookAlike(article, words) {
  const wanted = lookOf(words);
  const here = kept(article, "looks", looksOf);
  const at = wanted ? here.text.indexOf(wanted) : -1;
  return at < 0 ? null : { from: here.starts[at], to: here.starts[at + wanted.length] };
}

// Two lists side by side by a longest common subsequence: pairs of places, of which one is missing (-1) where the other
// list alone has something.
function aligned(here, there) {
  const width = there.length + 1;
  const table = new Uint16Array((here.length + 1) * width);
  for (let i = here.length - 1; i >= 0; i -= 1) {
    for (let j = there.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = here[i] === there[j] ? table[(i + 1) * width + j + 1] + 1 : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < here.length || j < there.length;) {
    if (i < here.length && j < there.length && here[i] === there[j]) pairs.push([i++, j++]);
    else if (j < there.length && (i === here.length || table[i * width + j + 1] > table[(i + 1) * width + j])) pairs.push([-1, j++]);
    else pairs.push([i++, -1]);
  }
  return pairs;
}

// Runs of what is the same and of what differs: [{same, here, there}] of texts. Side by side stands what has the same `key`.
function runs(here, there, key = (each) => each) {
  const found = [];
  for (const [i, j] of aligned(here.map(key), there.map(key))) {
    const [one, other] = [here[i] ?? "", there[j] ?? ""];
    const same = one === other;
    if (found.at(-1)?.same !== same) found.push({ same, here: "", there: "" });
    found.at(-1).here += one;
    found.at(-1).there += other;
  }
  return found;
}

const pieces = (text) => text.match(/\s+|[\p{L}\p{N}\p{M}_\u200c\u200d]+|[^\s\p{L}\p{N}\p{M}_]/gu) ?? [];

// How two texts differ: runs {same, here, there} by words; those that are alike have `letters`, such runs by letters.
export function differences(here, there) {
  const [ours, theirs] = [pieces(here), pieces(there)];
  if (ours.length * theirs.length > LONGEST * LONGEST) return [{ same: here === there, here, there }];
  return runs(ours, theirs).map((run) => {
    if (run.same || !run.here || !run.there || run.here.length * run.there.length > LONGEST * LONGEST) return run;
    const letters = runs([...run.here], [...run.there], look);
    const same = letters.reduce((sum, each) => sum + (each.same ? each.here.length : 0), 0);
    return 2 * same >= Math.max(run.here.length, run.there.length) || looksAlike(run.here, run.there) ? { ...run, letters } : run;
  });
}

// The code points of characters with the names of those that look like others, or like nothing.
export const named = (characters) => Array.from(characters, (each) => {
  const code = `U+${each.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return tables.names[each] ? `${code} ${tables.names[each]}` : code;
});

// Whether what differs looks the same.
export const looksAlike = (here, there) => lookOf(here) === lookOf(there);
