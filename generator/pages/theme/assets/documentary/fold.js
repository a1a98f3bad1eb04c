// Folds what no reader calls an alteration, and tells where a word ends, as generator/evidence does: by its own tables,
// of which `comparison.js` is made with the pages. Offsets are those of JavaScript, in units of UTF-16.

import { tables } from "./comparison.js";

const MARK = 1, LETTER = 2, REMOVED = 4, LOOKLESS = 8, JOINING = 16;
const FIRST_COMPOSED = 0x300; // no letter before it is composed or taken apart
const LAST = 0x10ffff;
const SPACE_ITSELF = 32;
const BEYOND = 8; // how many characters on either side of a place tell whether a word ends there
const CHUNK = 0x2000;

const kinds = new Uint8Array(LAST + 1);

function mark(runs, kind) {
  let at = 0;
  runs.split(",").forEach((distance, number) => {
    const start = at;
    at += parseInt(distance, 36);
    if (number % 2) for (let code = start; code < at; code += 1) kinds[code] |= kind;
  });
}

mark(tables.marks, MARK | JOINING);
mark(tables.letters, LETTER);
mark(tables.lookless, LOOKLESS);
for (const one of tables.removed) kinds[one.codePointAt(0)] |= REMOVED;
for (let code = 0x1160; code <= 0x11ff; code += 1) kinds[code] |= JOINING; // vowels and finals of Hangul

// By each unit of UTF-16 what it is folded to.
const styles = Uint16Array.from({ length: 0x10000 }, (_unit, code) => code);
for (const [characters, one] of [[tables.spaces, " "], [tables.double, '"'], [tables.single, "'"], [tables.dashes, "-"]]) {
  for (const character of characters) styles[character.charCodeAt(0)] = one.charCodeAt(0);
}

const is = (character, kind) => (kinds[character.codePointAt(0)] & kind) !== 0;
const size = (code) => (code > 0xffff ? 2 : 1);

export const isLookless = (character) => is(character, LOOKLESS);

// The text of `units`, of which there are `length`.
function textOf(units, length) {
  const parts = [];
  for (let at = 0; at < length; at += CHUNK) parts.push(String.fromCharCode(...units.subarray(at, Math.min(length, at + CHUNK))));
  return parts.join("");
}

// The folded text, and for each of its units where in the original what it stands for starts and ends.
export function fold(text) {
  const most = 3 * text.length; // a letter that is taken apart has at most three times its units
  const units = new Uint16Array(most), starts = new Uint32Array(most), ends = new Uint32Array(most);
  let length = 0;

  function put(unit, start, end) {
    const style = styles[unit];
    if (style === SPACE_ITSELF && length && units[length - 1] === SPACE_ITSELF) {
      ends[length - 1] = end;
      return;
    }
    units[length] = style;
    starts[length] = start;
    ends[length] = end;
    length += 1;
  }

  for (let at = 0; at < text.length;) {
    const start = at, code = text.codePointAt(at);
    at += size(code);
    if (kinds[code] & REMOVED) continue;
    let end = at, cluster = "";
    while (at < text.length) {
      const next = text.codePointAt(at);
      if (!(kinds[next] & (REMOVED | JOINING))) break;
      at += size(next);
      if (kinds[next] & REMOVED) continue;
      cluster = (cluster || text.slice(start, start + size(code))) + String.fromCodePoint(next);
      end = at;
    }
    if (!cluster && code < FIRST_COMPOSED) {
      put(code, start, end);
      continue;
    }
    const composed = (cluster || text.slice(start, end)).normalize("NFC");
    for (let unit = 0; unit < composed.length; unit += 1) put(composed.charCodeAt(unit), start, end);
  }
  return { text: textOf(units, length), starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

// The folded text alone, without white space at its ends.
export const plain = (text) => fold(text).text.replace(/^ | $/g, "");

// Whether no letter of the original is parted from its marks at the ends of a passage of the folded text.
export function isWhole({ text, starts }, start, end) {
  return [start, end].every((at) => at === 0 || at === text.length || starts[at] !== starts[at - 1]);
}

// The offset `number` characters before or behind another.
export function before(text, at, number) {
  let found = at;
  for (let step = 0; step < number && found > 0; step += 1) found -= found > 1 && text.codePointAt(found - 2) > 0xffff ? 2 : 1;
  return found;
}
export function behind(text, at, number) {
  let found = at;
  for (let step = 0; step < number && found < text.length; step += 1) found += size(text.codePointAt(found));
  return found;
}

const unspaced = new RegExp(`[${tables.unspaced}]`, "u");
const held = tables.held.map(([left, right]) => [new RegExp(`(?:${left})`, "u"), new RegExp(`^(?:${right})`, "u")]);
const kept = (text) => [...text].filter((character) => !is(character, REMOVED));

// Whether a quotation may begin or end at an offset without cutting a word or a figure.
export function isBoundary(text, at) {
  const left = kept(text.slice(before(text, at, BEYOND), at)), right = kept(text.slice(at, behind(text, at, BEYOND)));
  if (!left.length || !right.length) return true;
  const last = left.at(-1), first = right[0];
  if (is(first, MARK)) return false;
  if (is(last, LETTER | MARK) && is(first, LETTER)) return unspaced.test(last) || unspaced.test(first);
  const [ending, beginning] = [left.join(""), right.join("")];
  return !held.some(([end, start]) => end.test(ending) && start.test(beginning));
}

// What a cut of the text at an offset would part, such as “1.5 million”; `patterns` are those of its language.
export function parted(text, at, patterns) {
  const first = before(text, at, tables.window), within = text.slice(0, behind(text, at, tables.window));
  for (const pattern of patterns) {
    pattern.lastIndex = first;
    for (let found; (found = pattern.exec(within));) {
      if (found.index < at && at < found.index + found[0].length) return found[0];
      if (found.index >= at) break;
      if (!found[0]) pattern.lastIndex += 1;
    }
  }
  return "";
}

const letter = `(?![_${tables.unspaced}])[\\p{L}\\p{N}]`;
const word = `(?=[\\p{L}\\p{N}])[${tables.unspaced}]|${letter}(?:[^${tables.spaces}—―${tables.unspaced}]*${letter})?`;

// The words from one offset on, each as it is found.
export function words(text, start = 0) {
  const pattern = new RegExp(word, "gu");
  pattern.lastIndex = start;
  return { next: () => pattern.exec(text) };
}
