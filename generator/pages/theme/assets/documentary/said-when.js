// What had been said by when: a day chosen by a slider, kept in the address, and how everything stood by then.

import { element, entries, folded, link } from "./elements.js";
import { keep, kept } from "./kept.js";
import { carries, name, standing, statements } from "./standing.js";
import { read } from "./timeline-scale.js";
import { _, ngettext } from "./words.js";

const QUESTIONS = 200;
const ACROSS = 24; // sources across the matrix, marks in one line
const form = document.querySelector("form.days");
const section = document.querySelector("section.then");
const slider = form?.elements.day;
const output = form?.querySelector("output");
const root = form?.dataset.root;
const all = Number(slider?.max);

const by = (day) => (statement) => day === all || (statement.day >= 0 && statement.day <= day);
const heading = (textContent) => element("h3", { textContent });
const fine = (textContent) => element("span", { className: "fine", textContent });
const marks = (made) => element("span", { className: "tally", role: "img", ariaLabel: made.map(({ word }) => word).join(_(", ")) },
  ...made.slice(0, ACROSS).map(({ stance }) => element("i", { className: stance })));
const answerOf = (number, textContent) => element("span", { className: `mark position-${Math.min(number + 1, 8)}`, textContent });

function claimsBy(told, day) {
  const of = new Map();
  for (const claim of told.claims) {
    const found = standing(told.claims, claim, by(day));
    const word = name(found);
    const now = name(standing(told.claims, claim, by(all)));
    if (found.word) of.set(word, [...(of.get(word) ?? []), { claim, now: now === word ? "" : now }]);
  }
  if (!of.size) return [element("p", { className: "fine", textContent: _("Nobody had spoken of any claim.") })];
  return [...of].sort(([, a], [, b]) => b.length - a.length).map(([word, claims]) => folded(word, claims.length,
    entries(claims, ({ claim, now }) => [link(root, claim.text, claim.url), ...now ? [" ", fine(_("by all statements: %(standing)s", { standing: now }))] : []])));
}

function newOn(told, day) {
  if (day === all) return [];
  const on = (statement) => statement.day === day;
  const fresh = told.claims.filter((claim) => claim.statements.some(on));
  const words = ({ stance, word }) => [" ", element("span", { className: `stance ${stance}`, textContent: word })];
  return [heading(_("Said on this day")), entries(fresh, (claim) => [link(root, claim.text, claim.url), ...claim.statements.filter(on).flatMap(words)])];
}

// The answers that somebody had given by then, whoever spoke against them.
const given = (told, places, day) => places.filter(([claim]) => told.claims[claim].statements.some((made) => by(day)(made) && carries(made)));

function questionsBy(told, day) {
  const drawn = told.questions.filter(([, , places]) => given(told, places, day).length).map(([text, url, places]) => {
    const answers = given(told, places, day);
    const lines = places.map((place, number) => {
      const [claim, answer] = place;
      const made = told.claims[claim].statements.filter(by(day));
      return element("li", { className: answers.includes(place) ? "" : "unsaid" }, answerOf(number, answer), " ", made.length ? marks(made) : fine(_("not said yet")));
    });
    return element("li", {}, link(root, text, url, { className: "question" }), element("ul", { className: "positions" }, ...lines));
  });
  return element("ol", { className: "questions" }, ...drawn.slice(0, QUESTIONS));
}

function matrixBy(told, day) {
  const of = (number) => (statement) => statement.source === number && by(day)(statement);
  const across = told.sources.map(([, text], number) => ({ text, number }))
    .filter(({ number }) => told.claims.some((claim) => claim.statements.some(of(number))));
  if (!across.length || across.length > ACROSS) return [];
  const cell = (places, { text, number: source }) => {
    const answers = places.flatMap(([claim, answer], number) => {
      const made = told.claims[claim].statements.filter(of(source));
      return made.length ? [element("p", {}, answerOf(number, answer), " ", marks(made))] : [];
    });
    return element("td", { className: answers.length ? "" : "silent" }, element("span", { className: "of", textContent: text }), ...answers);
  };
  const rows = told.questions.slice(0, QUESTIONS).map(([text, url, places]) => element("tr", {},
    element("th", { scope: "row" }, link(root, text, url)), ...across.map((source) => cell(places, source))));
  const head = [_("Question"), ...across.map(({ text }) => text)].map((textContent) => element("th", { scope: "col", textContent }));
  const table = element("table", { className: "matrix" }, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
  const region = element("div", { className: "scroll", tabIndex: 0, role: "region", ariaLabel: _("Source by source") }, table);
  return [folded(_("Source by source"), across.length, region)];
}

function summary(told, day) {
  const spoken = told.claims.filter((claim) => claim.statements.some(by(day))).length;
  const open = told.questions.filter(([, , places]) => given(told, places, day).length > 1).length;
  const claims = ngettext("Somebody had spoken of %(some)s of %(num)s claim.", "Somebody had spoken of %(some)s of %(num)s claims.", told.claims.length, { some: spoken });
  const questions = ngettext("%(some)s of %(num)s question had more than one answer.", "%(some)s of %(num)s questions had more than one answer.", told.questions.length, { some: open });
  return `${claims} ${questions}`;
}

const loaded = () => statements(form.dataset.file).catch(() => { output.textContent = _("The list could not be loaded. Try again."); });

async function show() {
  const told = await loaded();
  if (!told) return;
  const day = Number(slider.value);
  const title = day === all ? form.dataset.last : told.days[day][1];
  output.textContent = title;
  slider.ariaValueText = title;
  form.elements.earlier.disabled = day === 0;
  form.elements.later.disabled = day === all;
  section.hidden = false;
  section.replaceChildren(
    element("h2", { textContent: title }), element("p", { textContent: summary(told, day) }), ...newOn(told, day),
    heading(_("How the claims stood")), ...claimsBy(told, day),
    heading(_("Answers to the questions")), questionsBy(told, day), ...matrixBy(told, day),
  );
}

async function choose() {
  const told = await loaded();
  if (!told) return;
  keep("day", told.days[Number(slider.value)]?.[0] ?? "");
  await show();
}

async function fromAddress() {
  const wanted = kept().get("day");
  if (!wanted) {
    slider.value = all;
    section.hidden = true;
    output.textContent = form.dataset.last;
    return;
  }
  const told = await loaded();
  if (!told) return;
  const later = told.days.findIndex(([day]) => read(day).day > read(wanted)?.day);
  slider.value = later < 0 ? all - 1 : Math.max(later - 1, 0);
  await show();
}

function move(steps) {
  slider.value = Number(slider.value) + steps;
  choose();
}

if (form) {
  for (const entry of document.querySelectorAll(".turning > li")) {
    const day = entry.id.slice(1); // a day BC has no <time>
    const button = element("button", { type: "button", className: "fine", textContent: _("How everything stood") });
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
