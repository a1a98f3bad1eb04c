// Time as numbers: days since 1970 in the proleptic Gregorian calendar; the scale of the whole follows the record,
// that of a year or a month the calendar. A stretch has `at`, the share of the width at which a day lies, and `day`,
// the day that lies at a share.

const language = document.documentElement.lang || "en";
const inWords = (options) => new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { timeZone: "UTC", calendar: "gregory", numberingSystem: "latn", ...options });
const beforeChrist = (year) => inWords({ year: "numeric", era: "short" }).formatToParts(dayOf(-1) * 864e5)
  .map(({ type, value }) => (type === "year" ? String(1 - year) : value)).join("");
const LABEL = 48; // the least room for the label of a year, in pixels

// The calendar repeats every 400 years, and a clock has some 270,000 years only: what is near stands for what is far.
const CYCLE = 146097;

export function dayOf(year, month = 1, day = 1) {
  const cycles = Math.floor(year / 400);
  return new Date(0).setUTCFullYear(year - 400 * cycles, month - 1, day) / 864e5 + CYCLE * cycles;
}

function dateOf(day) {
  const cycles = Math.floor(day / CYCLE);
  const date = new Date(Math.floor(day - CYCLE * cycles) * 864e5);
  return { year: date.getUTCFullYear() + 400 * cycles, month: date.getUTCMonth() + 1 };
}

// "2020-01-03", "-0043-03-15" or a part of one; undefined where nothing stands.
export function read(text) {
  const [, year, month, day] = /^([-+]?\d+)(?:-(\d\d))?(?:-(\d\d))?$/.exec(text ?? "") ?? [];
  return year && { year: Number(year), month: month && Number(month), day: dayOf(Number(year), Number(month ?? 1), Number(day ?? 1)) };
}

const text = (year) => `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;

const even = (from, to, x) => to[1] - ((to[0] - x) / (to[0] - from[0])) * (to[1] - from[1]);

// A value by knots: [where, value] in order.
function between(knots, x) {
  const after = Math.max(1, knots.findIndex(([where]) => where > x));
  return even(knots[after - 1], knots[after], x);
}

function stretch(knots, rest) {
  const back = knots.map(([day, share]) => [share, day]).filter(([share], n, all) => !n || share > all[n - 1][0]);
  const within = (x, least, most) => Math.min(most, Math.max(least, x));
  const [[start], [end]] = [knots[0], knots.at(-1)];
  return {
    ...rest, start, end,
    at: (day) => (day >= end ? 1 : between(knots, within(day, start, end))),
    day: (share) => (share >= 1 ? end - 1 : between(back, within(share, 0, 1))),
  };
}

// The stretch that a period names: a month is drawn by day, a year by month.
export function period(value) {
  const at = read(value);
  if (!at) return undefined;
  const end = at.month ? dayOf(at.year, at.month + 1) : dayOf(at.year + 1);
  const told = at.month ? { by: "day", out: text(at.year), month: at.month } : { by: "month", out: "" };
  return stretch([[at.day, 0], [end, 1]], { value, year: at.year, ...told });
}

// The whole by the knots that stand at the drawing: "2019-12-01 0 2020-01-01 12.5", days with their places in percent.
export function whole({ scale, unit }) {
  const parts = scale.split(" ");
  const knots = parts.flatMap((part, n) => (n % 2 ? [] : [[read(part).day, Number(parts[n + 1]) / 100]]));
  return stretch(knots, { value: "", by: unit, years: knots.map(([day]) => dateOf(day).year) });
}

// The period one step closer in which a day lies; undefined where there is none.
export function closer(span, day) {
  const date = dateOf(day);
  const year = text(date.year);
  if (span.by === "year") return year;
  return span.by === "month" ? `${year}-${String(date.month).padStart(2, "0")}` : undefined;
}

// Those marks of which the names have room, the first and the widest before others; the rest lose theirs.
function withRoom(marks, span, width, room) {
  const placed = marks.map(([day, name], n) => {
    const next = n + 1 < marks.length ? span.at(marks[n + 1][0]) : 1;
    return { day, name, x: width * span.at(day), wide: next - span.at(day), first: span.by !== "year" && !n };
  });
  const named = [];
  for (const mark of [...placed].sort((a, b) => b.first - a.first || b.wide - a.wide)) {
    if (named.every(({ x, name }) => Math.abs(x - mark.x) >= room(x < mark.x ? name : mark.name))) named.push(mark);
  }
  return placed.map((mark) => [mark.day, named.includes(mark) ? mark.name : ""]);
}

const wideAs = (name) => 12 + 7 * name.length;

// The days or months of a story too short for a scale of years, the first with its year.
function short(span, width) {
  const { year, month } = dateOf(span.start);
  const known = year > 0 && year < 10000;
  const days = span.end - span.start;
  const every = [1, 2, 7, 14].find((step) => (width * step) / days >= LABEL + 20) ?? 14;
  const starts = span.by === "day"
    ? Array.from({ length: Math.ceil(days / every) }, (_, n) => span.start + n * every)
    : Array.from({ length: 13 }, (_, n) => dayOf(year, month + n)).filter((day) => day < span.end);
  const parts = { month: "short", ...(span.by === "day" && { day: "numeric" }) };
  return starts.map((day, n) => [day, inWords({ ...parts, ...(!n && known && { year: "numeric" }) }).format((known ? day : day % CYCLE) * 864e5)]);
}

// The days to mark, each with its name or none where there is no room for it; of years the widest are named first.
export function ticks(span, width) {
  if (span.by === "year") {
    const years = [...new Set(span.years)].filter((year) => span.at(dayOf(year + 1)) > span.at(dayOf(year)));
    const name = (year) => (year > 0 ? String(year) : beforeChrist(year));
    return withRoom(years.map((year) => [dayOf(year), name(year)]), span, width, () => LABEL);
  }
  if (!span.value) return withRoom(short(span, width), span, width, wideAs);
  if (span.by === "month") {
    const form = width < 600 ? "narrow" : "short";
    const name = inWords({ month: form });
    return Array.from({ length: 12 }, (_, n) => [dayOf(span.year, n + 1), name.format(dayOf(2000, n + 1) * 864e5)]);
  }
  const every = width < 600 ? 5 : 1;
  const days = Array.from({ length: span.end - span.start }, (_, n) => n + 1);
  return days.filter((n) => n === 1 || n % every === 0).map((n) => [span.start + n - 1, String(n)]);
}
