/** Figures in a row: "24, 23 and 21 times the earnings expected" says of each what it says of the last. */
import type { Quantity } from '../text/quantities.ts';
import type { Token } from '../text/tokens.ts';

const SHARED_UNITS: ReadonlySet<Quantity['unit']> = new Set(['x', '%', 'bps', 'pp']);

/** True when nothing but commas and "and" stands between two token indices. */
export function areInList(tokens: readonly Token[], from: number, to: number): boolean {
  if (from >= to || to - from > 3) return false;
  for (let i = from; i < to; i += 1) if (!/^(?:,|and|or|&)$/.test(tokens[i]!.lower)) return false;
  return true;
}

/** Figures to either side that are looked at: a page of figures alone is no list. */
const LONGEST_LIST = 12;

/** The figures of the list that holds this one, left to right; itself alone when it stands in none. */
export function figureList(tokens: readonly Token[], quantities: readonly Quantity[], quantity: Quantity): readonly Quantity[] {
  const at = quantities.indexOf(quantity);
  let from = at;
  let to = at + 1;
  while (from > 0 && at - from < LONGEST_LIST && areInList(tokens, quantities[from - 1]!.to, quantities[from]!.hedgedFrom)) from -= 1;
  while (to < quantities.length && to - at < LONGEST_LIST && areInList(tokens, quantities[to - 1]!.to, quantities[to]!.hedgedFrom)) to += 1;
  return quantities.slice(from, to);
}

/** "27 and 25 times", "2, 3 and 4%": the unit of the last figure is that of the bare ones before it. */
export function withListUnits(tokens: readonly Token[], quantities: readonly Quantity[]): readonly Quantity[] {
  const result = [...quantities];
  for (let i = result.length - 2; i >= 0; i -= 1) {
    const [own, next] = [result[i]!, result[i + 1]!];
    const isBare = own.unit === 'plain' && !own.isYear && !own.isFraction && own.compound === null && !own.signed;
    if (isBare && SHARED_UNITS.has(next.unit) && areInList(tokens, own.to, next.hedgedFrom)) result[i] = { ...own, unit: next.unit };
  }
  return result;
}
