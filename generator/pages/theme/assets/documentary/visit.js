// Marks what was added or changed since the reader's last visit. The day of it is kept in this browser alone:
// nothing is sent, and without the script every page is whole.

import { _ } from "./words.js";

const KEY = "visit";
const OFF = "off";
const language = document.documentElement.lang;
const locale = language === "en" ? "en-GB" : language; // day before month, as dates stand on every page
const inWords = (day) => new Intl.DateTimeFormat(locale, {
  dateStyle: "long", calendar: "gregory", numberingSystem: "latn", timeZone: "UTC",
}).format(new Date(day));

function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60e3).toISOString().slice(0, 10);
}

// What is kept: {last, now}, the day of the visit before and that of this one; undefined where storage is shut.
function visit() {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === OFF) return OFF;
    const { last, now } = JSON.parse(kept) ?? {};
    const days = now === today() ? { last, now } : { last: now, now: today() };
    localStorage.setItem(KEY, JSON.stringify(days));
    return days;
  } catch {
    return undefined;
  }
}

function keep(value) {
  if (value) localStorage.setItem(KEY, value);
  else localStorage.removeItem(KEY);
  show(visit());
}

function mark(last) {
  for (const old of document.querySelectorAll(".badge.new")) old.remove();
  for (const item of last ? document.querySelectorAll("[data-changed]") : []) {
    if (item.dataset.changed <= last) continue;
    const badge = document.createElement("span");
    badge.className = "badge new";
    badge.textContent = _("new");
    (item.querySelector("th, h3, .question") ?? item.lastElementChild ?? item).append(" ", badge);
  }
}

function say(line, kept) {
  const [text, button] = line.children;
  const off = kept === OFF;
  const marked = _("Marked “new”: what was added or changed since your last visit on %(day)s.", { day: kept.last && inWords(kept.last) });
  const next = _("On your next visit, what was added or changed since today is marked “new”.");
  const private_ = _("Only this browser keeps the day of your visit; nothing leaves it.");
  text.textContent = off ? _("Your visits are not remembered.") : `${kept.last ? marked : next} ${private_}`;
  button.textContent = off ? _("Mark what is new") : _("Forget my visits");
  button.onclick = () => keep(off ? "" : OFF);
  line.hidden = false;
}

function show(kept) {
  if (!kept) return;
  mark(kept.last);
  for (const line of document.querySelectorAll("p.visit")) say(line, kept);
}

show(visit());
