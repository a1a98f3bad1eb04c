// Takes a reader's article as paragraphs: from text as it was pasted, or from a file, of which nothing runs or is fetched.

const WRAPPED_AT = 120; // a block with a longer line was not wrapped by hand: each of its lines is a paragraph
const SNIFFED = 1024; // in how many bytes a page says how it is written
const PAGE = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b/i;
const UNREAD = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "NAV", "BUTTON", "SELECT", "TEXTAREA", "IFRAME", "OBJECT", "AUDIO", "VIDEO", "CANVAS", "SVG", "MATH"]);
const INLINE = new Set([
  "A", "ABBR", "ACRONYM", "B", "BDI", "BDO", "BIG", "CITE", "CODE", "DATA", "DEL", "DFN", "EM", "FONT", "I", "IMG", "INS", "KBD",
  "LABEL", "MARK", "Q", "RB", "RP", "RT", "RUBY", "S", "SAMP", "SMALL", "SPAN", "STRIKE", "STRONG", "SUB", "SUP", "TIME", "TT", "U", "VAR", "WBR",
]);

// Paragraphs are parted by blank lines; where lines were not wrapped by hand, by every line.
export function paragraphs(text) {
  const blocks = text.replace(/\r\n?|[\u2028\u2029]/g, "\n").split(/\n[^\S\n]*(?:\n[^\S\n]*)+/);
  return blocks.flatMap((block) => {
    const lines = block.split("\n").filter((line) => line.trim());
    return lines.some((line) => line.length > WRAPPED_AT) ? lines : [lines.join("\n")];
  }).map((one) => one.trim()).filter(Boolean);
}

export const isPage = (text) => PAGE.test(text);

// The paragraphs of a page: what stands in its blocks, less what is no text of it.
export function paragraphsOf(html) {
  const found = [];
  let open = "";
  const close = () => {
    const text = open.replace(/[ \t\n\r\f]+/g, " ").trim();
    if (text) found.push(text);
    open = "";
  };
  const gather = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) open += child.data;
      if (child.nodeType !== Node.ELEMENT_NODE) continue;
      const name = child.nodeName.toUpperCase();
      if (UNREAD.has(name) || child.hasAttribute("hidden")) continue;
      if (name === "BR") open += " ";
      else if (INLINE.has(name)) gather(child);
      else {
        close();
        gather(child);
        close();
      }
    }
  };
  gather(new DOMParser().parseFromString(html, "text/html").body); // of a document without a window nothing runs
  close();
  return found;
}

// The text of bytes: as they say themselves, else UTF-8, else as Windows-1252, which old pages are often written in.
function decoded(bytes) {
  const begins = (...signs) => signs.every((sign, at) => bytes[at] === sign);
  if (begins(0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  if (begins(0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, SNIFFED));
    const said = /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? "windows-1252";
    try {
      return new TextDecoder(said).decode(bytes);
    } catch {
      return new TextDecoder("windows-1252").decode(bytes);
    }
  }
}

// The paragraphs of a file of text or HTML; null of any other.
export async function read(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decoded(bytes);
  if (/\0/.test(text)) return null;
  const isHtml = /\.x?html?$/i.test(file.name) || /html/.test(file.type) || isPage(text);
  return isHtml ? paragraphsOf(text) : paragraphs(text);
}
