// The network: light up the lines of one box, show its connections alone, keep the choice in the address.

const drawing = document.querySelector("svg.network");
const status = document.querySelector(".chosen");
const sections = [...document.querySelectorAll(".ties > section")];
const everything = status ? status.textContent : "";
const lines = [...drawing.querySelectorAll("[data-ends]")];
const boxes = [...drawing.querySelectorAll("[data-node]")];
const acts = document.createElementNS("http://www.w3.org/2000/svg", "g");
let chosen = "";

function box(node) {
  return boxes.find((one) => one.dataset.node === node);
}

// What the line says, written on its middle.
function act(line) {
  const words = line.querySelector("title");
  if (!words) return;
  const middle = line.getPointAtLength(line.getTotalLength() / 2);
  const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
  text.setAttribute("class", "label act");
  text.setAttribute("x", middle.x);
  text.setAttribute("y", middle.y + 4);
  text.textContent = words.textContent.split(",")[0];
  acts.append(text);
}

function light(node) {
  acts.replaceChildren();
  drawing.classList.toggle("lit", Boolean(node));
  const near = new Set([node]);
  for (const line of lines) {
    const ends = line.dataset.ends.split(" ").map((n) => boxes[n].dataset.node);
    const on = ends.includes(node);
    line.classList.toggle("on", on);
    if (on) ends.forEach((end) => near.add(end));
    if (on && node === chosen) act(line);
  }
  for (const one of boxes) {
    one.classList.toggle("on", near.has(one.dataset.node));
    one.classList.toggle("chosen", one.dataset.node === chosen);
  }
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

drawing.insertBefore(acts, boxes[0] ?? null);
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
