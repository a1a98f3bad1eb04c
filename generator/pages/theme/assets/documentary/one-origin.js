// What still stands without some: sources, publishers, speakers and occasions taken away, kept in the address.

import { element, entries, folded, link } from "./elements.js";
import { keep, kept } from "./kept.js";
import { carries, name, standing, statements } from "./standing.js";
import { _, ngettext } from "./words.js";

const form = document.querySelector("form.without");
const section = document.querySelector("section.then");
const output = form?.querySelector("output");
const root = form?.dataset.root;
const list = element("ul", { className: "chosen" });
const select = element("select", { name: "who" }, element("option", { value: "", textContent: _("Choose") }));
const rows = [...document.querySelectorAll("table.resting tbody tr")];

const fine = (...inside) => element("span", { className: "fine" }, ...inside);
const away = () => (kept().get("without") ?? "").split(" ").filter(Boolean);

function toggle(ref) {
  const now = away();
  keep("without", (now.includes(ref) ? now.filter((each) => each !== ref) : [...now, ref]).join(" "));
  show();
}

function questions(told, keeps) {
  const answered = (places, holds) => places.filter(([claim]) => told.claims[claim].statements.some((made) => carries(made) && holds(made)));
  return told.questions.flatMap(([text, url, places]) => {
    const [before, after] = [answered(places, () => true), answered(places, keeps)];
    if (before.length === after.length) return [];
    const lost = before.filter((place) => !after.includes(place)).map(([, answer]) => _("“%(text)s”", { text: answer })).join(_(", "));
    return [{ text, url, lost, left: after.length }];
  });
}

const part = (title, found, item) => (found.length ? [folded(title, found.length, entries(found, item))] : []);
const changed = ({ claim, before, after }) => [link(root, claim.text, claim.url), " ", fine(`${name(before)} → `, element("b", { textContent: name(after) }))];
const same = ({ claim, after }) => [link(root, claim.text, claim.url), " ", fine(name(after))];
const answers = ({ text, url, lost, left }) => [link(root, text, url), " ",
  fine(ngettext("%(num)s answer is left, without %(lost)s", "%(num)s answers are left, without %(lost)s", left, { lost }))];

function results(told, refs) {
  const gone = new Set(told.away.flatMap(([ref], number) => (refs.includes(ref) ? [number] : [])));
  const keeps = (statement) => !statement.behind.some((number) => gone.has(number));
  const found = told.claims.map((claim) => ({
    claim,
    before: standing(told.claims, claim, () => true),
    after: standing(told.claims, claim, keeps),
  }));
  const losing = found.filter(({ before, after }) => before.origins && !after.origins);
  const other = found.filter((each) => !losing.includes(each) && name(each.before) !== name(each.after));
  const still = found.filter((each) => !losing.includes(each) && !other.includes(each));
  const differing = questions(told, keeps);
  output.textContent = [
    ngettext("%(num)s claim loses its last independent origin", "%(num)s claims lose their last independent origin", losing.length),
    ngettext("%(num)s claim stands differently", "%(num)s claims stand differently", other.length),
    ngettext("%(num)s question changes", "%(num)s questions change", differing.length),
    ngettext("%(num)s claim stands as before", "%(num)s claims stand as before", still.length),
  ].join(_("; "));
  return [
    element("h2", { textContent: _("What still stands") }),
    ...part(_("Lose their last independent origin"), losing, changed),
    ...part(_("Stand differently"), other, changed),
    ...part(_("Questions that change"), differing, answers),
    ...part(_("Stand as before"), still, same),
  ];
}

function fill(told) {
  if (select.options.length > 1) return;
  select.append(...told.away.map(([value, textContent]) => element("option", { value, dir: "auto", textContent })));
}

function putBack([ref, text]) {
  const button = element("button", { type: "button", textContent: _("Put back: %(name)s", { name: text }) });
  button.addEventListener("click", () => toggle(ref));
  return element("li", {}, button);
}

async function show() {
  const refs = away();
  for (const row of rows) {
    const gone = refs.includes(row.dataset.ref);
    row.querySelector("button").textContent = gone ? _("Put back") : _("Take away");
    row.classList.toggle("away", gone);
  }
  section.hidden = true;
  list.replaceChildren();
  output.textContent = "";
  if (!refs.length) return;
  const told = await statements(form.dataset.file).catch(() => undefined);
  if (!told) {
    output.textContent = _("The list could not be loaded. Try again.");
    return;
  }
  fill(told);
  const known = told.away.filter(([ref]) => refs.includes(ref)); // an address may name who is gone
  section.hidden = !known.length;
  if (!known.length) return;
  list.replaceChildren(...known.map(putBack));
  section.replaceChildren(...results(told, refs));
}

if (form) {
  for (const row of rows) {
    const button = element("button", { type: "button" });
    button.addEventListener("click", () => toggle(row.dataset.ref));
    row.cells[0].append(" ", button);
  }
  form.prepend(element("label", {}, _("Take away"), " ", select));
  form.append(list);
  select.addEventListener("focus", () => statements(form.dataset.file).then(fill, () => {}), { once: true });
  select.addEventListener("change", () => {
    if (select.value) toggle(select.value);
    select.value = "";
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    keep("without", "");
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", show);
  form.hidden = false;
  show();
}
