// Previews: a link to a record shows what the record says, on hover and on focus from the keyboard (WCAG 1.4.13).
// What is shown is read from the page itself, which the reader may well open next. Without this script links are links.

import { _, ngettext } from "./words.js";

const root = new URL("../../", import.meta.url);
const OPEN_AFTER = 300; // milliseconds: passing over a link opens nothing
const CLOSE_AFTER = 250; // time to move the pointer onto the preview
const SOURCES = 4;

const pages = new Map();
const box = document.createElement("div");
box.className = "preview";
box.id = "preview";
box.role = "tooltip";
box.popover = "manual";

let shown = null; // the link whose preview is open
let wanted = null; // the link whose preview is to open
let timer = 0;

function pageOf(link) {
  if (!(link instanceof HTMLAnchorElement)) return null; // a link of a drawing: its text is beside it
  const inside = link.href.startsWith(root.href) && link.closest(".page") && !link.matches(".headerlink, .permalink, .breadcrumb a");
  const here = link.pathname === location.pathname;
  const path = link.origin + link.pathname;
  return inside && !here && /^[^/]+\/[^/]+\/$/.test(path.slice(root.href.length)) ? path : null;
}

function load(address) {
  if (!pages.has(address)) {
    const answer = fetch(address, { priority: "low" }).then((response) => (response.ok ? response.text() : ""));
    const article = answer.then((text) => new DOMParser().parseFromString(text, "text/html")).catch(() => null);
    pages.set(address, article.then((page) => (page?.querySelector("article > .record") ? page : null)));
  }
  return pages.get(address);
}

const clean = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";

function line(text, css) {
  const element = document.createElement("p");
  element.className = css;
  element.textContent = text;
  return element;
}

// A part of the page as it looks there, with nothing in it to click and no id twice.
function copied(part) {
  const copy = document.importNode(part, true);
  for (const element of copy.querySelectorAll("details, button:not(.term), .sr")) element.remove();
  for (const link of copy.querySelectorAll("a, .term")) {
    const span = document.createElement("span");
    span.className = link.className;
    span.append(...link.childNodes);
    link.replaceWith(span);
  }
  for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
  return copy;
}

function sources(page) {
  const names = [...page.querySelectorAll(".sources-here > li > a")].map(clean);
  if (!names.length) return [];
  const more = names.length > SOURCES ? `${_("; ")}${ngettext("%(num)s more", "%(num)s more", names.length - SOURCES)}` : "";
  return [line(`${names.length > 1 ? _("Sources:") : _("Source:")} ${names.slice(0, SOURCES).join(_("; "))}${more}`, "fine")];
}

// The place on the page that the link names: a statement, or a paragraph of the reading notes.
function place(page, fragment) {
  const target = fragment ? page.getElementById(decodeURIComponent(fragment)) : null;
  if (target?.matches(".assertion")) return [...target.querySelectorAll(":scope > :is(.words, .wording, .who, .route)")].map(copied);
  const note = target?.querySelector(":scope > .text");
  const quoted = [...target?.querySelectorAll(":scope > .margin .fine[data-words]") ?? []].slice(0, 2).map((words) => line(clean(words), "quoted"));
  return note ? [line(`${clean(target.querySelector(".para"))}: ${clean(note)}`, "clamp"), ...quoted] : [];
}

// The first words that the page quotes, with who says them.
function firstWords(page) {
  const said = page.querySelector("article :is(.assertion, .saying):has(> .words)");
  return said ? [said.querySelector(":scope > .words"), said.querySelector(":scope > .who")].map(copied) : [];
}

// One fact of a source's library card; what is not stated is one word there.
function fact(row) {
  return `${clean(row.querySelector("dt"))}: ${clean(row.querySelector("dd > .badge") ?? row.querySelector("dd"))}`;
}

function content(page, link) {
  const title = clean(page.querySelector("h1")).replace(/#$/, "").trim();
  const summary = page.querySelector("meta[name=description]")?.content ?? "";
  const standing = page.querySelector("article > .standing");
  const card = [...page.querySelectorAll(".library-card .facts > div")].slice(0, 3).map(fact).join(" · ");
  const told = place(page, link.hash.slice(1));
  return [
    ...(title === clean(link) ? [] : [line(title, "title")]),
    ...(told.length ? told : [...(summary === title ? [] : [line(summary, "clamp")]), ...firstWords(page)]),
    ...(standing ? [copied(standing)] : []),
    ...(card ? [line(card, "fine")] : sources(page)),
  ];
}

function put(link) {
  const lines = [...link.getClientRects()];
  const first = lines[0] ?? link.getBoundingClientRect();
  const last = lines.at(-1) ?? first;
  const below = last.bottom + box.offsetHeight + 12 < innerHeight || first.top < box.offsetHeight + 12;
  const top = below ? last.bottom + 9 : first.top - box.offsetHeight - 9;
  const left = Math.max(16, Math.min((below ? last : first).left, document.documentElement.clientWidth - box.offsetWidth - 16));
  box.style.top = `${top + scrollY}px`;
  box.style.left = `${left + scrollX}px`;
}

async function open(link) {
  const page = await load(pageOf(link));
  if (!page || wanted !== link) return;
  close();
  wanted = shown = link;
  box.replaceChildren(...content(page, link));
  document.querySelector("main")?.append(box);
  box.showPopover();
  put(link);
  link.setAttribute("aria-describedby", box.id);
}

function close() {
  clearTimeout(timer);
  wanted = null;
  if (!shown) return;
  shown.removeAttribute("aria-describedby");
  shown = null;
  box.hidePopover();
  box.remove();
}

function want(link) {
  clearTimeout(timer);
  if (link === shown || !pageOf(link)) return;
  wanted = link;
  timer = setTimeout(open, OPEN_AFTER, link);
}

function leave() {
  clearTimeout(timer);
  wanted = shown;
  timer = setTimeout(close, CLOSE_AFTER);
}

if (matchMedia("(hover: hover) and (pointer: fine)").matches && "popover" in box && !navigator.connection?.saveData) {
  const linkAt = (event) => event.target.closest?.("a[href]");
  document.addEventListener("pointerover", (event) => {
    if (box.contains(event.target)) clearTimeout(timer);
    else if (event.pointerType === "mouse" && linkAt(event)) want(linkAt(event));
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse" && (linkAt(event) || box.contains(event.target))) leave();
  });
  document.addEventListener("focusin", (event) => {
    if (linkAt(event)?.matches(":focus-visible")) want(linkAt(event));
  });
  document.addEventListener("focusout", (event) => { if (linkAt(event)) leave(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
}
