import { dayNumber } from './calendar.ts';
import type { Frame, FundamentalTag, ReportedFact } from './fundamentals.ts';

/** What a figure covers, by its length in days; `other` for half-years, transition periods and the like. */
export type Span = 'instant' | 'quarter' | 'year' | 'other';

/** A reported figure with its days as numbers (`dayNumber`), both inclusive; equal for an instant. */
export interface DatedFact {
  readonly fact: ReportedFact;
  readonly start: number;
  readonly end: number;
  readonly span: Span;
  /** Two filings give different values for these days and nothing tells which is the later one. */
  readonly isDisputed: boolean;
}

/**
 * Reported figures by tag and filer, filled frame by frame. The SEC names a frame after the calendar period that lies
 * nearest; what a figure stands for is told by its own days alone, so fiscal years need no case of their own.
 *
 * A frame is added in a few milliseconds, and companies are computed one by one (`companyFigures`): whoever fills a book
 * may pause in between.
 */
export class FactsBook {
  readonly #byTag = new Map<FundamentalTag, Map<number, DatedFact[]>>();
  readonly #ciks: ReadonlySet<number> | null;
  /** A frame has thousands of facts and a few hundred different days. */
  readonly #days = new Map<string, number>();

  /** `ciks`: filers to keep, all without it. */
  constructor(frames: readonly Frame[] = [], ciks: ReadonlySet<number> | null = null) {
    this.#ciks = ciks;
    for (const frame of frames) this.add(frame);
  }

  /**
   * Adds the facts of one frame. Of two facts for the same days the one of the later filing stays (a restatement); facts
   * without a finite value or without proper days are left out.
   */
  add(frame: Frame): void {
    let byCik = this.#byTag.get(frame.tag);
    if (byCik === undefined) {
      byCik = new Map();
      this.#byTag.set(frame.tag, byCik);
    }
    for (const fact of frame.facts) {
      if (this.#ciks !== null && !this.#ciks.has(fact.cik)) continue;
      const end = this.#dayOf(fact.end);
      const start = fact.start === null ? end : this.#dayOf(fact.start);
      // Written so that a day that is none (NaN) fails too.
      if (!(start <= end) || !Number.isFinite(fact.value)) continue;
      const known = byCik.get(fact.cik);
      const span = fact.start === null ? 'instant' : spanOf(start, end);
      if (known === undefined) byCik.set(fact.cik, [{ fact, start, end, span, isDisputed: false }]);
      else insert(known, { fact, start, end, span, isDisputed: false });
    }
  }

  /** What a filer reported under a tag, in no order. */
  factsOf(cik: number, tag: FundamentalTag): readonly DatedFact[] {
    return this.#byTag.get(tag)?.get(cik) ?? [];
  }

  #dayOf(text: string): number {
    const known = this.#days.get(text);
    if (known !== undefined) return known;
    const day = dayNumber(text);
    this.#days.set(text, day);
    return day;
  }
}

/**
 * What the days from `start` to `end` are, both counted (`dayNumber`). A quarter has 13 or 14 weeks, or 16 or 17 where a
 * company cuts its year 12-12-12-16 (Costco, PepsiCo, Kroger); a year is the calendar's or has 52 or 53 weeks. Read off the
 * days and not off the fiscal period that the filer names, which filers often get wrong.
 */
export function spanOf(start: number, end: number): Exclude<Span, 'instant'> {
  const days = end - start + 1;
  if ((days >= 80 && days <= 100) || (days >= 110 && days <= 121)) return 'quarter';
  return days >= 350 && days <= 375 ? 'year' : 'other';
}

function insert(facts: DatedFact[], added: DatedFact): void {
  for (const known of facts) {
    if (known.start !== added.start || known.end !== added.end) continue;
    const settled = laterOf(known, added);
    if (settled !== known) facts[facts.indexOf(known)] = settled;
    return;
  }
  facts.push(added);
}

function laterOf(known: DatedFact, added: DatedFact): DatedFact {
  const order = filingOrder(added.fact.accession, known.fact.accession);
  if (order !== null && order !== 0) return order > 0 ? added : known;
  return known.fact.value === added.fact.value ? known : { ...known, isDisputed: true };
}

/**
 * Which of two filings came later, by their accession numbers ("0000320193-26-000012": who filed, the year, a running
 * number of that filer's): positive for the first, negative for the second, 0 for the same one. Null when they are of one
 * year and of different filers, since running numbers of different filers do not compare.
 */
export function filingOrder(a: string, b: string): number | null {
  if (a === b) return 0;
  const [filerA, yearA, numberA] = a.split('-');
  const [filerB, yearB, numberB] = b.split('-');
  const years = fullYear(yearA) - fullYear(yearB);
  if (years !== 0) return Number.isNaN(years) ? null : years;
  if (filerA !== filerB) return null;
  const numbers = Number(numberA) - Number(numberB);
  return Number.isNaN(numbers) ? null : numbers;
}

/** Accession numbers have two digits for the year; electronic filing began in 1993. */
function fullYear(digits: string | undefined): number {
  const year = Number(digits ?? Number.NaN);
  return year >= 93 ? 1900 + year : 2000 + year;
}
