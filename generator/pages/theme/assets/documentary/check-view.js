// Shows what became of each quotation in a reader's text, and the text with the quotations marked in it.

import { element } from "./elements.js";
import { plain } from "./fold.js";
import { way } from "./load.js";
import { differences, looksAlike, named } from "./nearest.js";
import { _, ngettext } from "./words.js";

const root = new URL("../../", import.meta.url);
const MOST = 12; // differences that are told of one quotation
const LONG = 300; // paragraphs, beyond which those out of sight are not laid out

const badge = (kind) => {
  const words = { found: _("found"), altered: _("differs"), missing: _("missing") };
  return element("span", { className: `badge ${kind}`, textContent: words[kind] });
};
const quoted = (text) => _("“%(text)s”", { text });
const link = (url, textContent) => element("a", { href: way(new URL(url, root).href), textContent });

function inLanguage(made, { language, direction }) {
  return Object.assign(made, { lang: language, dir: direction });
}

// What is the same in two texts, and marked what is not; `side` is the one that is shown.
function marked(runs, side) {
  return runs.flatMap((run) => {
    if (run.letters) return marked(run.letters, side);
    if (run.same || !run[side]) return [run[side]];
    return [element("mark", { className: "differs", textContent: run[side] })];
  });
}

// Of a run that differs what either side has, with the names of letters that look the same.
function told({ here, there, letters = [{ here, there }] }) {
  const alike = letters.filter((each) => !each.same && looksAlike(each.here, each.there));
  const names = (side) => alike.flatMap((each) => named(each[side])).join(", ");
  const shown = (text, side) => (names(side) ? `${quoted(text.trim())} (${names(side)})` : quoted(text.trim()));
  if (!there) return _("Only your text has %(words)s.", { words: shown(here, "here") });
  if (!here) return _("Only the quotation has %(words)s.", { words: shown(there, "there") });
  return _("Your text has %(here)s, the quotation %(there)s.", { here: shown(here, "here"), there: shown(there, "there") });
}

function lines(difference, article, of) {
  if (difference.cut) {
    const whole = difference.part;
    return [element("p", { textContent: whole ? _("There the words are a part of %(whole)s.", { whole: quoted(whole) }) : _("There the words begin or end within a word or a figure.") })];
  }
  const here = article.folded.text.slice(difference.from, difference.to);
  const runs = differences(here, plain(difference.words));
  const other = runs.filter((run) => !run.same);
  const line = (title, side) => [
    element("dt", { textContent: title }),
    inLanguage(element("dd", {}, ...marked(runs, side)), of),
  ];
  const pairs = [line(_("The quotation"), "there"), line(_("Your text"), "here")];
  const list = element("ul", {}, ...other.slice(0, MOST).map((run) => element("li", { textContent: told(run) })));
  const more = other.length - MOST;
  if (more > 0) list.append(element("li", { textContent: ngettext("%(num)s more difference", "%(num)s more differences", more) }));
  return [element("dl", { className: "facts" }, ...pairs.map(([title, shown]) => element("div", {}, title, shown))), list];
}

function remarks({ kind, several, beside, differences: found }) {
  const texts = [
    several && _("The words stand there more than once."),
    beside && _("Other words stand before them or behind them than in our copy."),
    kind === "missing" && _("Nothing in your text comes near these words."),
    kind === "altered" && !found.length && _("Each part stands in your text, but not in this order, or too far apart."),
  ];
  return texts.filter(Boolean).map((textContent) => element("p", { textContent }));
}

// One quotation: what became of it, its words, how they differ, and what cites it.
function item(one, { article }, of) {
  const { number, kind, quotation } = one;
  const words = inLanguage(element("blockquote", {}, element("p", { textContent: quoted(quotation.exact) })), of);
  const whole = kind === "altered" && one.differences.length === 1 && !one.differences[0].cut && !quotation.pieces;
  const block = of.blocks.find(({ label }) => label === quotation.label);
  const head = element("p", { className: "fine" }, `${number} `, badge(kind));
  if (block) head.append(" ", link(`${of.url}#${block.label}`, block.name));
  if (kind !== "missing" && (kind === "found" || one.differences.length)) {
    head.append(" ", element("a", { href: `#in-text-${number}`, textContent: _("in your text") }));
  }
  const omits = quotation.omits ? [element("p", { className: "wording", textContent: quotation.omits.join(" ") })] : [];
  const uses = element("p", { className: "fine" }, _("On this site:"), " ", ...quotation.uses.flatMap(([name, url], at) => [at ? _("; ") : "", link(url, name)]));
  const found = kind === "altered" ? one.differences.flatMap((each) => lines(each, article, of)) : [];
  return element("li", { id: `quotation-${number}` }, head, ...whole ? [] : [words], ...omits, ...remarks(one), ...found, uses);
}

const list = (found, result, of) => element("ol", { className: "quotations" }, ...found.map((one) => item(one, result, of)));

// Where in the text quotations stand: ranges in order, each with the quotations that it is of and those that end there.
function ranges(found) {
  const spans = found.flatMap(({ number, kind, places, differences: near }) =>
    (places ?? near ?? []).map(({ start, end }, at, all) => ({ number, kind, start, end, first: !at, last: at === all.length - 1 })));
  const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((one, other) => one - other);
  const made = [];
  let open = [];
  const waiting = spans.sort((one, other) => one.start - other.start);
  let next = 0;
  cuts.forEach((start, at) => {
    open = open.filter(({ end }) => end > start);
    while (next < waiting.length && waiting[next].start <= start) open.push(waiting[next++]);
    const end = cuts[at + 1];
    if (open.length && end) made.push({ start, end, of: open, first: open.filter((each) => each.first && each.start === start), last: open.filter((each) => each.last && each.end === end) });
  });
  return made;
}

function markedRange(text, range) {
  const altered = range.of.some(({ kind }) => kind === "altered");
  const shown = element("mark", { className: altered ? "altered" : "found", textContent: text });
  const [one, ...others] = range.first;
  if (one) shown.id = `in-text-${one.number}`;
  const anchors = others.map(({ number }) => element("span", { id: `in-text-${number}` }));
  const notes = range.last.map(({ number }) => {
    const to = element("a", { href: `#quotation-${number}`, textContent: number });
    to.ariaLabel = _("Quotation %(number)s", { number });
    return element("sup", {}, to);
  });
  return [...anchors, shown, ...notes];
}

// The paragraphs of the text with the quotations marked, and which are passed over.
function text({ texts, starts, found, blocks, passed }, of) {
  const all = ranges(found);
  let at = 0;
  const shown = texts.map((paragraph, number) => {
    const [start, end] = [starts[number], starts[number] + paragraph.length];
    const parts = [];
    let done = start;
    while (at < all.length && all[at].end <= start) at += 1;
    for (let range = at; range < all.length && all[range].start < end; range += 1) {
      const [from, to] = [Math.max(start, all[range].start), Math.min(end, all[range].end)];
      const whole = { ...all[range], first: from === all[range].start ? all[range].first : [], last: to === all[range].end ? all[range].last : [] };
      parts.push(paragraph.slice(done - start, from - start), ...markedRange(paragraph.slice(from - start, to - start), whole));
      done = to;
    }
    const block = of.blocks[blocks.get(number)];
    const body = inLanguage(element("p", {}, ...parts, paragraph.slice(done - start)), of);
    const made = element("div", { className: passed.has(number) ? "block passed" : "block" }, body);
    if (parts.length || !block && !passed.has(number)) return made;
    const note = element("p", { className: "fine" }, passed.has(number) ? element("span", { className: "badge", textContent: _("passed over") }) : "");
    if (block) note.append(" ", link(`${of.url}#${block.label}`, block.name), block.note ? `${_(": ")}${block.note}` : "");
    made.append(note);
    return made;
  });
  return shown;
}

function sentence({ found }, of) {
  const number = (kind) => found.filter((each) => each.kind === kind).length;
  const name = of.name;
  if (!found.length) return _("The site quotes no words of %(name)s.", { name });
  if (number("found") === found.length) {
    return ngettext(
      "The %(num)s quotation from %(name)s stands in your text, letter for letter.",
      "All %(num)s quotations from %(name)s stand in your text, letter for letter.", found.length, { name });
  }
  if (number("missing") === found.length) return _("No quotation from %(name)s stands in your text, nor anything near one. Is it this article?", { name });
  return _("Of %(all)s quotations from %(name)s, letter for letter in your text: %(found)s. With a difference: %(altered)s. Missing: %(missing)s.", {
    all: found.length, name, found: number("found"), altered: number("altered"), missing: number("missing"),
  });
}

// Draws what was found, and gives what is said of it in a few sentences.
export function show(results, result, of) {
  const shown = text(result, of);
  const title = (textContent) => element("h2", { textContent });
  const apart = result.found.filter(({ kind }) => kind !== "found");
  const same = result.found.filter(({ kind }) => kind === "found");
  results.replaceChildren(
    ...apart.length ? [title(_("Not as quoted")), list(apart, result, of)] : [],
    title(_("Your text")),
    element("div", { className: shown.length > LONG ? "marked-text long" : "marked-text" }, ...shown),
    ...same.length ? [title(_("Found as quoted")), list(same, result, of)] : [],
  );
  const { size } = result.passed;
  const passed = size ? [ngettext("%(num)s paragraph is passed over.", "%(num)s paragraphs are passed over.", size)] : [];
  return [sentence(result, of), ...passed].join(" ");
}
