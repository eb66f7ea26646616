import { isPartial } from './observation.ts';
import type { Coverage } from './observation.ts';
import type { CompanyRow, Portfolio } from './portfolio.ts';
import type { CompanyFigure } from './ttm.ts';

/** What every figure of an index or fund comes with. */
interface Computed {
  readonly coverage: Coverage;
  /** Too little is covered for the figure to speak for the whole: shown as partial, never what a claim is wrong by. */
  readonly isPartial: boolean;
  /** The earliest and the latest day on which one of its inputs ends, `YYYY-MM-DD`; null where nothing went in. */
  readonly inputs: { readonly earliest: string; readonly latest: string } | null;
  /** The companies that went in. */
  readonly rows: readonly CompanyRow[];
}

/** A share in percent (12.7 means 12.7 %) or a number; null where nothing went in. */
export interface ComputedFigure extends Computed {
  readonly value: number | null;
}

/** A multiple: value over earnings, books or sales. */
export interface ComputedMultiple extends Computed {
  /** Null where it is no number: nothing went in, or what it is a multiple of comes to nothing or less. */
  readonly value: number | null;
  /**
   * One over the multiple, in percent; stays a number when losses exceed earnings and the multiple is none. Null where
   * nothing went in.
   */
  readonly yieldPercent: number | null;
  /** Losses (or debts) exceed earnings (or assets): reported as this, as a negative multiple orders nothing. */
  readonly isNegative: boolean;
}

/** Everything that is computed for a fund, and by it for the index that it tracks. */
export interface IndexFigures {
  readonly portfolio: Portfolio;
  /** Share lines, and companies with all their classes as one. */
  readonly constituents: { readonly lines: ComputedFigure; readonly companies: ComputedFigure };
  /** Companies with a loss over twelve months, in percent of the companies and of the weight whose profit is known. */
  readonly unprofitable: { readonly byCount: ComputedFigure; readonly byWeight: ComputedFigure };
  readonly pe: {
    /** All market value over all earnings of the companies that earn something. */
    readonly aggregateWithoutLosses: ComputedMultiple;
    /** Weighted harmonic mean of the P/E of the companies that earn something: their weight over weighted earnings yields. */
    readonly harmonicWithoutLosses: ComputedMultiple;
    /** The same with no single P/E above 60, as fund issuers publish it. */
    readonly cappedWithoutLosses: ComputedMultiple;
    /** Weight over weighted earnings yields of all companies, losses taken off. */
    readonly everyone: ComputedMultiple;
  };
  /** Over weighted book yields and sales yields of all companies. */
  readonly pb: ComputedMultiple;
  readonly ps: ComputedMultiple;
  /** By GICS sector, the heaviest first, in percent of all share lines. */
  readonly sectors: readonly (ComputedFigure & { readonly sector: string })[];
  /** The ten heaviest share lines, and the ten heaviest companies. */
  readonly topTen: { readonly lines: ComputedFigure; readonly companies: ComputedFigure };
}

/** iShares leaves companies with negative earnings out and takes a P/E above 60 for 60 (`metrics/pe.ts`). */
const ISSUERS_CAP = 60;

/** The figures of one fund's portfolio. Scaling all weights, or giving the lines in another order, changes none. */
export function indexFigures(portfolio: Portfolio): IndexFigures {
  const { companies } = portfolio;
  const rows = companies.map(measuredOf);
  const total = { count: companies.length, weight: sumOf(companies, ({ weightPercent }) => weightPercent) };
  const withIncome = rows.filter(({ income }) => income !== null);
  const losers = withIncome.filter(({ income }) => (income ?? 0) < 0);
  const earners = rows.filter((one) => (one.income ?? 0) > 0 && one.earningsYield !== null);
  // To be left out a company needs no market value, to be counted it does.
  const leftOut = withIncome.filter(({ income }) => (income ?? 0) <= 0);
  const forWithout = computedOf([...earners, ...leftOut], total, 'netIncome');
  const without = { ...forWithout, rows: earners.map(({ row }) => row), inputs: inputsOf(earners, 'netIncome') };
  return {
    portfolio,
    constituents: constituentsOf(portfolio),
    unprofitable: {
      byCount: { ...computedOf(withIncome, total, 'netIncome'), value: percentOf(losers.length, withIncome.length) },
      byWeight: { ...computedOf(withIncome, total, 'netIncome'), value: percentOf(weightOf(losers), weightOf(withIncome)) },
    },
    pe: {
      aggregateWithoutLosses: multipleOf(without, sumOf(earners, ({ income }) => income ?? 0), sumOf(earners, ({ value }) => value ?? 0)),
      harmonicWithoutLosses: weightedMultiple(without, earners, ({ earningsYield }) => earningsYield ?? 0),
      cappedWithoutLosses: weightedMultiple(without, earners, ({ earningsYield }) => Math.max(earningsYield ?? 0, 1 / ISSUERS_CAP)),
      everyone: multipleBy('earningsYield', 'netIncome', rows, total),
    },
    pb: multipleBy('bookYield', 'equity', rows, total),
    ps: multipleBy('salesYield', 'revenue', rows, total),
    sectors: sectorsOf(portfolio),
    topTen: topTenOf(portfolio),
  };
}

type Input = 'netIncome' | 'equity' | 'revenue';

/** A company with its numbers taken out of their envelopes: null for what is not known. */
interface Measured {
  readonly row: CompanyRow;
  readonly weight: number;
  readonly value: number | null;
  readonly income: number | null;
  /** Income, book value and sales over market value: what weights can be put to, unlike the multiples themselves. */
  readonly earningsYield: number | null;
  readonly bookYield: number | null;
  readonly salesYield: number | null;
}

function measuredOf(row: CompanyRow): Measured {
  const value = row.marketValue.kind === 'known' ? row.marketValue.usd : null;
  const over = (figure: CompanyFigure | undefined): number | null =>
    figure?.kind === 'known' && value !== null ? figure.value / value : null;
  const { figures } = row;
  return {
    row,
    weight: row.weightPercent,
    value,
    income: figures?.netIncome.kind === 'known' ? figures.netIncome.value : null,
    earningsYield: over(figures?.netIncome),
    bookYield: over(figures?.equity),
    salesYield: over(figures?.revenue),
  };
}

interface Whole {
  readonly count: number;
  readonly weight: number;
}

function computedOf(known: readonly Measured[], whole: Whole, input: Input): Computed {
  const coverage = {
    counted: known.length,
    total: whole.count,
    weight: whole.weight > 0 ? Math.min(1, weightOf(known) / whole.weight) : 0,
  };
  return { coverage, isPartial: isPartial(coverage), inputs: inputsOf(known, input), rows: known.map(({ row }) => row) };
}

function inputsOf(known: readonly Measured[], input: Input): Computed['inputs'] {
  let earliest: string | null = null;
  let latest: string | null = null;
  for (const { row } of known) {
    const figure = row.figures?.[input];
    if (figure?.kind !== 'known') continue;
    const { end } = figure;
    // Most end on the same few days.
    if (end === earliest || end === latest) continue;
    if (earliest === null || end < earliest) earliest = end;
    if (latest === null || end > latest) latest = end;
  }
  return earliest === null || latest === null ? null : { earliest, latest };
}

/**
 * Weights over weighted yields: for weights by market value that is all of the fund's money over all that is earned for
 * it. A mean of the multiples themselves would let one company that earns next to nothing decide.
 */
function multipleBy(
  key: 'earningsYield' | 'bookYield' | 'salesYield',
  input: Input,
  rows: readonly Measured[],
  whole: Whole,
): ComputedMultiple {
  const known = rows.filter((one) => one[key] !== null);
  return weightedMultiple(computedOf(known, whole, input), known, (one) => one[key] ?? 0);
}

function weightedMultiple(computed: Computed, known: readonly Measured[], yieldOf: (one: Measured) => number): ComputedMultiple {
  return multipleOf(computed, sumOf(known, (one) => one.weight * yieldOf(one)), weightOf(known));
}

function multipleOf(computed: Computed, below: number, above: number): ComputedMultiple {
  const isKnown = above > 0;
  return {
    ...computed,
    value: isKnown && below > 0 ? above / below : null,
    yieldPercent: isKnown ? (below / above) * 100 : null,
    isNegative: isKnown && below <= 0,
  };
}

/** Figures of the holdings alone: nothing of them is missing. */
function ofHoldings(portfolio: Portfolio, rows: readonly CompanyRow[], value: number | null, coverage: Coverage): ComputedFigure {
  const inputs = rows.length > 0 ? { earliest: portfolio.asOf, latest: portfolio.asOf } : null;
  return { value, coverage, isPartial: isPartial(coverage), inputs, rows };
}

/** All share lines, or all companies; a line that is joined to no filer counts as a company, so the coverage says how many are. */
function constituentsOf(portfolio: Portfolio): IndexFigures['constituents'] {
  const { companies, lines } = portfolio;
  const joined = companies.filter(({ cik }) => cik !== null);
  const whole = sumOf(companies, ({ weightPercent }) => weightPercent);
  const isFilled = companies.length > 0;
  return {
    lines: ofHoldings(portfolio, companies, lines.length, { counted: lines.length, total: lines.length, weight: isFilled ? 1 : 0 }),
    companies: ofHoldings(portfolio, companies, companies.length, {
      counted: joined.length,
      total: companies.length,
      weight: whole > 0 ? Math.min(1, sumOf(joined, ({ weightPercent }) => weightPercent) / whole) : 0,
    }),
  };
}

/** Lines without a sector belong to none: they are part of the whole, and the coverage says how much of it. */
function sectorsOf(portfolio: Portfolio): IndexFigures['sectors'] {
  const bySector = new Map<string, { weight: number; rows: CompanyRow[] }>();
  for (const row of portfolio.companies) {
    if (row.sector === null) continue;
    const known = bySector.get(row.sector);
    if (known === undefined) bySector.set(row.sector, { weight: row.weightPercent, rows: [row] });
    else {
      known.weight += row.weightPercent;
      known.rows.push(row);
    }
  }
  const known = [...bySector.values()];
  const coverage = {
    counted: sumOf(known, ({ rows }) => rows.length),
    total: portfolio.companies.length,
    weight: Math.min(1, sumOf(known, ({ weight }) => weight) / 100),
  };
  return [...bySector]
    .map(([sector, { weight, rows }]) => ({ ...ofHoldings(portfolio, rows, weight, coverage), sector }))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.sector < b.sector ? -1 : 1));
}

function topTenOf(portfolio: Portfolio): IndexFigures['topTen'] {
  const lines = portfolio.lines.slice(0, 10);
  const companies = portfolio.companies.slice(0, 10);
  const whole = (total: number): Coverage => ({ counted: total, total, weight: total > 0 ? 1 : 0 });
  const held = new Set(lines.map(({ constituent }) => constituent));
  return {
    lines: ofHoldings(
      portfolio,
      portfolio.companies.filter((row) => row.lines.some((line) => held.has(line))),
      lines.length > 0 ? sumOf(lines, ({ weightPercent }) => weightPercent) : null,
      whole(portfolio.lines.length),
    ),
    companies: ofHoldings(
      portfolio,
      companies,
      companies.length > 0 ? sumOf(companies, ({ weightPercent }) => weightPercent) : null,
      whole(portfolio.companies.length),
    ),
  };
}

function weightOf(rows: readonly Measured[]): number {
  return sumOf(rows, ({ weight }) => weight);
}

function sumOf<T>(items: readonly T[], numberOf: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += numberOf(item);
  return sum;
}

function percentOf(part: number, whole: number): number | null {
  return whole > 0 ? (part / whole) * 100 : null;
}
