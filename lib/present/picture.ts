import type { Evidence, Finding } from '../check/finding.ts';
import type { Unit } from '../market/metric.ts';
import { formatShortDate } from './dates.ts';
import { definitionLabel, evidenceDates, evidenceFigure, tellingDefinitions } from './evidence-words.ts';
import { fill } from './fill.ts';
import { formatClaim, formatFigure, formatNumber } from './format.ts';
import { ENGLISH, type Language } from './language.ts';
import { windowEnd } from './reading.ts';

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** One observation on the axis. Null ends are open. */
export interface AxisMark {
  readonly low: number | null;
  readonly high: number | null;
  readonly figure: string;
  /** Definition in words; the instrument's name for the other party of a comparison; null when neither says anything. */
  readonly label: string | null;
  readonly date: string;
  readonly fits: boolean;
  readonly role: Evidence['role'];
}

/** The claim's interval and the observations on one axis. */
export interface AxisPicture {
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
  readonly claim: { readonly low: number | null; readonly high: number | null; readonly figure: string };
  readonly marks: readonly AxisMark[];
}

/** A level series indexed to 100 at its first day. */
export interface Line {
  readonly name: string;
  readonly party: 'subject' | 'benchmark';
  readonly points: readonly (readonly [string, number])[];
  /** The last level in words. */
  readonly end: string;
}

export interface LinesPicture {
  readonly from: string;
  readonly to: string;
  /** The days above and below in words; `until` as a label. */
  readonly days: { readonly from: string; readonly to: string; readonly until: string | null };
  readonly domain: readonly [number, number];
  readonly lines: readonly Line[];
  /** The day up to which the claim speaks, where the lines go on to the latest data; null where they end with it. */
  readonly until: string | null;
}

const MARKS_SHOWN = 6;
const NUMERIC: ReadonlySet<Unit> = new Set<Unit>(['x', '%', 'pp', 'USD', 'count', 'points']);

/** Data for the one-axis picture; null when the claim or the evidence is not a number, or there is nothing to set beside it. */
export function axisPicture(finding: Finding, language: Language = ENGLISH): AxisPicture | null {
  const { claim, interval } = finding;
  if (!NUMERIC.has(claim.unit) || claim.metric === 'streak') return null;
  const own = finding.evidence.filter(
    (item) => item.metric === claim.metric && item.unit === claim.unit && (item.low !== null || item.high !== null),
  );
  if (own.length === 0) return null;
  const marks = own.slice(0, MARKS_SHOWN).map((item) => ({
    low: item.low,
    high: item.high,
    figure: evidenceFigure(item, finding, { language, short: true }),
    label: definitionLabel(tellingDefinitions(item, finding), language),
    date: evidenceDates(item, language, true),
    fits: item.fits,
    role: item.role,
  }));
  const band = interval ?? { low: claim.value.low, high: claim.value.high };
  const values = [...marks.flatMap((mark) => [mark.low, mark.high]), band.low, band.high].filter((value) => value !== null);
  const { domain, ticks } = niceAxis(Math.min(...values), Math.max(...values), 4);
  return {
    domain,
    ticks: ticks.map((value) => ({ value, label: formatFigure(value, claim.unit, { language, short: true }) })),
    claim: { low: band.low, high: band.high, figure: formatClaim(claim, { language }) },
    marks,
  };
}

/**
 * Data for the two return lines, to the end of the claim's window; for an outdated claim on to the latest data. Null
 * without levels. Lines longer than `maxPoints` are thinned, ends kept.
 */
export function linesPicture(finding: Finding, maxPoints = 60, language: Language = ENGLISH): LinesPicture | null {
  const { claim, evidence } = finding;
  const role = finding.verdict === 'outdated' && evidence.some((item) => item.role === 'now' && item.levels !== undefined) ? 'now' : 'then';
  const lines: Line[] = [];
  for (const item of evidence) {
    const party = item.instrument === claim.benchmark ? 'benchmark' : 'subject';
    if (item.role !== role || item.levels === undefined || lines.some((line) => line.party === party)) continue;
    const points = indexTo100(item.levels);
    if (points.length < 3) continue;
    lines.push(lineOf(item.instrumentName, party, thin(points, maxPoints), language));
  }
  const inOrder = [...lines].sort((a, b) => (a.party === b.party ? 0 : a.party === 'subject' ? -1 : 1));
  return pictureOfLines(lines[0]?.points ?? [], inOrder, role === 'now' ? windowEnd(evidence) : null, language);
}

/** One line of a picture, from levels indexed to 100. */
function lineOf(name: string, party: Line['party'], points: Line['points'], language: Language): Line {
  return { name, party, points, end: formatNumber(points.at(-1)?.[1] ?? 100, { language, decimals: 1 }) };
}

/** Lines over the days of `window`; null when that is empty. */
function pictureOfLines(window: Line['points'], lines: readonly Line[], until: string | null, language: Language): LinesPicture | null {
  const from = window[0]?.[0];
  const to = window.at(-1)?.[0];
  if (from === undefined || to === undefined) return null;
  return {
    from,
    to,
    days: { from: formatShortDate(from, language), to: formatShortDate(to, language), until: until === null ? null : fill(language.words.card.until, { date: formatShortDate(until, language) }) },
    domain: extent(lines.flatMap((line) => line.points.map(([, level]) => level))),
    until,
    lines,
  };
}

/** Levels with the first set to 100; empty when the first is not a positive number. */
export function indexTo100(levels: readonly (readonly [string, number])[]): (readonly [string, number])[] {
  const base = levels[0]?.[1];
  if (base === undefined || !(base > 0)) return [];
  return levels.map(([day, level]) => [day, (level / base) * 100] as const);
}

/** Every k-th item, first and last always among them. */
export function thin<T>(items: readonly T[], max: number): T[] {
  if (items.length <= max || max < 2) return [...items];
  const step = (items.length - 1) / (max - 1);
  return Array.from({ length: max }, (_, index) => items[Math.round(index * step)]).filter((item) => item !== undefined);
}

/** Smallest and largest of the values; a flat line gets room above and below. */
export function extent(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low < high ? [low, high] : [low - 1, high + 1];
}

/**
 * A readable axis over an interval: bounds widened by a twelfth on each side (not across zero), ticks at steps of 1, 2
 * or 5 times a power of ten, about `count` of them.
 */
export function niceAxis(low: number, high: number, count: number): { domain: [number, number]; ticks: number[] } {
  const width = high - low || Math.abs(high) * 0.2 || 1;
  const from = low >= 0 ? Math.max(0, low - width / 12) : low - width / 12;
  const to = high <= 0 && low < 0 ? Math.min(0, high + width / 12) : high + width / 12;
  const rough = (to - from) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const ticks: number[] = [];
  for (let index = Math.ceil(from / step - 1e-9); index * step <= to + step * 1e-9; index += 1) {
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return { domain: [from, to], ticks };
}
