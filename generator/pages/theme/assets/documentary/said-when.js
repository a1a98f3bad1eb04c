// What had been said by when: a day chosen by a slider, kept in the address, and how everything stood by then.

import { element, folded, link } from "./elements.js";
import { keep, kept } from "./kept.js";
import { carries, name, standing, statements } from "./standing.js";
import { _, ngettext } from "./words.js";

const MOST = 200; // claims in one list, sources across the matrix
const ACROSS = 24;
const form = document.querySelector("form.days");
const section = document.querySelector("section.then");
const slider = form?.elements.day;
const output = form?.querySelector("output");
const root = form?.dataset.root;
const all = Number(slider?.max);

const by = (day) => (statement) => day === all || (statement.day >= 0 && statement.day <= day);
const heading = (text) => element("h3", {}, text);
const marks = (made) => element("span", { class: "tally", role: "img", "aria-label": made.map(({ stance }) => _(stance)).join(_(", ")) },
  ...made.slice(0, ACROSS).map(({ stance }) => element("i", { class: stance })));
const answerOf = (number, text) => element("span", { class: `mark position-${Math.min(number + 1, 8)}` }, text);

function long(list, item) {
  const rest = list.length - MOST;
  const more = rest > 0 ? [element("li", { class: "fine" }, ngettext("and %(num)s more", "and %(num)s more", rest))] : [];
  return element("ul", { class: "entries" }, ...list.slice(0, MOST).map(item), ...more);
}

function claimsBy(told, day) {
  const of = new Map();
  for (const claim of told.claims) {
    const found = standing(told.claims, claim, by(day));
    if (found.word) of.set(name(found), [...(of.get(name(found)) ?? []), claim]);
  }
  const later = (claim) => {
    const now = name(standing(told.claims, claim, by(all)));
    return now === name(standing(told.claims, claim, by(day))) ? [] : [" ", element("span", { class: "fine" }, _("by all statements: %(standing)s", { standing: now }))];
  };
  const lists = [...of].sort(([, a], [, b]) => b.length - a.length).map(([word, claims]) => folded(
    element("span", { class: "verdict" }, `${word} · ${claims.length}`),
    long(claims, (claim) => element("li", {}, link(root, claim.text, claim.url), ...(day === all ? [] : later(claim)))),
  ));
  return lists.length ? lists : [element("p", { class: "fine" }, _("Nobody had spoken of any claim."))];
}

function newOn(told, day) {
  if (day === all) return [];
  const fresh = told.claims.filter(({ statements: made }) => made.some((statement) => statement.day === day));
  return [heading(_("Said on this day")), long(fresh, (claim) => element("li", {},
    link(root, claim.text, claim.url), ...claim.statements.filter((statement) => statement.day === day).flatMap(({ stance }) => [" ", element("span", { class: `stance ${stance}` }, _(stance))])))];
}

function questionsBy(told, day) {
  const drawn = told.questions.map(([text, url, places]) => {
    const lines = places.map(([claim, answer], number) => {
      const made = told.claims[claim].statements.filter(by(day));
      return { made, line: element("li", { class: made.some(carries) ? "" : "unsaid" }, answerOf(number, answer), " ", made.length ? marks(made) : element("span", { class: "fine" }, _("not said yet"))) };
    });
    const given = lines.filter(({ made }) => made.some(carries)).length;
    return { given, item: element("li", {}, link(root, text, url, { class: "question" }), element("ul", { class: "positions" }, ...lines.map(({ line }) => line))) };
  }).filter(({ given }) => given);
  return element("ol", { class: "questions" }, ...drawn.slice(0, MOST).map(({ item }) => item));
}

function matrixBy(told, day) {
  const kept = by(day);
  const across = told.sources.map(([, text], number) => ({ text, number }))
    .filter(({ number }) => told.claims.some(({ statements: made }) => made.some((each) => each.source === number && kept(each))));
  if (!across.length || across.length > ACROSS) return [];
  const rows = told.questions.slice(0, MOST).map(([text, url, places]) => element("tr", {},
    element("th", { scope: "row" }, link(root, text, url)),
    ...across.map((source) => {
      const cell = places.flatMap(([claim, answer], number) => {
        const made = told.claims[claim].statements.filter((each) => each.source === source.number && kept(each));
        return made.length ? [element("p", {}, answerOf(number, answer), " ", marks(made))] : [];
      });
      return element("td", { class: cell.length ? "" : "silent" }, element("span", { class: "of" }, source.text), ...cell);
    })));
  const head = element("tr", {}, element("th", { scope: "col" }, _("Question")), ...across.map(({ text }) => element("th", { scope: "col" }, text)));
  const table = element("table", { class: "matrix" }, element("thead", {}, head), element("tbody", {}, ...rows));
  return [folded(_("Source by source"), element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": _("Source by source") }, table))];
}

function summary(told, day) {
  const spoken = told.claims.filter((claim) => claim.statements.some(by(day))).length;
  const open = told.questions.filter(([, , places]) => places.filter(([claim]) => told.claims[claim].statements.some((each) => by(day)(each) && carries(each))).length > 1).length;
  const claims = _("%(some)s of %(all)s claims are spoken of.", { some: spoken, all: told.claims.length });
  const questions = _("%(some)s of %(all)s questions have more than one answer.", { some: open, all: told.questions.length });
  return `${claims} ${questions}`;
}

async function show() {
  const told = await statements(form.dataset.file).catch(() => undefined);
  if (!told) { output.textContent = _("The list could not be loaded. Try again."); return; }
  const day = Number(slider.value);
  output.textContent = day === all ? form.dataset.last : told.days[day][1];
  slider.setAttribute("aria-valuetext", output.textContent);
  form.elements.earlier.disabled = day === 0;
  form.elements.later.disabled = day === all;
  section.hidden = false;
  section.replaceChildren(
    element("h2", {}, output.textContent), element("p", {}, summary(told, day)), ...newOn(told, day),
    heading(_("How the claims stood")), ...claimsBy(told, day),
    heading(_("Answers to the questions")), questionsBy(told, day), ...matrixBy(told, day),
  );
}

async function choose() {
  const told = await statements(form.dataset.file).catch(() => undefined);
  keep("day", told?.days[Number(slider.value)]?.[0] ?? "");
  await show();
}

async function fromAddress() {
  const wanted = kept().get("day");
  if (!wanted) { slider.value = all; section.hidden = true; output.textContent = form.dataset.last; return; }
  const told = await statements(form.dataset.file).catch(() => undefined);
  const later = told?.days.findIndex(([day]) => day > wanted) ?? -1;
  slider.value = later < 0 ? all - 1 : Math.max(later - 1, 0);
  await show();
}

function move(steps) {
  slider.value = Number(slider.value) + steps;
  choose();
}

if (form) {
  for (const entry of document.querySelectorAll(".turning > li")) {
    const day = entry.querySelector("time").dateTime;
    const button = element("button", { type: "button", class: "fine" }, _("How everything stood"));
    button.addEventListener("click", () => {
      keep("day", day);
      fromAddress();
      form.scrollIntoView();
    });
    entry.querySelector("h3").append(" ", button);
  }
  slider.addEventListener("input", show);
  slider.addEventListener("change", choose);
  form.elements.earlier.addEventListener("click", () => move(-1));
  form.elements.later.addEventListener("click", () => move(1));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", fromAddress);
  form.hidden = false;
  fromAddress();
}
