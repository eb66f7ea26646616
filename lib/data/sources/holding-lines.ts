/**
 * From the lines of an issuer's holdings file to the project's: what each line is, and what it weighs. Issuers round
 * printed weights (iShares to 0.01, so that more than half of a broad fund's lines read 0.00), print swaps as equity, and
 * keep contingent rights of companies long gone.
 */
import type { HoldingKind, HoldingLine } from '../../market/holdings.ts';
import { sectorNamed } from '../../market/sectors.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { FaultPlace } from './source-format-error.ts';

/** One line as printed. Texts are null where the file has none; money in US dollars, weights in percent of the fund. */
export interface PrintedHolding {
  readonly place: FaultPlace;
  readonly symbol: string | null;
  readonly name: string;
  readonly sector: string | null;
  /** Everything that the file says of the kind of security: asset class, type, class of share. */
  readonly classes: readonly string[];
  readonly exchange: string | null;
  readonly weightPercent: number | null;
  readonly marketValueUsd: number | null;
  readonly quantity: number | null;
  readonly priceUsd: number | null;
}

/** In the order in which they are looked for: a total return swap on a share is printed as both. */
const CLASSES: readonly (readonly [RegExp, HoldingKind])[] = [
  [/\b(?:futures?|swaps?|forwards?|options?|warrants?|rights?|index|derivatives?|fx)\b/i, 'derivative'],
  [/\b(?:cash|currency|money market|stif|collateral|margins?|deposits?|repo|repurchase|dividends?)\b/i, 'cash'],
  [/\b(?:equity|equities|stocks?|shares?|common|ordinary|adrs?|deposit[ao]ry|reits?|real estate|partnerships?|units?)\b/i, 'equity'],
];

/** For files without classes. Names of companies are to pass: "Cash America", "Dollar Tree". */
const NAMES: readonly (readonly [RegExp, HoldingKind])[] = [
  [/\be-?mini\b|\bfutures\b|\b(?:warrants?|wts)\b/i, 'derivative'],
  [/\b(?:us dollars?|usd cash|cash collateral|money market|pending dividends|net other assets|trsy oblig|government (?:&|and) agency)\b/i, 'cash'],
  [/^(?:usd|cash|net cash|cash (?:&|and) (?:other|equivalents|cash equivalents))$/i, 'cash'],
];

/** No fund has more lines; the broadest of the world hold about 10,000. */
const MAX_LINES = 30_000;
const MAX_NAME = 200;

/** Warrants stand among the shares of every issuer. */
const WARRANT = /\b(?:warrants?|wts)\b/i;

/** What is left of a company that was bought: rights to a later payment, shares in escrow, private ones. */
const LEFTOVER = /\b(?:cvr|prvt)$|\bescrow\b|\bcontingent value\b/i;

/** `P5N994`: what issuers print where there is no symbol. Symbols of six characters have no digits. */
const PLACEHOLDER = /^(?=.*\d)(?=.*[a-z])[a-z0-9]{6,}$/i;

/** Printed weights of a whole fund add up to this; below 100 by what rounding hides (98.29 in a Russell 3000 fund). */
const WHOLE_FUND = { from: 90, to: 110 };
/** A printed weight lies no further from the one by market value, in points: the columns are others otherwise. */
const MAX_WEIGHT_GAP = 0.5;

/** A symbol as printed; null for "-" and the like. NA and NULL are symbols, here. */
export function symbolIn(printed: string | null | undefined): string | null {
  const symbol = printed?.trim() ?? '';
  return /^[-–—.]*$/.test(symbol) ? null : symbol.slice(0, MAX_NAME);
}

/**
 * The lines with kinds and weights. Weights are shares of the market value where every line has one; printed ones where
 * not, fractions of one turned into percent.
 *
 * @throws {SourceFormatError} when there is no share among the lines, when they are not those of a whole fund, when a
 * line stands twice, or when weights and market values contradict each other.
 */
export function holdingLines(file: string, printed: readonly PrintedHolding[]): HoldingLine[] {
  if (printed.length > MAX_LINES) throw new SourceFormatError(file, `${printed.length} lines are more than any fund holds`);
  refuseRepeats(file, printed);
  const kinds = printed.map(kindOf);
  const weights = weightsOf(file, printed, kinds);
  const lines = printed.map((line, at): HoldingLine => {
    const kind = kinds[at]!;
    return {
      printedSymbol: line.symbol,
      name: line.name.slice(0, MAX_NAME),
      sector: line.sector === null ? null : sectorNamed(line.sector),
      kind,
      isUnlisted: kind === 'equity' && isUnlisted(line),
      weightPercent: weights[at]!,
      marketValueUsd: line.marketValueUsd,
      quantity: line.quantity,
      // Of cash, files print 1.00 or 100.00 as its price.
      priceUsd: kind === 'equity' ? line.priceUsd : null,
    };
  });
  if (lines.every((line) => line.kind !== 'equity' || line.isUnlisted)) {
    throw new SourceFormatError(file, 'there is no listed share among the lines');
  }
  return lines;
}

/** The shares that count as constituents. */
export function countedLines(lines: readonly HoldingLine[]): readonly HoldingLine[] {
  return lines.filter(({ kind, isUnlisted }) => kind === 'equity' && !isUnlisted);
}

function kindOf({ classes, name, symbol }: PrintedHolding): HoldingKind {
  if (classes.length > 0) {
    const found = CLASSES.find(([words]) => classes.some((text) => words.test(text)))?.[1] ?? 'other';
    return found === 'equity' && WARRANT.test(name) ? 'derivative' : found;
  }
  return NAMES.find(([words]) => words.test(name))?.[1] ?? (symbol === 'USD' ? 'cash' : 'equity');
}

function isUnlisted({ symbol, name, exchange }: PrintedHolding): boolean {
  return symbol === null || PLACEHOLDER.test(symbol) || /no market|unlisted/i.test(exchange ?? '') || LEFTOVER.test(name);
}

function weightsOf(file: string, printed: readonly PrintedHolding[], kinds: readonly HoldingKind[]): number[] {
  const stated = statedWeights(file, printed);
  const total = printed.reduce((sum, { marketValueUsd }) => sum + (marketValueUsd ?? 0), 0);
  // A line without value weighs nothing, or the values are not all there.
  const hasValues = printed.every(({ marketValueUsd }, at) => marketValueUsd !== null || Math.abs(stated?.[at] ?? 0) < 0.01);
  if (!hasValues || total <= 0) {
    if (stated === null) throw new SourceFormatError(file, 'there is neither a weight nor a market value for every line');
    return stated;
  }
  return printed.map(({ marketValueUsd, place }, at) => {
    const weight = ((marketValueUsd ?? 0) / total) * 100;
    const gap = stated === null || kinds[at] !== 'equity' ? 0 : Math.abs(stated[at]! - weight);
    if (gap > MAX_WEIGHT_GAP) {
      throw new SourceFormatError(file, `the weight ${stated![at]} does not fit the market value, which is ${weight.toFixed(2)} % of all`, place);
    }
    return weight;
  });
}

/** The printed weights in percent; null where the file has none, or nothing but zeros, as one that rounds them all. */
function statedWeights(file: string, printed: readonly PrintedHolding[]): number[] | null {
  const weights = printed.map(({ weightPercent }) => weightPercent ?? 0);
  if (weights.every((weight) => weight === 0)) return null;
  const sum = weights.reduce((a, b) => a + b, 0);
  const isFractions = sum > WHOLE_FUND.from / 100 && sum < WHOLE_FUND.to / 100;
  const percent = isFractions ? weights.map((weight) => weight * 100) : weights;
  const whole = isFractions ? sum * 100 : sum;
  if (whole < WHOLE_FUND.from || whole > WHOLE_FUND.to) {
    throw new SourceFormatError(file, `the weights add up to ${sum.toFixed(2)}; about 100 was expected`);
  }
  return percent;
}

/** The same security may stand twice, in two lots; a line that repeats another to the last figure is a fault. */
function refuseRepeats(file: string, printed: readonly PrintedHolding[]): void {
  const seen = new Set<string>();
  for (const line of printed) {
    if (line.symbol === null || (line.marketValueUsd ?? line.weightPercent ?? 0) === 0) continue;
    const key = JSON.stringify([line.symbol, line.name, line.classes, line.weightPercent, line.marketValueUsd, line.quantity]);
    if (seen.has(key)) throw new SourceFormatError(file, `${line.symbol} stands twice with the same figures`, line.place);
    seen.add(key);
  }
}
