// Tells which paragraphs of a reader's text are which of our copy, of which the page knows the order, not the words: from
// the quotations found, and between them by number and length.

const NEAR = 12; // by how many characters, or
const NEARLY = 0.02; // by which part, two lengths of the same passage may differ

const alike = (one, other) => Math.abs(one - other) <= Math.max(NEAR, NEARLY * other);

// The longest run of pairs [paragraph, block, …] of which both go up.
function rising(pairs) {
  const best = pairs.map(() => [1, -1]);
  pairs.forEach(([paragraph, block], at) => {
    for (let from = 0; from < at; from += 1) {
      if (pairs[from][0] < paragraph && pairs[from][1] < block && best[from][0] >= best[at][0]) best[at] = [best[from][0] + 1, from];
    }
  });
  let at = best.reduce((top, [length], here) => (length > (best[top]?.[0] ?? 0) ? here : top), -1);
  const found = [];
  for (; at >= 0; at = best[at][1]) found.unshift(pairs[at]);
  return found;
}

// For each paragraph the number of its block, where it is known. `starts` are where the paragraphs begin and `end` where
// the last ends; `anchors` are quotations found: [paragraph, block, offset in the text, offset in our copy]; `copy` is
// {blocks, length, title}: how many there are, the characters of all, and those of the headline.
export function numbered(starts, end, anchors, copy) {
  const known = rising([...anchors].sort((one, other) => one[0] - other[0] || one[1] - other[1]));
  const found = new Map(known.map(([paragraph, block]) => [paragraph, block]));
  const fill = (paragraph, block, number) => {
    for (let step = 0; step < number; step += 1) found.set(paragraph + step, block + step);
  };
  known.forEach(([paragraph, block], at) => {
    const next = known[at + 1];
    if (next && next[0] - paragraph === next[1] - block) fill(paragraph, block, next[0] - paragraph);
  });
  if (!known.length) return found;
  const [paragraph, block, here, there] = known[0];
  for (const [first, skipped] of [[0, 0], ...copy.title ? [[1, copy.title + 2]] : []]) {
    const from = paragraph - (block - first);
    if (from >= 0 && block >= first && alike(here - starts[from], there - skipped)) {
      fill(from, first, block - first);
      break;
    }
  }
  const [lastParagraph, lastBlock, lastHere, lastThere] = known.at(-1);
  const number = copy.blocks - lastBlock, to = lastParagraph + number;
  const finish = to < starts.length ? starts[to] - 2 : end;
  if (to <= starts.length && alike(finish - lastHere, copy.length - lastThere)) fill(lastParagraph, lastBlock, number);
  return found;
}

// Which paragraphs of the text are paragraphs of our copy that hold no quotation. `found` is of `numbered`, `labels` are
// those of all blocks, and `without` are the paragraphs of the text, of `number`, that hold no quotation. What stands
// before the first or behind the last of them, such as a headline, is none beyond the number that is not yet found;
// where none of them is known, nothing is said.
export function passedOver(found, labels, without, number) {
  const isParagraph = (block) => /^p\d/.test(labels[block]);
  const known = [...found].filter(([, block]) => isParagraph(block)).sort(([one], [other]) => one - other);
  if (!known.length) return new Set();
  const ends = [[-1, -1], ...known, [number, labels.length]];
  const between = ends.slice(1).flatMap(([paragraph, block], at) => {
    const [before, last] = ends[at];
    const here = [...without].filter((each) => each > before && each < paragraph && !found.has(each));
    const most = labels.filter((_label, each) => each > last && each < block && isParagraph(each)).length;
    if (!at) return here.slice(Math.max(0, here.length - most));
    return here.slice(0, at < known.length && most ? here.length : most);
  });
  return new Set([...between, ...known.map(([paragraph]) => paragraph).filter((at) => without.has(at))]);
}
