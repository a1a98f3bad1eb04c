// The timeline narrowed and drawn closer. The list is the content: the script hides what was not asked for and
// draws what remains. What was chosen stands in the address: at (2020 or 2020-01), person, organization, place.

import { choose, chosen } from "./address.js";
import { draw } from "./timeline-drawing.js";
import { enter, move } from "./timeline-keys.js";
import { closer, period, read, whole } from "./timeline-scale.js";

const SHEET = 627; // the width of the page between the margins of an A4 sheet, in pixels
const KINDS = ["person", "organization", "place"];
const form = document.querySelector("form.filter");
const list = document.querySelector("ol.timeline");
const figure = document.querySelector("figure.drawn");
const svg = figure?.querySelector("svg");
const reading = figure?.querySelector(".reading");
const tracks = [...list.querySelectorAll(".tracks span")].map((name) => name.textContent);
const years = [...list.querySelectorAll(".year")];
const moments = [...list.querySelectorAll(".moment")].map(momentOf);
const dated = moments.filter(({ from, to }) => (from ?? to) !== undefined);
const all = svg ? whole(svg.dataset) : undefined;
let marks = [];
let shown = [];

function momentOf(item) {
  const title = item.querySelector(".what");
  const date = item.querySelector(".when :is(time, .date)").textContent;
  return {
    item,
    id: item.id,
    link: title.querySelector("a"),
    track: item.classList.contains("happened") ? "happened" : "disclosed",
    subject: item.classList.contains("subject"),
    extent: item.dataset.extent,
    turn: item.dataset.turn,
    from: read(item.dataset.from)?.day,
    to: read(item.dataset.to)?.day,
    names: item.dataset.names.split(" "),
    label: `${date}: ${title.textContent} (${item.querySelector(".track").textContent})`,
  };
}

function fits({ from, to, names }, query, span) {
  const [first, last] = [from ?? to, to ?? from];
  const inTime = !span || (first !== undefined && first < span.end && last >= span.start);
  return inTime && KINDS.every((kind) => !query.get(kind) || names.includes(`${kind}:${query.get(kind)}`));
}

function fill(query) {
  for (const select of form.querySelectorAll("select")) {
    select.value = query.get(select.name) ?? "";
    if (select.selectedIndex < 0) select.value = "";
  }
}

function redraw(width = figure?.clientWidth) {
  if (!svg) return;
  const held = marks.find(({ link }) => link === document.activeElement)?.moment;
  const span = period(form.elements.at.value) ?? all;
  marks = draw(svg, shown.filter((moment) => dated.includes(moment)), span, width, tracks);
  const mark = marks.find(({ moment }) => moment === held);
  enter(marks, mark ?? marks[0]);
  mark?.link.focus();
}

function show() {
  fill(chosen());
  const query = new URLSearchParams(new FormData(form));
  const span = period(query.get("at"));
  shown = moments.filter((moment) => fits(moment, query, span));
  for (const moment of moments) moment.item.hidden = !shown.includes(moment);
  for (const year of years) {
    let item = year.nextElementSibling;
    while (item?.hidden && item.classList.contains("moment")) item = item.nextElementSibling;
    year.hidden = !item?.classList.contains("moment");
  }
  const said = shown.length ? form.dataset.count : form.dataset.none;
  form.querySelector("output").textContent = said.replace("{shown}", shown.length);
  form.elements.out.disabled = !span;
  redraw();
}

function narrow(values) {
  choose(values);
  show();
}

const zoomOut = () => narrow({ at: period(form.elements.at.value)?.out });
function zoomIn(day) {
  const value = closer(period(form.elements.at.value) ?? all, day);
  if ([...form.elements.at.options].some((option) => option.value === value)) narrow({ at: value });
}

form.addEventListener("change", () => narrow(Object.fromEntries(new FormData(form))));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  narrow({ at: "", person: "", organization: "", place: "" });
});
form.elements.out.addEventListener("click", zoomOut);
addEventListener("popstate", show);

list.addEventListener("keydown", (event) => {
  const at = shown.findIndex(({ link }) => link === event.target);
  const goal = at >= 0 && { ArrowLeft: shown[at - 1], ArrowRight: shown[at + 1] }[event.key];
  if (!goal || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  goal.link.focus();
});

if (svg) {
  const markOf = (element) => marks.find(({ link }) => link.contains(element));
  const tell = (event) => { reading.textContent = markOf(event.target)?.moment.label ?? ""; };
  svg.addEventListener("focusin", tell);
  svg.addEventListener("pointerover", tell);
  svg.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const mark = markOf(event.target);
    if (move(marks, event.target, event.key)) event.preventDefault();
    else if (event.key === "+" || event.key === "=") zoomIn(mark.moment.from ?? mark.moment.to);
    else if (event.key === "-") zoomOut();
  });
  svg.addEventListener("click", (event) => {
    const mark = markOf(event.target);
    if (mark) {
      event.preventDefault();
      location.hash = mark.moment.id;
      mark.moment.link.focus();
      return;
    }
    const span = period(form.elements.at.value) ?? all;
    const box = svg.getBoundingClientRect();
    zoomIn(span.day((event.clientX - box.left) / box.width));
  });
  svg.setAttribute("role", "group");
  for (const help of figure.querySelectorAll(".help")) help.hidden = !help.hidden;
  new ResizeObserver(() => redraw()).observe(figure);
  addEventListener("beforeprint", () => redraw(SHEET));
  addEventListener("afterprint", () => redraw());
}
form.hidden = false;
show();
