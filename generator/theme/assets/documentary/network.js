// The network: light up the lines of one box, show its connections alone, keep the choice in the address.

const drawing = document.querySelector("svg.network");
const status = document.querySelector("p.chosen");
const sections = [...document.querySelectorAll(".ties > section")];
const everything = status ? status.textContent : "";
drawing.parentElement.scrollLeft = (drawing.parentElement.scrollWidth - drawing.parentElement.clientWidth) / 2;
const lines = [...drawing.querySelectorAll("[data-ends]")];
const boxes = [...drawing.querySelectorAll("[data-node]")];
const acts = document.createElementNS("http://www.w3.org/2000/svg", "g");
let chosen = "";

function box(node) {
  return boxes.find((one) => one.dataset.node === node);
}

// What the line says.
function act(line) {
  return line.querySelector("title")?.textContent.split(",")[0] ?? "";
}

function write(words, x, y) {
  const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
  text.setAttribute("class", "label act");
  text.setAttribute("x", x);
  text.setAttribute("y", y);
  text.textContent = words;
  acts.append(text);
}

// What ties the chosen one to each neighbour, written under the neighbour's box.
function writeActs(node) {
  for (const one of boxes) {
    const name = one.dataset.node;
    const shared = lines.filter((line) => name !== node && ends(line).includes(name) && ends(line).includes(node));
    const words = [...new Set(shared.map(act).filter(Boolean))].join(", ");
    const { x, y, width, height } = one.querySelector("rect").getBBox();
    if (words) write(words, x + width / 2, y + height + 11);
  }
}

function ends(line) {
  return line.dataset.ends.split(" ").map((n) => boxes[n].dataset.node);
}

// Light up the lines for which `wanted` holds, and what they join.
function lightLines(wanted, near) {
  acts.replaceChildren();
  for (const line of lines) {
    const on = wanted(line);
    line.classList.toggle("on", on);
    if (on) ends(line).forEach((end) => near.add(end));
  }
  drawing.classList.toggle("lit", near.size > 0);
  for (const one of boxes) {
    one.classList.toggle("on", near.has(one.dataset.node));
    one.classList.toggle("chosen", one.dataset.node === chosen);
  }
}

function light(node) {
  lightLines((line) => ends(line).includes(node), new Set(node ? [node] : []));
  if (node && node === chosen) writeActs(node);
}

function show() {
  const present = sections.find((section) => section.id === chosen);
  for (const section of sections) section.hidden = Boolean(present) && section !== present;
  for (const list of document.querySelectorAll(".ties")) {
    list.hidden = Boolean(present) && !list.contains(present);
    list.classList.toggle("one", Boolean(present) && list.contains(present));
  }
  if (status && !present) status.textContent = everything;
  if (status && present) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = status.dataset.reset;
    button.addEventListener("click", () => choose(""));
    status.replaceChildren(`${status.dataset.one} ${present.querySelector("h3 a").textContent}.`, button);
  }
  light(chosen);
}

function choose(node) {
  chosen = sections.some((section) => section.id === node) ? node : "";
  history.replaceState(null, "", chosen ? `#${chosen}` : location.pathname + location.search);
  show();
}

drawing.append(acts);
for (const line of lines) {
  line.addEventListener("pointerenter", () => lightLines((other) => other === line, new Set()));
  line.addEventListener("pointerleave", () => light(chosen));
}
for (const one of boxes) {
  const node = one.dataset.node;
  one.addEventListener("pointerenter", () => light(node));
  one.addEventListener("pointerleave", () => light(chosen));
  one.addEventListener("focus", () => light(node));
  one.addEventListener("blur", () => light(chosen));
  // The first click chooses, the second follows the link.
  one.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || node === chosen) return;
    event.preventDefault();
    choose(node);
  });
}
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !chosen) return;
  const last = box(chosen);
  choose("");
  if (document.activeElement === document.body) last?.focus();
});
addEventListener("hashchange", () => {
  chosen = decodeURIComponent(location.hash.slice(1));
  if (!sections.some((section) => section.id === chosen)) chosen = "";
  show();
});
if (location.hash) choose(decodeURIComponent(location.hash.slice(1)));
