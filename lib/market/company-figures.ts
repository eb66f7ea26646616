import { dayNumber } from './calendar.ts';
import type { DatedFact, FactsBook } from './facts-book.ts';
import { asReported, missing, trailingTwelveMonths } from './ttm.ts';
import type { CompanyFigure, EndBounds } from './ttm.ts';

/** What is known of one company on a day, from what it filed with the SEC. */
export interface CompanyFigures {
  /** The SEC's number of the filer: one for all classes of its shares. */
  readonly cik: number;
  /**
   * Of the last twelve months, in US dollars, negative for a loss: what belongs to the shareholders (`NetIncomeLoss`), or
   * where that is not to be had all of it with the part of minority owners (`ProfitLoss`). The two are never mixed.
   */
  readonly netIncome: CompanyFigure;
  /** Of the last twelve months, in US dollars. */
  readonly revenue: CompanyFigure;
  /** What belongs to the shareholders by the books, in US dollars; negative when debts are larger. */
  readonly equity: CompanyFigure;
  /** All classes together, those that options and convertibles would add included; an average over a quarter or a year. */
  readonly dilutedShares: CompanyFigure;
}

/** What a card says of one company. */
export interface Company {
  readonly figures: CompanyFigures;
  /** All its shares at the price in a fund's holdings file, in US dollars, and the day of that file; null where no fund has it. */
  readonly marketValue: { readonly usd: number; readonly asOf: string } | null;
}

/**
 * How long before the day in question a figure may end: the next quarter ends 91 days later, a yearly report on it is due
 * within 90 days (Form 10-K, smaller filers), and who gives notice may be 15 late (Form 12b-25). A company of which nothing
 * newer is there has not said how it does.
 */
const OLDEST_DAYS = 91 + 90 + 15;

/** Two ends this close speak of one period. */
const SAME_PERIOD_DAYS = 45;

/**
 * The figures of filers as of a day, each computed once, when it is first asked for. Whatever ended after the day is left
 * out; it may hold what was filed a little later than the day, since frames do not say when.
 */
export function companyFigures(book: FactsBook, asOf: string): (cik: number) => CompanyFigures {
  const to = dayNumber(asOf);
  const bounds = { from: to - OLDEST_DAYS, to };
  const known = new Map<number, CompanyFigures>();
  return (cik) => {
    let figures = known.get(cik);
    if (figures === undefined) known.set(cik, (figures = figuresOf(book, cik, bounds)));
    return figures;
  };
}

function figuresOf(book: FactsBook, cik: number, bounds: EndBounds): CompanyFigures {
  return {
    cik,
    netIncome: netIncomeOf(book, cik, bounds),
    revenue: revenueOf(book, cik, bounds),
    equity: newestOf(book.factsOf(cik, 'StockholdersEquity'), bounds, isInstant),
    dilutedShares: newestOf(book.factsOf(cik, 'WeightedAverageNumberOfDilutedSharesOutstanding'), bounds, isShareCount),
  };
}

function isInstant(one: DatedFact): boolean {
  return one.span === 'instant';
}

function isShareCount(one: DatedFact): boolean {
  return one.fact.value > 0 && (one.span === 'quarter' || one.span === 'year');
}

function netIncomeOf(book: FactsBook, cik: number, bounds: EndBounds): CompanyFigure {
  const own = trailingTwelveMonths(book.factsOf(cik, 'NetIncomeLoss'), bounds);
  return own.kind === 'known' ? own : knownOf(own, trailingTwelveMonths(book.factsOf(cik, 'ProfitLoss'), bounds));
}

/**
 * Filers use the one tag or the other, or both for the whole and a part of it, and change over time: the later figure,
 * and of two for the same months the larger.
 */
function revenueOf(book: FactsBook, cik: number, bounds: EndBounds): CompanyFigure {
  const all = trailingTwelveMonths(book.factsOf(cik, 'Revenues'), bounds);
  const contracts = trailingTwelveMonths(book.factsOf(cik, 'RevenueFromContractWithCustomerExcludingAssessedTax'), bounds);
  if (all.kind === 'missing' || contracts.kind === 'missing') return knownOf(all, contracts);
  const later = dayNumber(all.end) - dayNumber(contracts.end);
  if (Math.abs(later) > SAME_PERIOD_DAYS) return later > 0 ? all : contracts;
  return all.value >= contracts.value ? all : contracts;
}

/** The known one of two, else the one whose reason says more than that nothing was filed. */
function knownOf(a: CompanyFigure, b: CompanyFigure): CompanyFigure {
  if (a.kind === 'known') return a;
  return b.kind === 'known' || a.reason === 'not-filed' ? b : a;
}

/**
 * The figure that speaks for the latest day, of those that are of the right kind. An average speaks for the middle of its
 * span, so that of a quarter goes before that of the year that ends with it.
 */
function newestOf(facts: readonly DatedFact[], bounds: EndBounds, isRight: (one: DatedFact) => boolean): CompanyFigure {
  let newest: DatedFact | null = null;
  let isStale = false;
  for (const one of facts) {
    if (one.end > bounds.to || !isRight(one)) continue;
    if (one.end < bounds.from) isStale = true;
    else if (newest === null || one.start + one.end > newest.start + newest.end) newest = one;
  }
  if (newest === null) return missing(isStale ? 'stale' : 'not-filed');
  return newest.isDisputed ? missing('conflicting') : asReported(newest);
}
