// What still stands without some: sources, publishers and speakers taken away, kept in the address.

import { element, folded, link } from "./elements.js";
import { keep, kept } from "./kept.js";
import { carries, name, standing, statements } from "./standing.js";
import { _, ngettext } from "./words.js";

const MOST = 200;
const form = document.querySelector("form.without");
const section = document.querySelector("section.then");
const output = form?.querySelector("output");
const root = form?.dataset.root;
const list = element("ul", { class: "chosen" });
const select = element("select", { name: "who" }, element("option", { value: "" }, _("Choose")));
const rows = [...document.querySelectorAll("table.resting tbody tr")];

const away = () => (kept().get("without") ?? "").split(" ").filter(Boolean);

function toggle(ref) {
  const now = away();
  keep("without", (now.includes(ref) ? now.filter((each) => each !== ref) : [...now, ref]).join(" "));
  show();
}

function entries(claims, item) {
  const rest = claims.length - MOST;
  const more = rest > 0 ? [element("li", { class: "fine" }, ngettext("and %(num)s more", "and %(num)s more", rest))] : [];
  return element("ul", { class: "entries" }, ...claims.slice(0, MOST).map(item), ...more);
}

const changed = ({ claim, before, after }) => element("li", {}, link(root, claim.text, claim.url), " ",
  element("span", { class: "fine" }, `${name(before)} → `, element("b", {}, name(after))));

function part(title, claims, item = changed) {
  return claims.length ? [folded(element("span", { class: "verdict" }, `${title} · ${claims.length}`), entries(claims, item))] : [];
}

function compared(told, kept) {
  return told.claims.map((claim) => ({
    claim,
    before: standing(told.claims, claim, () => true),
    after: standing(told.claims, claim, kept),
  }));
}

function questions(told, kept) {
  return told.questions.flatMap(([text, url, places]) => {
    const answered = (keeps) => places.filter(([claim]) => told.claims[claim].statements.some((each) => keeps(each) && carries(each)));
    const [before, after] = [answered(() => true), answered(kept)];
    if (before.length === after.length) return [];
    const lost = before.filter((place) => !after.includes(place)).map(([, answer]) => _("“%(text)s”", { text: answer })).join(_(", "));
    return [{ text, url, lost, left: after.length }];
  });
}

function results(told, refs) {
  const gone = new Set(told.away.flatMap(([ref], number) => (refs.includes(ref) ? [number] : [])));
  const kept = (statement) => !statement.behind.some((number) => gone.has(number));
  const found = compared(told, kept);
  const losing = found.filter(({ before, after }) => before.origins && !after.origins);
  const other = found.filter((each) => !losing.includes(each) && name(each.before) !== name(each.after));
  const still = found.filter((each) => !losing.includes(each) && !other.includes(each));
  const differing = questions(told, kept);
  const title = ngettext("%(num)s claim loses its last independent origin", "%(num)s claims lose their last independent origin", losing.length);
  const count = ngettext("%(num)s question changes", "%(num)s questions change", differing.length);
  const before = ngettext("%(num)s claim stands as before", "%(num)s claims stand as before", still.length);
  output.textContent = [title, count, before].join(_("; "));
  return [
    element("h2", {}, _("What then still stands")),
    ...part(_("Lose their last independent origin"), losing),
    ...part(_("Stand otherwise"), other),
    ...part(_("Questions that change"), differing, ({ text, url, lost, left }) => element("li", {}, link(root, text, url), " ",
      element("span", { class: "fine" }, ngettext("%(num)s answer is left, without %(lost)s", "%(num)s answers are left, without %(lost)s", left, { lost })))),
    ...part(_("Stand as before"), still, ({ claim, after }) => element("li", {}, link(root, claim.text, claim.url), " ", element("span", { class: "fine" }, name(after)))),
  ];
}

function fill(told) {
  if (select.options.length > 1) return;
  select.append(...told.away.map(([ref, text]) => element("option", { value: ref, dir: "auto" }, text)));
}

async function show() {
  const refs = away();
  for (const row of rows) {
    row.querySelector("button").setAttribute("aria-pressed", refs.includes(row.dataset.ref));
    row.classList.toggle("away", refs.includes(row.dataset.ref));
  }
  section.hidden = !refs.length;
  list.replaceChildren();
  output.textContent = "";
  if (!refs.length) return;
  const told = await statements(form.dataset.file).catch(() => undefined);
  if (!told) { output.textContent = _("The list could not be loaded. Try again."); return; }
  fill(told);
  section.hidden = !told.away.some(([ref]) => refs.includes(ref)); // an address may name who is gone
  if (section.hidden) return;
  for (const [ref, text] of told.away.filter(([ref]) => refs.includes(ref))) {
    const button = element("button", { type: "button" }, _("Put back: %(name)s", { name: text }));
    button.addEventListener("click", () => toggle(ref));
    list.append(element("li", {}, button));
  }
  section.replaceChildren(...results(told, refs));
}

if (form) {
  for (const row of rows) {
    const button = element("button", { type: "button", "aria-pressed": "false" }, _("Take away"));
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
  form.addEventListener("reset", (event) => { event.preventDefault(); keep("without", ""); show(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", show);
  form.hidden = false;
  show();
}
