// The search page: the question stands in the address, so that every result page can be linked.

import { element } from "./elements.js";
import { find } from "./search-engine.js";
import { address, amount, arrows, failed, nothing, sections } from "./search-view.js";
import { _ } from "./words.js";

const FIRST = 4;
const STEP = 20;

const asks = () => location.hash.includes("=");

export function start(form) {
  const field = form.elements.q;
  const results = document.querySelector(".search-results");
  const said = form.querySelector("output");
  const clear = form.querySelector(".clear");
  const narrow = form.querySelector("details");
  const selects = [...form.querySelectorAll("select")];
  let asked = 0;
  let most = STEP;

  const words = () => field.value.trim();
  const wanted = () => Object.fromEntries(selects.filter((select) => select.value).map((select) => [select.name, select.value]));

  // The page holds no more values than can be chosen from; what is asked for or found is one too.
  function offer(select, values) {
    const known = new Set([...select.options].map((option) => option.value));
    for (const value of values) if (!known.has(value)) select.add(new Option(value, value));
  }

  function read() {
    const query = new URLSearchParams(asks() ? location.hash.slice(1) : location.search);
    field.value = query.get("q") ?? "";
    for (const select of selects) {
      if (query.get(select.name)) offer(select, [query.get(select.name)]);
      select.value = query.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    narrow.open = Boolean(selects.some((select) => select.value)) || matchMedia("(min-width: 48rem)").matches;
  }

  function write(how) {
    const asking = words() || Object.keys(wanted()).length;
    history[how](null, "", asking ? address(words(), wanted()) : location.pathname);
  }

  // The number of pages that each choice would leave; choices that would leave none cannot be made.
  function count(counts) {
    for (const select of selects) {
      if (select.name !== "kind") offer(select, Object.keys(counts?.[select.name] ?? {}));
      for (const option of select.options) {
        option.dataset.name ??= option.textContent;
        const number = counts?.[select.name]?.[option.value] ?? 0;
        const counted = counts && option.value;
        option.textContent = counted ? `${option.dataset.name} (${number})` : option.dataset.name;
        option.disabled = Boolean(counted) && !number && !option.selected;
      }
    }
  }

  function more(group, title) {
    if (!wanted().kind) {
      const href = address(words(), { ...wanted(), kind: group.kind });
      return element("a", { href, onclick: () => scrollTo(0, 0), textContent: _("All %(num)s in %(section)s", { num: group.total, section: title }) });
    }
    const button = element("button", { type: "button", textContent: _("Show more") });
    button.addEventListener("click", async () => {
      const shown = group.pages.length;
      most += STEP;
      await show();
      results.querySelectorAll("ol > li")[shown]?.querySelector("a").focus();
    });
    return button;
  }

  async function show() {
    const mine = ++asked;
    const asking = words() || Object.keys(wanted()).length;
    clear.hidden = !asking;
    if (!asking) {
      count(null);
      results.ariaBusy = "false";
      return said.replaceChildren(), results.replaceChildren();
    }
    results.ariaBusy = "true";
    try {
      const found = await find(words(), wanted(), wanted().kind ? most : FIRST);
      if (mine !== asked) return;
      count(found.counts);
      said.textContent = amount(found);
      results.replaceChildren(...(found.total ? sections(found.groups, "h2", more) : [nothing(words())]));
    } catch {
      if (mine === asked) results.replaceChildren(failed());
    }
    if (mine === asked) results.ariaBusy = "false";
  }

  function ask(how) {
    most = STEP;
    write(how);
    return show();
  }

  field.addEventListener("input", () => ask("replaceState"));
  form.addEventListener("change", (event) => { if (event.target !== field) ask("pushState"); });
  form.addEventListener("submit", (event) => { event.preventDefault(); ask("pushState"); });
  addEventListener("popstate", () => {
    if (location.hash && !asks()) return; // a place on this page
    read();
    show();
  });
  arrows(field, results);
  form.hidden = false;
  read();
  show();
  if (!words() && document.activeElement === document.body) field.focus();
}
