import { dayNumber } from './calendar.ts';
import type { DatedFact, FactsBook } from './facts-book.ts';
import { isQuarter, isYear, missing, trailingTwelveMonths } from './ttm.ts';
import type { CompanyFigure, EndBounds, KnownFigure, MissingFigure } from './ttm.ts';

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

/** A figure without the reported ones that went into it. */
export type FigureSummary = Omit<KnownFigure, 'parts'> | MissingFigure;

/** What a card says of one company. */
export type CompanySummary = { readonly [K in keyof CompanyFigures]: K extends 'cik' ? number : FigureSummary };

/** The figures without what went into them, which is many times as long. */
export function summaryOf({ cik, netIncome, revenue, equity, dilutedShares }: CompanyFigures): CompanySummary {
  const bare = (figure: CompanyFigure): FigureSummary => {
    if (figure.kind === 'missing') return figure;
    const { parts: _parts, ...rest } = figure;
    return rest;
  };
  return { cik, netIncome: bare(netIncome), revenue: bare(revenue), equity: bare(equity), dilutedShares: bare(dilutedShares) };
}

/**
 * How long before the day in question a figure may end. A quarter is asked for from 55 days after its end until the
 * next one is, 91 days later; a fiscal quarter may end 45 days before the calendar quarter that it is filed under; ten
 * days for the rest. Whoever files less than that has not said how it does.
 */
const OLDEST_DAYS = 55 + 91 + 45 + 10;

/** Two ends this close speak of one period. */
const SAME_PERIOD_DAYS = 45;

/**
 * The figures of one filer as of a day. Whatever ended after the day is left out; it may hold what was filed a little
 * later than the day, since frames do not say when.
 */
export function companyFigures(book: FactsBook, cik: number, asOf: string): CompanyFigures {
  const to = dayNumber(asOf);
  const bounds = { from: to - OLDEST_DAYS, to };
  return {
    cik,
    netIncome: netIncomeOf(book, cik, bounds),
    revenue: revenueOf(book, cik, bounds),
    equity: newestOf(book.factsOf(cik, 'StockholdersEquity'), bounds, (one) => one.start === one.end),
    dilutedShares: sharesOf(book, cik, bounds),
  };
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

/** An average speaks for the middle of its span: the quarter of the same end before the year. */
function sharesOf(book: FactsBook, cik: number, bounds: EndBounds): CompanyFigure {
  const facts = book.factsOf(cik, 'WeightedAverageNumberOfDilutedSharesOutstanding');
  return newestOf(facts, bounds, (one) => one.fact.value > 0 && (isQuarter(one) || isYear(one)));
}

/** The figure that speaks for the latest day, of those that are of the right kind. */
function newestOf(facts: readonly DatedFact[], bounds: EndBounds, isRight: (one: DatedFact) => boolean): CompanyFigure {
  const inTime = facts.filter((one) => one.end <= bounds.to && isRight(one));
  if (inTime.length === 0) return missing('not-filed');
  const [first, ...others] = inTime.filter((one) => one.end >= bounds.from);
  if (first === undefined) return missing('stale');
  const newest = others.reduce((best, one) => (one.start + one.end > best.start + best.end ? one : best), first);
  if (newest.isDisputed) return missing('conflicting');
  const { fact } = newest;
  return { kind: 'known', value: fact.value, start: fact.start, end: fact.end, parts: [{ fact, sign: 1 }] };
}
