// One name of the network and its neighbours: from it a trunk for each column, and from the trunk to each neighbour
// a line of each sort with its words. The boxes of the drawing are moved there, so that the focus stays on them.

import { _ } from "./words.js";

const WIDE = { width: 1160, middle: 580, columns: [{ trunk: 571, end: 281 }, { trunk: 589, end: 879 }] };
const NARROW = { width: 360, middle: 0, columns: [{ trunk: 14, end: 214 }] };
const LINE = 26;
const AIR = 14;

export const phone = matchMedia("(max-width: 47.99rem)");

function add(parent, name, attributes, text = "") {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  parent.append(element);
  return element;
}

const size = ({ link }) => ["width", "height"].map((name) => Number(link.querySelector("rect").getAttribute(name)));
const words = ({ outward, many, group }) => `${outward ? group.dataset.act : group.dataset.received}${many > 1 ? ` ×${many}` : ""}`;
const heightOf = (near) => Math.max(size(near)[1], near.ties.length * LINE + 4) + AIR;

function drawTie(link, tie, from, to, y) {
  const doubtful = tie.group.classList.contains("doubtful");
  const group = add(link, "g", { class: tie.group.getAttribute("class") });
  add(group, "path", { d: `M${tie.outward ? from : to} ${y}H${tie.outward ? to : from}` });
  add(link, "text", { class: "label", x: (from + to) / 2, y: y - 6 }, words(tie) + (doubtful ? " ?" : ""));
}

// The neighbour's box, and the lines to it as one link to what ties the two.
function drawRow(layer, near, { trunk, end }, y) {
  const [width] = size(near);
  const right = end > trunk;
  near.link.setAttribute("transform", `translate(${end + (right ? width : -width) / 2} ${y})`);
  const label = `${near.name}: ${near.ties.map(words).join(_(", "))}`;
  const link = add(layer, "a", { href: near.href, "aria-label": label });
  const height = near.ties.length * LINE;
  add(link, "rect", { class: "reach", x: Math.min(trunk, end), y: y - height / 2 - 4, width: Math.abs(end - trunk), height });
  const first = y - ((near.ties.length - 1) * LINE) / 2 + 4;
  near.ties.forEach((tie, n) => drawTie(link, tie, trunk, right ? end - 4 : end + 4, first + n * LINE));
}

// Draws `middle` with those near it, or takes that drawing away where there is no middle.
export function drawNear(svg, middle, around) {
  svg.querySelector(".near")?.remove();
  for (const link of svg.querySelectorAll(".here")) link.classList.remove("here");
  svg.classList.toggle("apart", Boolean(middle));
  svg.setAttribute("viewBox", svg.dataset.box ??= svg.getAttribute("viewBox"));
  if (!middle) return;
  const { width, middle: x, columns } = phone.matches ? NARROW : WIDE;
  const layer = add(svg, "g", { class: "near" });
  svg.querySelector(".overview").after(layer);
  const [wide, high] = size(middle);
  const top = high + 2;
  middle.link.classList.add("here");
  middle.link.setAttribute("transform", `translate(${Math.max(x, wide / 2 + 2)} ${high / 2 + 2})`);
  const drawn = columns.map((column) => ({ ...column, filled: top + AIR, last: top }));
  for (const near of around) {
    const column = drawn.reduce((least, other) => (other.filled < least.filled ? other : least));
    const y = column.filled + heightOf(near) / 2;
    near.link.classList.add("here");
    drawRow(layer, near, column, y);
    column.filled += heightOf(near);
    column.last = y + 4 + ((near.ties.length - 1) * LINE) / 2;
  }
  for (const { trunk, last } of drawn) add(layer, "path", { class: "trunk", d: `M${trunk} ${top}V${last}` });
  svg.setAttribute("viewBox", `0 0 ${width} ${Math.max(...drawn.map(({ filled }) => filled)) + 2}`);
}
