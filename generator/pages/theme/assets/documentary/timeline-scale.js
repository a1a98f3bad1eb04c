// Time as numbers: days since 1970 in the proleptic Gregorian calendar, and the ticks of a year or a month.

const language = document.documentElement.lang || "en";
const named = (options, day) => new Intl.DateTimeFormat(language, { timeZone: "UTC", calendar: "gregory", numberingSystem: "latn", ...options }).format(day * 864e5);
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const LABEL = 64; // the least room for the label of a year, in pixels

export function dayOf(year, month = 1, day = 1) {
  return new Date(0).setUTCFullYear(year, month - 1, day) / 864e5;
}

// "2020-01-03", "-0043-03-15" or a part of one; undefined where nothing stands.
export function read(text) {
  const [, year, month, day] = /^([-+]?\d+)(?:-(\d\d))?(?:-(\d\d))?$/.exec(text ?? "") ?? [];
  return year && { year: Number(year), month: month && Number(month), day: dayOf(Number(year), Number(month ?? 1), Number(day ?? 1)) };
}

const text = (year) => `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;

// The stretch that a period names: a month is drawn by day, a year by month.
export function period(value) {
  const at = read(value);
  if (!at) return undefined;
  if (at.month) return { value, by: "day", start: at.day, end: dayOf(at.year, at.month + 1), out: text(at.year), year: at.year, month: at.month };
  return { value, by: "month", start: at.day, end: dayOf(at.year + 1), out: "", year: at.year };
}

export function whole(days) {
  const years = days.map((day) => new Date(day * 864e5).getUTCFullYear());
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  return { value: "", by: "year", start: dayOf(first), end: dayOf(last), first, last };
}

// The period one step closer in which a day lies; undefined where there is none.
export function closer(span, day) {
  const date = new Date(Math.floor(day) * 864e5);
  const year = text(date.getUTCFullYear());
  if (span.by === "year") return year;
  return span.by === "month" ? `${year}-${String(date.getUTCMonth() + 1).padStart(2, "0")}` : undefined;
}

export function ticks(span, width) {
  if (span.by === "year") {
    const step = STEPS.find((n) => (span.last - span.first) / n <= width / LABEL) ?? STEPS.at(-1);
    const years = [];
    for (let year = Math.ceil(span.first / step) * step; year < span.last; year += step) years.push(year);
    return years.map((year) => [dayOf(year), year > 0 ? String(year) : named({ year: "numeric", era: "short" }, dayOf(year))]);
  }
  if (span.by === "month") {
    const form = width < 600 ? "narrow" : "short";
    return Array.from({ length: 12 }, (_, n) => dayOf(span.year, n + 1)).map((day) => [day, named({ month: form }, day)]);
  }
  const every = width < 600 ? 5 : 1;
  const days = Array.from({ length: span.end - span.start }, (_, n) => n + 1);
  return days.filter((n) => n === 1 || n % every === 0).map((n) => [span.start + n - 1, String(n)]);
}
