/** Headings: marked as such, or short lines that stand above text. They say whom and when what follows is about. */
import type { BlockReading } from './reading.ts';

const LONGEST_HEADING = 14;

/**
 * How far up a block's heading counts (0 the title, 6 the smallest), or null for a block that heads nothing. A short
 * paragraph without a full stop and without a figure of its own is a heading where more text follows.
 */
export function headingLevel(readings: readonly BlockReading[], index: number): number | null {
  const reading = readings[index]!;
  const { kind, level } = reading.block;
  if (kind === 'title') return 0;
  if (kind === 'heading') return level ?? 2;
  const { tokens } = reading;
  if (kind !== 'paragraph' || tokens.length === 0 || tokens.length > LONGEST_HEADING || /^[.!;,]$/.test(tokens.at(-1)!.lower)) return null;
  if (reading.quantities.some((quantity) => quantity.unit !== 'plain' || quantity.halfUnit < 0.5)) return null;
  const next = readings[index + 1];
  if (next === undefined) return null;
  if (isFigureLine(next)) return null;
  // The names in a list of names and figures head nothing.
  const isInList = tokens.length <= 6 && [1, 2].some((back) => index - back >= 0 && isFigureLine(readings[index - back]!));
  return isInList ? null : index === 0 ? 1 : 5;
}

function isFigureLine(reading: BlockReading): boolean {
  return reading.quantities.length > 0 && reading.tokens.length <= 6 && reading.mentions.length === 0;
}
