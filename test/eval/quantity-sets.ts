import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { scanQuantities, type Quantity } from '../../lib/text/quantities.ts';
import { tokenize } from '../../lib/text/tokens.ts';

/**
 * Other projects' own cases for figures in text, read by our reader and brought to their schemas: quantulum3 (values
 * with any unit) and Recognizers-Text (numbers, ranges, percentages). The reader is the one that articles are read with;
 * what is done here is only a change of form.
 */

/** Values differ by binary dust at most; the sets write up to fifteen digits. */
const SAME = 1e-6;

const quantulumCase = z.object({
  req: z.string(),
  res: z.array(z.object({ value: z.number(), surface: z.string() })),
});

const recognizersCase = z.object({
  Input: z.string(),
  Results: z.array(z.object({
    Text: z.string(),
    Resolution: z.object({ value: z.string().nullish(), subtype: z.string().nullish() }).nullish(),
  })),
});

export type QuantulumCase = z.infer<typeof quantulumCase>;
export type RecognizersCase = z.infer<typeof recognizersCase>;

/** The three models of Recognizers-Text that have to do with prose on markets. */
export type Model = 'number' | 'range' | 'percent';

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
}

/** Reads a file of quantulum3's cases; throws with the path of the first field that is not as it should be. */
export function readQuantulum(file: string): QuantulumCase[] {
  return z.array(quantulumCase).parse(readJson(file));
}

/** Reads a file of Recognizers-Text's cases; throws with the path of the first field that is not as it should be. */
export function readRecognizers(file: string): RecognizersCase[] {
  return z.array(recognizersCase).parse(readJson(file));
}

/** A quantity with the place of its words. */
interface PlacedQuantity extends Quantity {
  readonly start: number;
  readonly end: number;
}

function quantitiesOf(text: string): PlacedQuantity[] {
  const starts: number[] = [];
  const tokens = tokenize(text, 0, text.length, starts);
  return scanQuantities(tokens, 0, tokens.length).map((quantity) => ({
    ...quantity, start: starts[quantity.from]!, end: starts[quantity.to - 1]! + tokens[quantity.to - 1]!.length,
  }));
}

/** The written number at one end of a quantity: fractions as such, cents as cents; growth in one word ("doubled") has none. */
function writtenValue(quantity: PlacedQuantity, value: number, text: string): number {
  if (quantity.isFraction) return value / 100;
  const words = text.slice(quantity.start, quantity.end);
  return quantity.unit === 'USD' && /(?:cents?|¢)$/i.test(words) ? value * 100 : value;
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
}

export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

export interface QuantulumResult extends Counts {
  readonly f1: number;
  /** One line a case that differs. */
  readonly differences: readonly string[];
}

/** Values as quantulum3 gives them, in order: of a range the middle. */
export function quantulumValues(text: string): { value: number; start: number; end: number }[] {
  return quantitiesOf(text).filter((quantity) => quantity.unit !== 'fold').map((quantity) => ({
    value: writtenValue(quantity, (quantity.low + quantity.high) / 2, text), start: quantity.start, end: quantity.end,
  }));
}

/** Each labelled value must be read, at its own place, and no other. */
export function scoreQuantulum(cases: readonly QuantulumCase[]): QuantulumResult {
  const counts: Counts = { tp: 0, fp: 0, fn: 0 };
  const differences: string[] = [];
  for (const { req, res } of cases) {
    const left = quantulumValues(req);
    const missed: number[] = [];
    let from = 0;
    for (const { value, surface } of res) {
      const start = Math.max(req.indexOf(surface, from), 0);
      const end = start + surface.length;
      from = end;
      const hit = left.findIndex((read) => same(read.value, value) && read.start < end && start < read.end);
      if (hit < 0) missed.push(value);
      else left.splice(hit, 1);
    }
    counts.tp += res.length - missed.length;
    counts.fn += missed.length;
    counts.fp += left.length;
    if (missed.length + left.length > 0) differences.push(`${req}\n    missed ${missed.join(', ') || 'none'}; read besides ${left.map(({ value }) => value).join(', ') || 'none'}`);
  }
  return { ...counts, f1: (2 * counts.tp) / (2 * counts.tp + counts.fp + counts.fn), differences };
}

/** An interval of Recognizers-Text without its brackets: which end belongs to it is not told apart in articles. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The numbers of a text as Recognizers-Text gives them: of a range both, of "10km" none, for there the unit is the meaning. */
export function numbersOf(text: string): number[] {
  return quantitiesOf(text).filter(({ unit }) => unit !== 'fold' && unit !== 'measure').flatMap((quantity) => {
    const ends = quantity.isRange ? [quantity.low, quantity.high] : [quantity.low];
    return ends.map((end) => writtenValue(quantity, end, text));
  });
}

/** The ranges of a text: written ones, and those that a bound opens ("more than 30"). A hedge such as "about" opens none. */
export function rangesOf(text: string): Interval[] {
  return quantitiesOf(text).filter(({ unit }) => unit !== 'fold' && unit !== 'measure').flatMap((quantity): Interval[] => {
    const [low, high] = [writtenValue(quantity, quantity.low, text), writtenValue(quantity, quantity.high, text)];
    if (quantity.isRange) return [{ low, high }];
    if (quantity.hedge === 'over') return [{ low, high: Infinity }];
    return quantity.hedge === 'under' || quantity.hedge === 'up to' ? [{ low: -Infinity, high }] : [];
  });
}

/** The percentages of a text, in percent. */
export function percentagesOf(text: string): number[] {
  return quantitiesOf(text).filter(({ unit }) => unit === '%').flatMap(({ isRange, low, high }) => (isRange ? [low, high] : [low]));
}

/** "[20,100)" → 20 and 100; an empty end is open. */
function intervalOf(written: string): Interval {
  const [low = '', high = ''] = written.slice(1, -1).split(',');
  return { low: low === '' ? -Infinity : Number(low), high: high === '' ? Infinity : Number(high) };
}

/** Whether a case is read wholly right: every value of it, and no other. */
export function isRight(model: Model, one: RecognizersCase): boolean {
  const wanted = valuesOf(one);
  if (model === 'range') {
    return haveSame(wanted.map(intervalOf), rangesOf(one.Input), (a, b) => sameEnd(a.low, b.low) && sameEnd(a.high, b.high));
  }
  const read = model === 'number' ? numbersOf(one.Input) : percentagesOf(one.Input);
  return haveSame(wanted.map((value) => Number(value.replace('%', ''))), read, same);
}

/** What was read from a case, for people. */
export function describeReading(model: Model, one: RecognizersCase): string {
  const read = model === 'range' ? rangesOf(one.Input).map(({ low, high }) => `${low} to ${high}`) : model === 'number' ? numbersOf(one.Input) : percentagesOf(one.Input);
  return `${one.Input}\n    should be ${valuesOf(one).join(', ') || 'none'}; is ${read.join(', ') || 'none'}`;
}

function sameEnd(a: number, b: number): boolean {
  return a === b || same(a, b);
}

function haveSame<T>(wanted: readonly T[], read: readonly T[], agree: (a: T, b: T) => boolean): boolean {
  const left = [...read];
  for (const value of wanted) {
    const index = left.findIndex((other) => agree(value, other));
    if (index < 0) return false;
    left.splice(index, 1);
  }
  return left.length === 0;
}

function valuesOf(one: RecognizersCase): string[] {
  return one.Results.map(({ Resolution }) => Resolution?.value ?? '');
}

/** A kind of case of Recognizers-Text without meaning in prose on markets: a rule on how the case is written, never a list of sentences. */
export interface OutsideClass {
  readonly name: string;
  readonly matches: (one: RecognizersCase) => boolean;
}

/** A fraction in words as articles have them: at most nine parts, of two to ten, alone or added with "and". */
const USUAL_FRACTION =
  /(?:^|\band |\b(?:minus|negative) )(?:(?:an?|one|two|three|four|five|six|seven|eight|nine)[ -])?(?:hal(?:f|ves)|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?)(?: (?:of )?(?:an? )?\s*(?:dozen|thousand|million|billion|trillion))?$|\b(?:in|out of)\b/i;

export const OUTSIDE: readonly OutsideClass[] = [
  { name: 'dates, telephone numbers and addresses taken for numbers', matches: ({ Input }) => /\d[./-]\d+[./-]\d|https?:/.test(Input) },
  { name: 'powers', matches: ({ Input }) => /\d\^/.test(Input) },
  { name: 'a percentage without a number, or its number behind "percent of"', matches: (one) => valuesOf(one).includes('null') || /\bper\s?cents? of \S+$/i.test(one.Input) },
  { name: 'division told in words', matches: ({ Input }) => /^(?:.* )?(?:\d+|one) over \S+/i.test(Input) && !/\$\d+ over /.test(Input) },
  {
    name: 'fractions in words beyond nine tenths',
    matches: ({ Input, Results }) => /\b(?:million|trillion)ths?\b/i.test(Input) || Results.some(({ Text, Resolution }) => Resolution?.subtype === 'fraction' && /^[a-z][a-z\s-]*$/i.test(Text) && !USUAL_FRACTION.test(Text)),
  },
  { name: 'digits and number words added up', matches: ({ Input }) => /\d (?:hundred|thousand|crore)\b.* (?:\d|and [a-z])/i.test(Input) },
  { name: 'a sign, a hyphen or a letter of scale that stands apart from its number', matches: ({ Input }) => /^-\s|\w - \w+(?:$|[ -](?!\d))|\d\s+[kGM]$|\dG$/.test(Input) && !/\d - \d/.test(Input) },
  { name: 'an equation', matches: (one) => valuesOf(one).some((value) => /^\[(-?[\d.]+),\1\]$/.test(value)) },
  { name: 'places in an order', matches: ({ Input }) => /\bthe \w+(?:rd|th)\b/i.test(Input) },
];

/** The class that takes a case out of the measure, or null. */
export function outsideClassOf(one: RecognizersCase): OutsideClass | null {
  return OUTSIDE.find(({ matches }) => matches(one)) ?? null;
}

export interface RecognizersResult {
  readonly right: number;
  /** Cases that have a meaning in prose on markets. */
  readonly inside: number;
  /** How many cases each class takes out; classes without one are left out. */
  readonly outside: Readonly<Record<string, number>>;
  /** One line a case that differs. */
  readonly differences: readonly string[];
}

/** Counts the cases that are read wholly right, among those that no class takes out. */
export function scoreRecognizers(model: Model, cases: readonly RecognizersCase[]): RecognizersResult {
  const outside: Record<string, number> = {};
  const differences: string[] = [];
  let right = 0;
  let inside = 0;
  for (const one of cases) {
    const reason = outsideClassOf(one);
    if (reason !== null) {
      outside[reason.name] = (outside[reason.name] ?? 0) + 1;
      continue;
    }
    inside += 1;
    if (isRight(model, one)) right += 1;
    else differences.push(describeReading(model, one));
  }
  return { right, inside, outside, differences };
}
