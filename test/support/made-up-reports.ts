import { addDays, dayNumber } from '../../lib/market/calendar.ts';
import type { Frame, FundamentalTag, ReportedFact } from '../../lib/market/fundamentals.ts';
import { frameWith } from './filings.ts';
import { seededRandom } from './random.ts';

/** What is true of a made-up company on the day, by how it was made up; null for what its reports do not give. */
export interface Truth {
  readonly income: number | null;
  readonly revenue: number | null;
  readonly equity: number | null;
  /** Diluted; null where it reported thousands for shares, or before a split. */
  readonly shares: number | null;
}

export interface MadeUpReports {
  readonly frames: readonly Frame[];
  readonly truth: ReadonlyMap<number, Truth>;
}

/** About how many shares a company has, and what all of them are worth. */
export interface CompanySize {
  readonly shares: number;
  readonly usd: number;
}

/** How companies report, with how many of a hundred do. */
const WAYS = [
  ['calendar', 44],
  ['june', 8],
  ['january-weeks', 8],
  ['long-quarter', 4],
  ['fourth-quarter-filed', 6],
  ['profit-loss-only', 6],
  ['restated', 6],
  ['year-only', 4],
  ['gap', 4],
  ['stale', 3],
  ['absent', 4],
  ['split-since', 2],
  ['in-thousands', 1],
] as const;
type Way = (typeof WAYS)[number][0];

/** Reports are in by so many days after a period ends. */
const FILED_AFTER_DAYS = 60;
const QUARTERS = 16;

/**
 * Reports of companies up to a day, as the SEC's frames would have them, the same for the same seed. Quarters are drawn
 * first and reports written from them, so that what is true of a company is known without reading a report.
 *
 * @param sizes by the SEC's number of the filer
 */
export function madeUpReports(sizes: ReadonlyMap<number, CompanySize>, asOf: string): MadeUpReports {
  const random = seededRandom(1);
  const rows = new Map<FundamentalTag, ReportedFact[]>();
  const truth = new Map<number, Truth>();
  for (const [cik, size] of sizes) truth.set(cik, new MadeUpCompany(cik, asOf, size, random).report(rows));
  return { frames: [...rows].flatMap(([tag, facts]) => framesOf(tag, facts)), truth };
}

/** Facts by the calendar period that their middle lies in; a restatement makes a second frame of the same name. */
function framesOf(tag: FundamentalTag, facts: readonly ReportedFact[]): Frame[] {
  const frames: { period: string; facts: Map<number, ReportedFact> }[] = [];
  for (const fact of facts) {
    const period = periodOf(fact);
    let frame = frames.find((one) => one.period === period && !one.facts.has(fact.cik));
    if (frame === undefined) frames.push((frame = { period, facts: new Map() }));
    frame.facts.set(fact.cik, fact);
  }
  return frames.map((frame) => frameWith(tag, [...frame.facts.values()], frame.period));
}

function periodOf({ start, end }: ReportedFact): string {
  const days = start === null ? 0 : dayNumber(end) - dayNumber(start);
  const middle = addDays(end, -Math.round(days / 2));
  const quarter = `CY${middle.slice(0, 4)}Q${Math.ceil(Number(middle.slice(5, 7)) / 3)}`;
  return start === null ? `${quarter}I` : days > 200 ? `CY${middle.slice(0, 4)}` : quarter;
}

interface Quarter {
  readonly start: string;
  readonly end: string;
  readonly income: number;
  readonly revenue: number;
  readonly equity: number;
  readonly shares: number;
  /** 0 to 3 within the fiscal year. */
  readonly place: number;
}

class MadeUpCompany {
  readonly #cik: number;
  readonly #asOf: string;
  readonly #random: () => number;
  readonly #way: Way;
  /** The newest last. */
  readonly #quarters: readonly Quarter[];
  #filings = 0;

  constructor(cik: number, asOf: string, { shares, usd }: CompanySize, random: () => number) {
    this.#cik = cik;
    this.#asOf = asOf;
    this.#random = random;
    this.#way = this.#draw();
    // A quarter earns up to 2 % of what the company is worth, or loses up to 1 %.
    const profit = (random() * 0.03 - 0.01) * usd;
    const sales = (0.02 + random() * 0.2) * usd;
    this.#quarters = this.#ends().map(({ start, end, place }) => ({
      start,
      end,
      place,
      income: Math.round(profit + (random() - 0.5) * 0.005 * usd),
      revenue: Math.round(sales * (0.8 + random() * 0.4)),
      equity: Math.round((random() - 0.1) * usd),
      shares: Math.round(shares * (0.95 + random() * 0.1)),
    }));
  }

  report(rows: Map<FundamentalTag, ReportedFact[]>): Truth {
    if (this.#way === 'absent') return { income: null, revenue: null, equity: null, shares: null };
    const isStale = this.#way === 'stale';
    const filed = this.#quarters.filter(({ end }) => addDays(end, isStale ? 500 : FILED_AFTER_DAYS) <= this.#asOf);
    const whole = this.#random() < 0.6 ? 'Revenues' : 'RevenueFromContractWithCustomerExcludingAssessedTax';
    const part = whole === 'Revenues' ? 'RevenueFromContractWithCustomerExcludingAssessedTax' : 'Revenues';
    const isBank = this.#random() < 0.1;
    const hasPart = this.#random() < 0.4;
    const incomeTag = this.#way === 'profit-loss-only' ? 'ProfitLoss' : 'NetIncomeLoss';
    this.#file(rows, incomeTag, filed, ({ income }) => income);
    // What minority owners have of it is in the other tag, and must not be taken.
    if (incomeTag === 'NetIncomeLoss') this.#file(rows, 'ProfitLoss', filed, ({ income }) => income + 5e6);
    if (!isBank) this.#file(rows, whole, filed, ({ revenue }) => revenue);
    if (!isBank && hasPart) this.#file(rows, part, filed, ({ revenue }) => Math.round(revenue * 0.4));
    for (const { end, equity } of filed) this.#add(rows, 'StockholdersEquity', null, end, equity);
    const unit = this.#way === 'in-thousands' ? 1000 : this.#way === 'split-since' ? 20 : 1;
    this.#file(rows, 'WeightedAverageNumberOfDilutedSharesOutstanding', filed, ({ shares }) => Math.round(shares / unit), true);
    return this.#truth(filed, isBank);
  }

  #truth(filed: readonly Quarter[], isBank: boolean): Truth {
    if (this.#way === 'stale' || filed.length < 5) return { income: null, revenue: null, equity: null, shares: null };
    const newest = this.#way === 'year-only' ? lastYear(filed) : filed;
    const sumOf = (numberOf: (quarter: Quarter) => number): number => newest.slice(-4).reduce((sum, one) => sum + numberOf(one), 0);
    const hasTwelveMonths = this.#way !== 'gap' && isNew(newest.at(-1), this.#asOf);
    return {
      income: hasTwelveMonths ? sumOf(({ income }) => income) : null,
      revenue: hasTwelveMonths && !isBank ? sumOf(({ revenue }) => revenue) : null,
      equity: filed.at(-1)?.equity ?? null,
      shares: this.#way === 'in-thousands' || this.#way === 'split-since' ? null : this.#shares(filed),
    };
  }

  /** The average that speaks for the latest day: a filed quarter's, or the year's where quarters are not filed or too old. */
  #shares(filed: readonly Quarter[]): number | null {
    const spans = this.#spans(filed).map((own) => ({
      average: meanOf(own.map(({ shares }) => shares)),
      middle: dayNumber(own[0]!.start) + dayNumber(own.at(-1)!.end),
      last: own.at(-1)!,
    }));
    const usable = spans.filter(({ last }) => isNew(last, this.#asOf)).sort((a, b) => a.middle - b.middle);
    return usable.at(-1)?.average ?? null;
  }

  /** The spans that are filed: years, and the quarters that have a row of their own. */
  #spans(filed: readonly Quarter[]): readonly (readonly Quarter[])[] {
    const years = filed.flatMap((quarter, at) => (quarter.place === 3 && at >= 3 ? [filed.slice(at - 3, at + 1)] : []));
    if (this.#way === 'year-only') return years;
    const isFourthFiled = this.#way === 'fourth-quarter-filed';
    const single = filed.filter(({ place }) => place < 3 || isFourthFiled).map((quarter) => [quarter]);
    // Whoever left a quarter out has neither it nor the years that it lies in.
    if (this.#way === 'gap') return single.filter(([quarter]) => quarter !== filed.at(-2) && quarter !== filed.at(-3));
    return [...years, ...single];
  }

  #file(
    rows: Map<FundamentalTag, ReportedFact[]>,
    tag: FundamentalTag,
    filed: readonly Quarter[],
    numberOf: (quarter: Quarter) => number,
    isAverage = false,
  ): void {
    for (const own of this.#spans(filed)) {
      const numbers = own.map(numberOf);
      const value = isAverage ? meanOf(numbers) : numbers.reduce((sum, one) => sum + one, 0);
      const [start, end] = [own[0]!.start, own.at(-1)!.end];
      // The first report was wrong; the later one, which may come first in the files, is right.
      if (this.#way === 'restated') {
        const isLaterFirst = this.#random() < 0.5;
        const [early, late] = [this.#accession('25'), this.#accession('26')];
        const both: [number, string][] = [[value * 3, early], [value, late]];
        for (const [number, accession] of isLaterFirst ? both.toReversed() : both) this.#add(rows, tag, start, end, number, accession);
      } else this.#add(rows, tag, start, end, value);
    }
  }

  #add(rows: Map<FundamentalTag, ReportedFact[]>, tag: FundamentalTag, start: string | null, end: string, value: number, accession?: string): void {
    const fact = { cik: this.#cik, start, end, value, accession: accession ?? this.#accession('26') };
    const known = rows.get(tag);
    if (known === undefined) rows.set(tag, [fact]);
    else known.push(fact);
  }

  #accession(year: string): string {
    this.#filings += 1;
    return `${String(this.#cik).padStart(10, '0')}-${year}-${String(this.#filings).padStart(6, '0')}`;
  }

  #draw(): Way {
    let left = this.#random() * 100;
    for (const [way, share] of WAYS) {
      left -= share;
      if (left < 0) return way;
    }
    return 'calendar';
  }

  /** Sixteen quarters, the last of which ends after the day. */
  #ends(): readonly { start: string; end: string; place: number }[] {
    if (this.#way === 'january-weeks' || this.#way === 'long-quarter') return this.#weekly();
    // Fiscal years that end in December, in June.
    const firstMonth = this.#way === 'june' ? 7 : 1;
    const year = Number(this.#asOf.slice(0, 4)) - 3;
    return Array.from({ length: QUARTERS }, (_, at) => {
      const month = firstMonth - 1 + at * 3;
      const day = (months: number): string => `${year + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
      return { start: day(month), end: addDays(day(month + 3), -1), place: at % 4 };
    });
  }

  /** Years of 52 weeks from a Sunday in early February, in quarters of 13 weeks or of 16, 12, 12 and 12. */
  #weekly(): readonly { start: string; end: string; place: number }[] {
    const lengths = this.#way === 'long-quarter' ? [16, 12, 12, 12] : [13, 13, 13, 13];
    let start = '2023-01-29';
    while (addDays(start, 3 * 364 + 400) < this.#asOf) start = addDays(start, 364);
    return Array.from({ length: QUARTERS }, (_, at) => {
      const from = start;
      const end = addDays(from, (lengths[at % 4] ?? 13) * 7 - 1);
      start = addDays(end, 1);
      return { start: from, end, place: at % 4 };
    });
  }
}

/** The quarters up to the end of the last whole fiscal year. */
function lastYear(filed: readonly Quarter[]): readonly Quarter[] {
  return filed.slice(0, filed.findLastIndex(({ place }) => place === 3) + 1);
}

/** Whether a period ended at most 196 days before: three months to the next one, and the time that reports on it may take. */
function isNew(quarter: Quarter | undefined, asOf: string): boolean {
  return quarter !== undefined && dayNumber(asOf) - dayNumber(quarter.end) <= 196;
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
