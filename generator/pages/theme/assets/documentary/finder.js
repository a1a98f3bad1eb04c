// Finds entries in every part of a long list: the files that name them all are fetched when a reader begins to type.

import { plain } from "./letters.js";
import { _, ngettext } from "./words.js";

const SHOWN = 50;

async function entries(finder) {
  const texts = await Promise.all(finder.dataset.lists.split(" ").map(async (name) => {
    const response = await fetch(name);
    if (!response.ok) throw new Error(response.statusText);
    return response.text();
  }));
  return texts.join("").trim().split("\n").map((line) => {
    const [title, url, beside] = JSON.parse(line);
    return { title, url, beside, text: plain(`${title} ${beside}`) };
  });
}

function item({ title, url, beside }, root) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  const more = document.createElement("span");
  link.className = "entry";
  link.href = root + url;
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
  const load = () => (all ??= entries(finder).catch(() => { all = undefined; }));
  const show = async () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    const known = words.length ? await load() : [];
    if (words.join() !== plain(input.value).split(/\s+/).filter(Boolean).join()) return; // typed on meanwhile
    const found = (known ?? []).filter(({ text }) => words.every((word) => text.includes(word)));
    list.replaceChildren(...found.slice(0, SHOWN).map((entry) => item(entry, finder.dataset.root)));
    if (found.length > SHOWN) {
      const more = document.createElement("li");
      more.className = "fine";
      more.textContent = ngettext("%(num)s more", "%(num)s more", found.length - SHOWN);
      list.append(more);
    }
    list.hidden = !found.length;
    if (!words.length) output.textContent = _("%(all)s %(noun)s", { all: finder.dataset.all, noun });
    else if (!known) output.textContent = _("The list could not be loaded. Try again, or choose a part.");
    else output.textContent = found.length
      ? _("%(shown)s of %(all)s %(noun)s", { shown: found.length, all: known.length, noun })
      : _("None of all %(all)s %(noun)s holds these words.", { all: known.length, noun });
  };
  input.addEventListener("focus", load);
  input.addEventListener("input", show);
  show();
  finder.hidden = false;
}
