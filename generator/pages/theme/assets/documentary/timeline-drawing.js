// Draws both tracks: what happened above the line, what was disclosed below, the turning points numbered above both.
// The same drawing as `timeline_drawing.py` makes of the whole, for any stretch and width.

import { ticks } from "./timeline-scale.js";

const PITCH = 12;
const LABELS = 26;
const DOT = 9;
const APART = 2;
const OPEN = 56; // how far an open end fades

const clamp = (x, width) => Math.max(0, Math.min(width, x));

function make(name, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function placed(moment, span, width) {
  const x = (day) => width * span.at(day);
  const end = moment.to === undefined ? x(moment.from) + OPEN : x(moment.to + 1);
  const start = moment.from === undefined ? end - OPEN : x(moment.from);
  if (end - start >= DOT && moment.extent !== "day") return { moment, start: clamp(start, width), end: clamp(end, width), from: start, to: end };
  const middle = Math.max(DOT / 2, Math.min(width - DOT / 2, (start + end) / 2));
  return { moment, start: middle - DOT / 2, end: middle + DOT / 2, dot: true };
}

// The longest nearest the line, each mark in the first lane in which it touches no other; returns how many lanes.
function stacked(marks) {
  const lanes = [];
  for (const mark of [...marks].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    const free = (lane) => lane.every(({ start, end }) => end + APART <= mark.start || mark.end + APART <= start);
    mark.lane = lanes.findIndex(free);
    if (mark.lane < 0) mark.lane = lanes.push([]) - 1;
    lanes[mark.lane].push(mark);
  }
  return lanes.length;
}

function shape({ moment, start, end, from, to, dot }, y) {
  const circle = (cx, name) => make("circle", { class: `dot ${name}`, cx, cy: y, r: moment.subject && dot ? 5 : 4 });
  if (dot) return [circle((start + end) / 2, moment.subject ? "subject" : moment.extent === "day" ? "" : "hollow")];
  if (moment.extent === "one-of") {
    return [make("line", { class: "between", x1: start, x2: end, y1: y, y2: y }), circle(from + 4, "hollow"), circle(to - 4, "hollow")];
  }
  if (moment.extent !== "span") return [make("rect", { class: "fade", fill: `url(#fade-${moment.extent})`, x: from, width: to - from, y: y - 3, height: 6 })];
  const ends = [from + 1, to - 1].map((x) => make("line", { class: "end", x1: x, x2: x, y1: y - 4, y2: y + 4 }));
  return [make("rect", { class: "stretch", x: start, width: Math.max(end - start, 3), y: y - 1.5, height: 3 }), ...ends];
}

function linked(mark, y) {
  const { moment } = mark;
  const area = make("rect", { class: "area", x: mark.start - 1, width: mark.end - mark.start + 2, y: y - PITCH / 2, height: PITCH });
  const link = make("a", { href: `#${moment.id}`, tabindex: -1, "aria-label": moment.label }, area, ...shape(mark, y));
  mark.link = link;
  return link;
}

// A turning point: its number, and a thin line down to the scale.
function turned({ mark: { moment, middle: x } }, y, line) {
  return [
    make("line", { class: "thread", x1: x, x2: x, y1: y, y2: line }),
    make("circle", { class: "turn", cx: x, cy: y, r: 8 }),
    make("text", { class: "label turn", x, y: y + 4 }, moment.turn),
  ];
}

// Replaces what `svg` shows by the moments in `span`; returns the marks, the earliest first.
export function draw(svg, moments, span, width, tracks) {
  const marks = moments.map((moment) => placed(moment, span, width));
  for (const mark of marks) mark.middle = (mark.start + mark.end) / 2;
  marks.sort((a, b) => a.middle - b.middle);
  const above = marks.filter(({ moment }) => moment.track === "happened");
  const below = marks.filter(({ moment }) => moment.track !== "happened");
  const turns = marks.filter(({ moment }) => moment.turn).map((mark) => ({ mark, start: mark.middle - 9, end: mark.middle + 9 }));
  const top = 24 + 20 * stacked(turns);
  const line = PITCH * (stacked(above) + 1) + top;
  const foot = line + LABELS;
  const height = foot + PITCH * (stacked(below) + 1) + 16;
  const scale = ticks(span, width).flatMap(([day, name]) => {
    const x = width * span.at(day);
    return [make("line", { class: "tick", x1: x, x2: x, y1: line, y2: foot }), make("text", { class: "label fine", x: x + 4, y: line + 17 }, name)];
  });
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("height", height);
  svg.replaceChildren(
    ...svg.querySelectorAll(":scope > :is(title, defs)"),
    make("text", { class: "label", x: 0, y: 12 }, tracks[0]),
    make("text", { class: "label", x: 0, y: height - 4 }, tracks[1]),
    make("line", { class: "axis", x1: 0, x2: width, y1: line, y2: line }),
    make("line", { class: "axis", x1: 0, x2: width, y1: foot, y2: foot }),
    ...scale,
    ...turns.flatMap((turn) => turned(turn, 32 + 20 * turn.lane, line)),
    ...marks.map((mark) => linked(mark, above.includes(mark) ? line - PITCH * (mark.lane + 1) : foot + PITCH * (mark.lane + 1))),
  );
  return marks;
}
