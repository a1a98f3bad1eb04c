// Finds entries in every part of a long list: the files that name them all are loaded when a reader begins to type.

import { plain } from "./letters.js";
import { load, way } from "./load.js";
import { _, ngettext } from "./words.js";

const SHOWN = 50;

async function entries(lists) {
  globalThis.listed = [];
  await Promise.all(lists.split(" ").map(load));
  return globalThis.listed.flat().map(([title, url, beside]) => ({ title, url, beside, text: plain(`${title} ${beside}`) }));
}

function item({ title, url, beside }, root) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  const more = document.createElement("span");
  link.className = "entry";
  link.href = root + way(url);
  link.textContent = title;
  more.className = "fine";
  more.textContent = beside;
  entry.append(link, " ", more);
  return entry;
}

export function find(finder) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  const output = document.createElement("output");
  const list = document.createElement("ul");
  const noun = finder.dataset.count;
  let all;
  input.type = "search";
  input.autocomplete = "off";
  list.className = "entries wide";
  list.hidden = true;
  label.append(finder.dataset.filter, input);
  finder.append(label, output);
  finder.after(list);
  const known = () => (all ??= entries(finder.dataset.lists).catch(() => { all = undefined; }));
  const show = async () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    const every = words.length ? await known() : [];
    if (words.join() !== plain(input.value).split(/\s+/).filter(Boolean).join()) return; // typed on meanwhile
    const found = (every ?? []).filter(({ text }) => words.every((word) => text.includes(word)));
    list.replaceChildren(...found.slice(0, SHOWN).map((entry) => item(entry, finder.dataset.root)));
    if (found.length > SHOWN) {
      const more = document.createElement("li");
      more.className = "fine";
      more.textContent = ngettext("%(num)s more", "%(num)s more", found.length - SHOWN);
      list.append(more);
    }
    list.hidden = !found.length;
    if (!words.length) output.textContent = _("%(all)s %(noun)s", { all: finder.dataset.all, noun });
    else if (!every) output.textContent = _("The list could not be loaded. Try again, or choose a part.");
    else output.textContent = found.length
      ? _("%(shown)s of %(all)s %(noun)s", { shown: found.length, all: every.length, noun })
      : _("None of all %(all)s %(noun)s holds these words.", { all: every.length, noun });
  };
  input.addEventListener("focus", known);
  input.addEventListener("input", show);
  show();
  finder.hidden = false;
}
