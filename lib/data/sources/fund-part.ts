/** What sources of funds have in common: the day that they speak for, and a fund's holdings made of a file's lines. */
import type { FundHoldings } from '../../market/holdings.ts';
import type { Source } from '../../market/observation.ts';
import { countedLines, holdingLines } from './holding-lines.ts';
import type { PrintedHolding } from './holding-lines.ts';
import { notAfter } from './plausible.ts';
import { counted } from './printed.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { FaultPlace } from './source-format-error.ts';
import type { SourceContext, SourcePart } from './source.ts';

/**
 * The day that a body speaks for.
 *
 * @throws {SourceFormatError} when it states none, or one that is still to come.
 */
export function statedDay(file: string, day: string | null, { today }: SourceContext, place: FaultPlace = {}): string {
  if (day === null) throw new SourceFormatError(file, 'it does not say for which day it is', place);
  return notAfter(file, day, today, place);
}

/** What a body of holdings says. */
export interface HoldingsBody {
  /** Null where the file states none. */
  readonly asOf: string | null;
  readonly holdings: readonly PrintedHolding[];
  readonly source: Source;
}

/**
 * The holdings of one fund as a part of a source.
 *
 * @throws {SourceFormatError} when the body has no day, or its lines are not those of a whole fund.
 */
export function holdingsPart(file: string, fund: string, body: HoldingsBody, context: SourceContext): SourcePart {
  const asOf = statedDay(file, body.asOf, context);
  const holdings: FundHoldings = { fund, asOf, lines: holdingLines(file, body.holdings), source: body.source };
  return { asOf, summary: holdingsSummary(holdings), holdings: [holdings] };
}

/** "1,915 holdings": shares that count as constituents. */
export function holdingsSummary({ lines }: Pick<FundHoldings, 'lines'>): string {
  return counted(countedLines(lines).length, 'holding');
}
