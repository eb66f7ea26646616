/** Lines of holdings files to instruments, and from there to who holds an instrument. */
import type { FundHoldings, HoldingLine, Membership } from '../market/holdings.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import { joinSymbol } from '../market/symbols.ts';
import type { Pace } from './pace.ts';

/** A line of a holdings file with the instrument that its symbol means; null for cash and what no list has. */
export interface JoinedLine extends HoldingLine {
  readonly instrument: InstrumentId | null;
}

/** A fund's holdings with the instruments that its lines mean. */
export interface JoinedHoldings extends Omit<FundHoldings, 'lines'> {
  readonly lines: readonly JoinedLine[];
}

/** Joins every line of share that has a symbol; cash, derivatives and unlisted lines stay without an instrument. */
export async function joinHoldings(
  all: readonly FundHoldings[],
  instruments: readonly Instrument[],
  pace: Pace,
): Promise<readonly JoinedHoldings[]> {
  const listed = new Set(instruments.filter(({ kind }) => kind === 'stock' || kind === 'fund').map(({ id }) => id));
  const isListed = (symbol: string): boolean => listed.has(symbol);
  const joined: JoinedHoldings[] = [];
  for (const holdings of all) {
    const lines = holdings.lines.map((line): JoinedLine => {
      const isShare = line.kind === 'equity' && !line.isUnlisted && line.printedSymbol !== null;
      return { ...line, instrument: isShare ? joinSymbol(line.printedSymbol ?? '', isListed) : null };
    });
    joined.push({ ...holdings, lines });
    await pace();
  }
  return joined;
}

/** Who holds what, heaviest first. Two lines of one instrument in one fund are added up. */
export function membershipsOf(all: readonly JoinedHoldings[]): ReadonlyMap<InstrumentId, readonly Membership[]> {
  const heldBy = new Map<InstrumentId, Map<InstrumentId, Membership>>();
  for (const { fund, asOf, source, lines } of all) {
    for (const { instrument, weightPercent } of lines) {
      if (instrument === null) continue;
      const holders = heldBy.get(instrument) ?? new Map<InstrumentId, Membership>();
      const weight = (holders.get(fund)?.weightPercent ?? 0) + weightPercent;
      holders.set(fund, { holder: fund, weightPercent: weight, asOf, source });
      heldBy.set(instrument, holders);
    }
  }
  return new Map(
    [...heldBy].map(([instrument, holders]) => [instrument, [...holders.values()].sort((a, b) => b.weightPercent - a.weightPercent)]),
  );
}
