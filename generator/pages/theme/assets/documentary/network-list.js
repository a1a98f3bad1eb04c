// The list of the network: an entry for each name, narrowed to one of them, or to what ties two.

const sections = new Map([...document.querySelectorAll(".ties > section")].map((section) => [section.id, section]));
let narrowed = false;
const link = (id) => sections.get(id).querySelector("h3 a");

export const names = [...sections.keys()];
export const nameOf = (id) => link(id).textContent;
export const enter = (id) => link(id).focus();

function narrowEntry(section, name) {
  for (const line of section.querySelectorAll("dd")) {
    const marks = [...line.querySelectorAll('b, a[href^="#"]')];
    line.hidden = Boolean(name) && !marks.some((mark) => mark.textContent === name);
  }
  for (const head of section.querySelectorAll("dt")) {
    let line = head.nextElementSibling;
    while (line?.localName === "dd" && line.hidden) line = line.nextElementSibling;
    head.hidden = line?.localName !== "dd";
  }
}

// Leaves the entry of `one`, and in it what names `other`; returns how many records it then holds.
export function narrow(one, other) {
  if (!one && !narrowed) return 0;
  narrowed = Boolean(one);
  for (const [id, section] of sections) {
    section.hidden = Boolean(one) && id !== one;
    if (!section.hidden) narrowEntry(section, other && nameOf(other));
  }
  document.querySelector(".total").hidden = Boolean(one);
  for (const list of document.querySelectorAll(".ties")) {
    const here = Boolean(one) && list.contains(sections.get(one));
    list.hidden = Boolean(one) && !here;
    list.classList.toggle("one", here);
  }
  return one ? sections.get(one).querySelectorAll("dd:not([hidden])").length : 0;
}
