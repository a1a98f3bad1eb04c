// The search dialog: the first results from any page, and the way to all of them.

import { element } from "./elements.js";
import { address, amount, arrows, failed, nothing, sections } from "./search-view.js";
import { _ } from "./words.js";

const FIRST = 3;
let dialog;

function build() {
  const field = element("input", {
    type: "search", name: "q", id: "dialog-words", autocomplete: "off", autocapitalize: "none", spellcheck: false,
    enterKeyHint: "search",
  });
  const label = element("label", { htmlFor: field.id, textContent: _("Search this documentary") });
  const close = element("button", { type: "button", textContent: _("Close") });
  const said = element("output");
  const all = element("a", { textContent: _("All results, and narrow them"), hidden: true });
  const results = element("div", { className: "search-results" });
  const form = element("form", { role: "search" },
    label, element("div", { className: "line" }, field, close), element("p", { className: "said" }, said, " ", all));
  const made = element("dialog", { className: "search-dialog", ariaLabel: _("Search") }, form, results);

  let asked = 0;
  field.addEventListener("input", async () => {
    const words = field.value.trim();
    const mine = ++asked;
    all.href = address(words, {});
    all.hidden = !words;
    if (!words) return said.replaceChildren(), results.replaceChildren();
    try {
      const { find } = await import("./search-engine.js");
      const found = await find(words, {}, FIRST);
      if (mine !== asked) return;
      const more = (group, title) => element("a", { href: address(words, { kind: group.kind }), textContent: _("All %(num)s in %(section)s", { num: group.total, section: title }) });
      said.textContent = amount(found);
      results.replaceChildren(...(found.total ? sections(found.groups, "h2", more) : [nothing(words)]));
    } catch {
      if (mine === asked) results.replaceChildren(failed());
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(address(field.value.trim(), {}));
  });
  close.addEventListener("click", () => made.close());
  made.addEventListener("click", (event) => { if (event.target === made) made.close(); });
  arrows(field, results);
  document.body.append(made);
  return made;
}

// Opens the dialog; closing it gives the focus back to where it was.
export function show() {
  dialog ??= build();
  if (dialog.open) return dialog.close();
  dialog.showModal();
  return dialog.querySelector("input").select();
}
