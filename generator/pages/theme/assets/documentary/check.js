// Compares an article that a reader pastes or drops with the quotations of a source. Nothing of it leaves the page: all
// that is asked for are files of quotations, when a source is chosen: of that source, and of the others where they are few.

import { numbered, passedOver } from "./article-blocks.js";
import { isPage, paragraphs, paragraphsOf, read } from "./article-text.js";
import { show } from "./check-view.js";
import { element } from "./elements.js";
import { load } from "./load.js";
import { locate, prepared, standing } from "./locate.js";
import { _ } from "./words.js";

const root = new URL("../../", import.meta.url);
const form = document.querySelector(".check-form");
const results = document.querySelector(".check-results");
const source = form.elements.source;
const field = form.elements.text;
const file = form.elements.file;
const said = form.querySelector("output");
const ID = /^#source-([a-z0-9]+(?:-[a-z0-9]+)*)$/;
const FEW = 24; // sources of which all quotations are fetched at once: nothing is asked for once there is a text
let asked = 0;

const loading = new Map();
function quotationsOf(id) {
  if (!loading.has(id)) {
    loading.set(id, load(new URL(`sources/${id}/quotations.js`, root)).then(() => globalThis.quotationsOf[id], (error) => {
      loading.delete(id);
      throw error;
    }));
  }
  return loading.get(id);
}

function fetchFor(id) {
  const ids = [...source.options].map(({ value }) => value).filter((value) => value && value !== id);
  return Promise.allSettled([id, ...ids.length < FEW ? ids : []].map(quotationsOf));
}

// The paragraph in which an offset of the whole text stands.
function paragraphAt(starts, offset) {
  const at = starts.findIndex((start) => start > offset);
  return (at < 0 ? starts.length : at) - 1;
}

function compared(texts, of) {
  const article = prepared(texts, of.held);
  const starts = article.paragraphs;
  const found = of.quotations.map((quotation, at) => ({ number: at + 1, quotation, ...locate(article, quotation) }));
  const labels = new Map(of.blocks.map(({ label }, at) => [label, at]));
  const known = found.filter(({ several, beside, quotation }) => !several && !beside && !quotation.phrase && labels.has(quotation.label));
  const letter = known.filter(({ kind }) => kind === "found");
  const near = known.filter(({ kind, differences, quotation }) => kind === "altered" && differences.length && !quotation.pieces);
  const anchors = (letter.length ? letter : near).map(({ places, differences, quotation }) => {
    const [{ start }] = places ?? differences;
    return [paragraphAt(starts, start), labels.get(quotation.label), start, quotation.start ?? 0];
  });
  const copy = { blocks: of.blocks.length, length: of.length ?? 0, title: of.title ?? 0 };
  const blocks = numbered(starts, article.text.length, anchors, copy);
  const places = found.flatMap(({ places: there, differences }) => there ?? differences ?? []);
  const without = new Set(texts.keys());
  for (const { start, end } of places) {
    for (let at = paragraphAt(starts, start); at <= paragraphAt(starts, end - 1); at += 1) without.delete(at);
  }
  const passed = found.some(({ kind }) => kind === "found") ? passedOver(blocks, [...labels.keys()], without, texts.length) : new Set();
  return { article, texts, starts, found, blocks, passed };
}

// The other source of which more quotations stand in the text, where most of the one that is chosen do not.
function likelier({ article, found }, id) {
  const number = found.filter(({ kind }) => kind === "found").length;
  if (number * 2 > found.length) return null;
  const others = Object.entries(globalThis.quotationsOf).filter(([other]) => other !== id).map(([other, of]) => {
    const here = { ...article, patterns: prepared([], of.held).patterns };
    return { id: other, of, number: of.quotations.filter((quotation) => standing(here, quotation)).length };
  });
  return others.filter((other) => other.number > number).sort((one, other) => other.number - one.number)[0];
}

// The paragraphs that the reader has given: of the file, else of the field. Nothing of a file that is no text.
async function given() {
  const [chosen] = file.files;
  if (chosen) return read(chosen);
  return isPage(field.value) ? paragraphsOf(field.value) : paragraphs(field.value);
}

function say(text, next) {
  said.textContent = text;
  results.ariaBusy = "false";
  next?.focus();
}

async function compare() {
  const mine = ++asked;
  results.replaceChildren();
  if (!source.value) return say(_("Choose the source first."), source);
  if (!file.files.length && !field.value.trim()) return say(_("Paste the text of the article first."), field);
  results.ariaBusy = "true";
  said.textContent = _("Comparing …");
  const [texts, of] = await Promise.all([given(), quotationsOf(source.value)].map((each) => each.catch(() => null)));
  if (mine !== asked) return undefined;
  if (!of) return say(_("The quotations of this source could not be loaded. Try again later."));
  if (!texts) return say(_("“%(name)s” is no text and no HTML. Open it, and copy its text into the field.", { name: file.files[0].name }));
  if (!texts.length) return say(_("No text was found in “%(name)s”.", { name: file.files[0]?.name ?? "" }));
  const result = compared(texts, of);
  say(show(results, result, of));
  const other = likelier(result, source.value);
  if (!other) return undefined;
  const told = _("More quotations from %(name)s stand in it: %(found)s of %(all)s.", {
    name: other.of.name, found: other.number, all: other.of.quotations.length,
  });
  said.append(" ", told, " ", element("a", { href: `#source-${other.id}`, textContent: _("Compare with that source") }));
  return undefined;
}

// The address names a source, which the list need not hold.
async function choose() {
  const id = ID.exec(location.hash)?.[1];
  if (!id) return;
  const of = await quotationsOf(id).catch(() => null);
  if (of && ![...source.options].some(({ value }) => value === id)) source.add(new Option(of.name, id));
  if (!of) return;
  source.value = id;
  fetchFor(id);
  again();
}

const again = () => { if (source.value && (file.files.length || field.value.trim())) compare(); };

source.addEventListener("change", () => {
  history.replaceState(null, "", source.value ? `#source-${source.value}` : location.pathname);
  if (source.value) fetchFor(source.value); // before there is a text: then nothing is asked for any more
  again();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  compare();
});
form.addEventListener("reset", (event) => {
  event.preventDefault(); // the source stays
  asked += 1;
  field.value = file.value = "";
  results.replaceChildren();
  say("", field);
});
field.addEventListener("input", () => { file.value = ""; });
field.addEventListener("paste", () => setTimeout(again));
file.addEventListener("change", () => {
  field.value = "";
  compare();
});

// A file that falls beside the field must not be opened in place of the page.
const holdsFile = ({ dataTransfer }) => [...dataTransfer?.types ?? []].includes("Files");
let over = 0;
const mark = (inside) => form.classList.toggle("dropping", inside > 0);
addEventListener("dragenter", (event) => { if (holdsFile(event)) mark(over += 1); });
addEventListener("dragleave", (event) => { if (holdsFile(event)) mark(over -= 1); });
addEventListener("dragover", (event) => { if (holdsFile(event)) event.preventDefault(); });
addEventListener("drop", (event) => {
  if (!holdsFile(event)) return;
  event.preventDefault();
  mark(over = 0);
  file.files = event.dataTransfer.files;
  field.value = "";
  compare();
});
addEventListener("hashchange", choose);
form.hidden = false;
choose();
