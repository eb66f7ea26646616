import type { CompanyFigures } from './company-figures.ts';
import type { FundHoldings, HoldingLine } from './holdings.ts';
import type { InstrumentId } from './instrument.ts';
import type { MissingReason } from './ttm.ts';

/** A line of a fund's holdings, joined to what it is a share of. */
export interface Constituent {
  readonly line: HoldingLine;
  /** Null when the printed symbol is on no list. */
  readonly instrument: InstrumentId | null;
  /** The SEC's number of the filer; null when it is not known. */
  readonly cik: number | null;
}

/** Who a line of holdings is; nulls for what is on no list. */
export type Join<Line extends HoldingLine = HoldingLine> = (line: Line) => {
  readonly instrument: InstrumentId | null;
  readonly cik: number | null;
};

/** Why a company's market value is not known. */
export type NoMarketValue =
  | MissingReason
  /** The line is joined to no filer. */
  | 'no-filer'
  /** The holdings file has neither a price nor a market value with a quantity. */
  | 'no-price'
  /** Its classes are priced so far apart that they are different parts of the company; one number of shares fits none. */
  | 'classes-differ'
  /** The number of shares that it filed cannot be: see `shareCounts`. */
  | 'shares-implausible';

export type MarketValue = { readonly kind: 'known'; readonly usd: number } | { readonly kind: 'missing'; readonly reason: NoMarketValue };

/** One company of a portfolio: all lines of one filer, of whatever class. The rows of the evidence page. */
export interface CompanyRow {
  readonly name: string;
  /** Null where the line could not be joined: such a line counts as a company by itself. */
  readonly cik: number | null;
  readonly lines: readonly Constituent[];
  readonly sector: string | null;
  /** Percent of all share lines, 12.7 for 12.7 %. */
  readonly weightPercent: number;
  /** Null without a filer. */
  readonly figures: CompanyFigures | null;
  /** Of the whole company, all classes, in US dollars. */
  readonly marketValue: MarketValue;
}

/** The companies of a fund, the heaviest first, and its share lines likewise. */
export interface Portfolio {
  readonly fund: InstrumentId;
  readonly asOf: string;
  readonly holdings: FundHoldings;
  readonly companies: readonly CompanyRow[];
  /** Share lines that count, with their weight over all of them in percent. */
  readonly lines: readonly { readonly constituent: Constituent; readonly weightPercent: number }[];
}

/** Classes of one company whose prices differ by more than this are not the same part of it (Berkshire's A is 1,500 B). */
const CLASS_PRICE_RATIO = 1.5;

/**
 * Joins a fund's holdings to companies. Cash, derivatives, unlisted lines and lines held short are left out; weights are
 * taken anew over what remains, so that they come to 100 % of the shares. Equal weights stay in the order of the file.
 *
 * `figuresOf` is asked once for each filer.
 */
export function portfolioOf<Line extends HoldingLine>(
  holdings: Omit<FundHoldings, 'lines'> & { readonly lines: readonly Line[] },
  join: Join<Line>,
  figuresOf: (cik: number) => CompanyFigures,
): Portfolio {
  const counted = holdings.lines.filter((line) => line.kind === 'equity' && !line.isUnlisted && line.weightPercent >= 0);
  const whole = counted.reduce((sum, line) => sum + line.weightPercent, 0);
  const percentOf = (line: HoldingLine): number => (whole > 0 ? (line.weightPercent / whole) * 100 : 0);
  const lines = counted.map((line) => ({ constituent: { line, ...join(line) }, weightPercent: percentOf(line) }));
  const drafts = byCompany(lines).map((own) => draftOf(own, figuresOf));
  const areBelieved = shareCounts(drafts);
  return {
    fund: holdings.fund,
    asOf: holdings.asOf,
    holdings,
    companies: drafts
      .map(({ row, value }, at) => ({ ...row, marketValue: areBelieved[at] === false ? missing('shares-implausible') : value }))
      .sort((a, b) => b.weightPercent - a.weightPercent),
    lines: lines.toSorted((a, b) => b.weightPercent - a.weightPercent),
  };
}

type WeightedLine = Portfolio['lines'][number];

/** Lines of one filer together, in the order of the file; a line without a filer by itself. */
function byCompany(lines: readonly WeightedLine[]): readonly (readonly WeightedLine[])[] {
  const groups: WeightedLine[][] = [];
  const byCik = new Map<number, WeightedLine[]>();
  for (const one of lines) {
    const { cik } = one.constituent;
    const known = cik === null ? undefined : byCik.get(cik);
    if (known !== undefined) {
      known.push(one);
      continue;
    }
    const group = [one];
    groups.push(group);
    if (cik !== null) byCik.set(cik, group);
  }
  return groups;
}

interface Draft {
  readonly row: Omit<CompanyRow, 'marketValue'>;
  readonly value: MarketValue;
  /** Part of the company's shares that the fund holds; null when a number is not known. */
  readonly owned: number | null;
}

function draftOf(own: readonly WeightedLine[], figuresOf: (cik: number) => CompanyFigures): Draft {
  const first = own[0]?.constituent;
  const cik = first?.cik ?? null;
  const figures = cik === null ? null : figuresOf(cik);
  const lines = own.map(({ constituent }) => constituent);
  const row = {
    name: first?.line.name ?? '',
    cik,
    lines,
    sector: lines.find(({ line }) => line.sector !== null)?.line.sector ?? null,
    weightPercent: own.reduce((sum, { weightPercent }) => sum + weightPercent, 0),
    figures,
  };
  const shares = figures?.dilutedShares;
  const held = lines.reduce((sum, { line }) => sum + (line.quantity ?? Number.NaN), 0);
  const owned = shares?.kind === 'known' && held > 0 ? held / shares.value : null;
  return { row, value: marketValueOf(figures, lines), owned };
}

/**
 * Price times diluted shares. Not the index weight turned into dollars: weights count only shares that are free to trade,
 * earnings belong to all of them. And not the shares on a report's cover: those are given class by class, and the SEC's
 * frames keep one number a filer, so that a company with two classes would be cut to one of them; the diluted average is
 * of the whole company. Of several classes in the fund, the price is their mean by shares held.
 */
function marketValueOf(figures: CompanyFigures | null, lines: readonly Constituent[]): MarketValue {
  if (figures === null) return missing('no-filer');
  const { dilutedShares } = figures;
  if (dilutedShares.kind === 'missing') return missing(dilutedShares.reason);
  const prices = lines.map(({ line }) => priceOf(line));
  const low = Math.min(...prices);
  const high = Math.max(...prices);
  // Written so that a price that is not known (NaN) fails too.
  if (!(low > 0)) return missing('no-price');
  if (high > low * CLASS_PRICE_RATIO) return missing('classes-differ');
  return { kind: 'known', usd: meanPrice(lines, prices) * dilutedShares.value };
}

function priceOf({ priceUsd, marketValueUsd, quantity }: HoldingLine): number {
  return priceUsd ?? (marketValueUsd ?? Number.NaN) / (quantity ?? Number.NaN);
}

function meanPrice(lines: readonly Constituent[], prices: readonly number[]): number {
  let worth = 0;
  let held = 0;
  lines.forEach(({ line }, at) => {
    // One share of each where the file does not say how many there are.
    const quantity = line.quantity !== null && line.quantity > 0 ? line.quantity : 1;
    worth += quantity * (prices[at] ?? 0);
    held += quantity;
  });
  return worth / held;
}

function missing(reason: NoMarketValue): MarketValue {
  return { kind: 'missing', reason };
}

/** Below this many companies their numbers of shares are not compared. */
const COMPARED_FROM = 50;
/** A fund weighted by free-floating value holds about the same part of every company: its middle half within this factor. */
const SAME_PART_WITHIN = 2;
/** Then no company can have so many fewer shares than it seems to; nor, with the smallest free float allowed, so many more. */
const TOO_FEW = 3;
const TOO_MANY = 30;

/**
 * Whether each company's number of shares is believed. Some filers give thousands for shares, and a split since the last
 * report makes the number a multiple of what the price is for; one such company could outweigh all others in a ratio of
 * sums. Nobody holds more shares than there are, and a fund weighted by free-floating value holds about the same part of
 * all of its companies (of 5 % upward that float): what lies far off is not believed. Other funds, and small ones, are only
 * asked the first.
 */
function shareCounts(drafts: readonly { readonly owned: number | null }[]): readonly boolean[] {
  const known = drafts.flatMap(({ owned }) => owned ?? []).sort((a, b) => a - b);
  const at = (part: number): number => known[Math.floor((known.length - 1) * part)] ?? Number.NaN;
  const median = at(0.5);
  const isSamePart = known.length >= COMPARED_FROM && at(0.75) <= at(0.25) * SAME_PART_WITHIN;
  return drafts.map(({ owned }) => {
    if (owned === null) return true;
    if (owned > 1) return false;
    return !isSamePart || (owned <= median * TOO_FEW && owned >= median / TOO_MANY);
  });
}
