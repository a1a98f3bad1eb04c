// How claims stand by some of their statements: the rules of the method page. Each test of them runs both this and
// the program that writes the pages.

import { load } from "./load.js";
import { _, ngettext } from "./words.js";

const ASSERTING = ["asserts", "admits", "confirms"];
const [STANCE, SOURCE, SPEAKER, DAY, VOICE, BITS, BEHIND] = [0, 1, 2, 3, 4, 5, 6];

let loading;

// Every statement, as the file beside the page has it.
export const statements = (address) => (loading ??= load(address)
  .then(() => read(globalThis.statements))
  .catch((fault) => { loading = undefined; throw fault; }));

function read({ stances, claims, ...told }) {
  return {
    ...told,
    claims: claims.map(([text, url, aboutWords, contrary, made, tied, back]) => ({
      text,
      url,
      aboutWords,
      contrary,
      tied,
      statements: made.map((bits, number) => ({
        number,
        stance: stances[bits[STANCE]][0],
        word: stances[bits[STANCE]][1],
        source: bits[SOURCE],
        speaker: bits[SPEAKER],
        day: bits[DAY],
        voice: bits[VOICE],
        determined: Boolean(bits[BITS] & 1),
        itself: Boolean(bits[BITS] & 2),
        behind: bits.slice(BEHIND),
        takenBackBy: back.filter(([one]) => one === number).map(([, by]) => by),
      })),
    })),
  };
}

const AGAINST = ["denies", "doubts", "retracts"];

// Whether a statement says what its claim says, however carefully.
export const carries = ({ stance }) => !AGAINST.includes(stance);
const asserts = ({ stance }) => ASSERTING.includes(stance);

// Those that assert and were not taken back by any other among `made`.
function upheld(made) {
  const numbers = new Set(made.map(({ number }) => number));
  return made.filter((statement) => asserts(statement) && !statement.takenBackBy.some((by) => numbers.has(by)));
}
const count = (made, stance) => made.filter((statement) => statement.stance === stance).length;

// Statements that share what they go back to, in groups; those among them that a group counts by.
function groups(claim, asserting) {
  const of = new Map(asserting.map(({ number }) => [number, number]));
  const first = (number) => {
    while (of.get(number) !== number) number = of.get(number);
    return number;
  };
  for (const tied of claim.tied) {
    const [one, ...others] = tied.filter((number) => of.has(number)).map(first).sort((a, b) => a - b);
    for (const other of others) of.set(first(other), first(one));
  }
  const found = new Map();
  for (const statement of asserting) {
    const start = first(statement.number);
    found.set(start, [...(found.get(start) ?? []), statement]);
  }
  return [...found.values()];
}

function word(claim, made, facts) {
  const asserting = upheld(made);
  const deniers = made.filter(({ stance }) => stance === "denies");
  const voices = new Set(asserting.map(({ voice }) => voice).filter((voice) => voice >= 0));
  if (claim.aboutWords) return "no_standing";
  if (count(made, "retracts") && !asserting.length) return "retracted";
  if (deniers.some(({ itself }) => itself)) return "denied_by_those_it_is_about";
  if (deniers.length || facts.contrary) return "contradicted";
  if (facts.origins > 1) return "independent_sources";
  if (made.every(carries) && voices.size > 1) return "undisputed";
  if (facts.origins) return facts.repeats > 1 ? "one_source_repeated" : "one_source";
  if (!asserting.length) return "nobody_asserts_it";
  return asserting.some(({ speaker }) => speaker >= 0) ? "no_source_given" : "unnamed_sources_only";
}

// How a claim stands by the statements that `keeps` holds for; its word is empty where there is none.
export function standing(claims, claim, keeps) {
  const made = claim.statements.filter(keeps);
  const origins = groups(claim, upheld(made)).filter((group) => group.some(({ determined }) => determined));
  const [one] = origins;
  const own = new Set(one?.map(({ voice }) => voice));
  const repeats = new Set(one?.map(({ source }) => source).filter((source) => !own.has(source))).size;
  const contrary = claim.contrary.filter((other) => upheld(claims[other].statements.filter(keeps)).length).length;
  const articles = new Set(made.map(({ source }) => source)).size;
  const stances = new Set(made.map(({ stance }) => stance));
  const facts = { made, articles, origins: origins.length, repeats, contrary };
  return { ...facts, word: made.length ? word(claim, made, facts) : "", only: stances.size === 1 ? [...stances][0] : "" };
}

const NAMES = {
  "": () => _("Nobody speaks of it"),
  no_standing: ({ articles }) => ngettext("Printed so in %(num)s article", "Printed so in %(num)s articles", articles),
  retracted: () => _("retracted"),
  denied_by_those_it_is_about: () => _("denied by those it is about"),
  contradicted: () => _("contradicted"),
  independent_sources: ({ origins }) => ngettext("%(num)s independent source", "%(num)s independent sources", origins),
  undisputed: () => _("undisputed"),
  one_source_repeated: ({ repeats }) => ngettext("One source, repeated in %(num)s article", "One source, repeated in %(num)s articles", repeats),
  one_source: () => _("one source"),
  nobody_asserts_it: ({ only }) => ({ relays: _("Only passed on"), hints: _("Only hinted at"), alleges: _("Only called alleged") })[only] ?? _("nobody asserts it"),
  no_source_given: () => _("no source given"),
  unnamed_sources_only: () => _("unnamed sources only"),
};

// The standing as readers are told it.
export function name(found) {
  const text = NAMES[found.word](found);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
