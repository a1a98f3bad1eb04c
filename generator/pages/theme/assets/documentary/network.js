// The network opens on a few people. Narrowed to one name (#p-name) or to two (#p-name~o-other) the drawing shows
// it with its neighbours, the list what ties them. The list is the content; the choice stands in the address.

import { enter, nameOf, names, narrow } from "./network-list.js";
import { drawNear, phone } from "./network-near.js";
import { _, ngettext } from "./words.js";

const opens = document.querySelector(".opens");
const everybody = document.querySelector("details.everybody");
const svg = document.querySelector("svg.network");
const form = document.querySelector("form.filter");
const select = form?.elements.of;
const boxes = new Map();
const lines = [];

// Whom a fragment names: one, one and another, or nobody.
function read(hash) {
  const [one, other] = hash.slice(1).split("~");
  if (!names.includes(one)) return {};
  return names.includes(other) && other !== one ? { one, other } : { one };
}

// Who is tied to `one`, and by which lines: those with most ties first.
function neighbours({ one, other }) {
  const found = new Map();
  for (const line of lines) {
    const id = { [line.one]: line.other, [line.other]: line.one }[one];
    if (!id || (other && id !== other)) continue;
    const href = other ? `#${one}` : `#${one}~${id}`;
    const near = found.get(id) ?? { link: boxes.get(id).link, name: nameOf(id), href, ties: [], many: 0 };
    near.ties.push({ ...line, outward: line.one === one });
    near.many += line.many;
    found.set(id, near);
  }
  return [...found.values()].sort((a, b) => b.many - a.many);
}

function sentence({ one, other }, near, records) {
  if (!one) return everybody.open ? _("The drawing of everybody is open.") : "";
  const values = { name: nameOf(one), other: other && nameOf(other) };
  if (other) {
    return ngettext("What ties %(name)s and %(other)s: %(num)s record, in the list below.", "What ties %(name)s and %(other)s: %(num)s records, in the list below.", records, values);
  }
  if (!boxes.has(one)) return _("%(name)s is not in the drawing; the connections stand in the list below.", values);
  return ngettext("%(name)s is tied to %(num)s other. Choose a line to see what it rests on.", "%(name)s is tied to %(num)s others. Choose a line to see what it rests on.", near.length, values);
}

function light(wanted) {
  const ends = new Set();
  for (const line of lines) {
    line.path.classList.toggle("on", wanted(line));
    if (wanted(line)) ends.add(line.one).add(line.other);
  }
  svg.classList.toggle("lit", ends.size > 0);
  for (const [id, { link }] of boxes) link.classList.toggle("on", ends.has(id));
}

function show() {
  let now = read(location.hash);
  let records = narrow(now.one, now.other);
  if (now.other && !records) {
    now = { one: now.one };
    records = narrow(now.one);
  }
  if (opens) opens.hidden = Boolean(now.one);
  if (now.one && !everybody.open) {
    everybody.dataset.opened = "";
    everybody.open = true;
  } else if (!now.one && "opened" in everybody.dataset) {
    delete everybody.dataset.opened;
    everybody.open = false;
  }
  if (now.one || everybody.open) prepare();
  const near = now.one ? neighbours(now) : [];
  light(() => false);
  for (const [id, { link, home }] of boxes) {
    link.setAttribute("transform", home);
    if (id === now.one) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  drawNear(svg, boxes.get(now.one), near);
  select.value = now.one ?? "";
  form.querySelector("button").disabled = !now.one;
  const said = sentence(now, near, records);
  const output = form.querySelector("output");
  if (output.textContent !== said) output.textContent = said;
}

// What had the focus may be gone: go on at the lines of the chosen name, or at the name itself.
function keepFocus(before) {
  const at = document.activeElement;
  if (at !== document.body && at.checkVisibility() && !at.disabled) return;
  const { one } = read(location.hash);
  const line = one && one === before.one && svg.querySelector(".near a");
  (line || boxes.get(one ?? before.one)?.link || select).focus({ preventScroll: true });
}

function go(hash) {
  const before = read(location.hash);
  history.pushState(null, "", hash || location.pathname + location.search);
  show();
  keepFocus(before);
  form.scrollIntoView({ block: "nearest" });
}

// A name or a line of the drawing chooses, and chosen again gives back; a name of the list leads to its entry.
function follow(event) {
  const link = event.target.closest?.('.network a, .ties a[href^="#"], .to-list a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const href = link.getAttribute("href");
  const before = read(location.hash);
  const drawn = link.closest(".network");
  const { one } = read(href);
  if (!one && !before.one) return;
  event.preventDefault();
  if (one) go(href === location.hash && drawn ? "" : href);
  if (!drawn) enter(one ?? before.one);
}

// A line is thin: what answers to the pointer is a wide one over it.
function touchable(line) {
  const wide = line.path.cloneNode();
  wide.setAttribute("class", "wide-line");
  wide.addEventListener("pointerenter", () => light((other) => other === line));
  wide.addEventListener("click", () => go(`#${line.one}~${line.other}`));
  line.path.after(wide);
}

// The drawing of everybody is large and closed at first: it is read when it is first needed.
function prepare() {
  if (boxes.size) return;
  for (const link of svg.querySelectorAll(".vertex a")) boxes.set(link.getAttribute("href").slice(1), { link, home: link.getAttribute("transform") });
  const order = [...boxes.keys()];
  for (const path of svg.querySelectorAll("[data-ends]")) {
    const [one, other] = path.dataset.ends.split(" ").map((n) => order[n]);
    lines.push({ path, one, other, many: Number(path.dataset.many ?? 1), group: path.parentElement });
  }
  lines.forEach(touchable);
  for (const [id, { link }] of boxes) {
    const lightOwn = () => light((line) => !read(location.hash).one && (line.one === id || line.other === id));
    link.addEventListener("pointerenter", lightOwn);
    link.addEventListener("focus", lightOwn);
    link.addEventListener("blur", () => light(() => false));
  }
  const frame = svg.parentElement;
  frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
}

if (svg) {
  select.append(...names.map((id) => new Option(nameOf(id), id)).sort((a, b) => a.text.localeCompare(b.text)));
  form.hidden = false;
  svg.addEventListener("pointerover", ({ target }) => {
    if (target === svg && !svg.contains(document.activeElement)) light(() => false);
  });
  svg.addEventListener("pointerleave", () => light(() => false));
  document.addEventListener("click", follow);
  select.addEventListener("change", () => go(select.value && `#${select.value}`));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    go("");
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.target.closest?.("dialog") && read(location.hash).one) go("");
  });
  addEventListener("popstate", show);
  everybody.addEventListener("toggle", show);
  phone.addEventListener("change", show);
  show();
  const arrive = () => read(location.hash).one && form.scrollIntoView();
  arrive();
  addEventListener("load", arrive); // once the browser has gone to the entry itself
}
