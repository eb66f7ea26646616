import type { Token } from './tokens.ts';

/**
 * What the figure counts in, as written. `fold` is a growth factor turned into percent ("tripled" is 200); `foreign` is
 * money that is not US dollars; `plain` has no unit.
 */
export type QuantityUnit = '%' | 'pp' | 'bps' | 'x' | 'fold' | 'USD' | 'points' | 'foreign' | 'plain';

/** The unit that starts at token `at` (a glued hyphen before it is skipped), with the factor that turns cents into dollars; or null. */
export function unitAt(tokens: readonly Token[], at: number, end: number): { unit: QuantityUnit; to: number; factor: number } | null {
  let i = at;
  if (i >= end) return null;
  const hyphen = tokens[i]!;
  if (hyphen.lower === '-' && hyphen.glued && tokens[i + 1]?.glued) i += 1;
  const token = tokens[i];
  if (token === undefined || i >= end) return null;
  const next = tokens[i + 1]?.lower;
  switch (token.lower) {
    case '%':
    case 'pct':
      return pointsAfter(tokens, i + 1, i + 1, '%');
    case 'percent':
      return pointsAfter(tokens, i + 1, i + 1, '%');
    case 'per':
      return next === 'cent' ? pointsAfter(tokens, i + 2, i + 2, '%') : null;
    case 'percentage':
      return next === 'point' || next === 'points' ? { unit: 'pp', to: i + 2, factor: 1 } : null;
    case 'full':
      return next === 'percentage' ? { unit: 'pp', to: i + 3, factor: 1 } : null;
    case 'pp':
    case 'ppt':
    case 'ppts':
      return { unit: 'pp', to: i + 1, factor: 1 };
    case 'basis':
      return next === 'points' || next === 'point' ? { unit: 'bps', to: i + 2, factor: 1 } : null;
    case 'bps':
    case 'bp':
      return { unit: 'bps', to: i + 1, factor: 1 };
    case 'x':
      return { unit: 'x', to: i + 1, factor: 1 };
    case 'times':
      return { unit: 'x', to: i + 1, factor: 1 };
    case 'fold':
      return { unit: 'fold', to: i + 1, factor: 1 };
    case 'points':
    case 'point':
    case 'pts':
      return { unit: 'points', to: i + 1, factor: 1 };
    case 'cents':
    case 'cent':
    case '¢':
      return { unit: 'USD', to: i + 1, factor: 0.01 };
    case 'dollars':
      return { unit: 'USD', to: i + 1, factor: 1 };
    case 'euros':
    case 'yen':
    case 'yuan':
    case 'pounds':
    case 'rupees':
    case 'pence':
      return { unit: 'foreign', to: i + 1, factor: 1 };
    default:
      return null;
  }
}

function pointsAfter(tokens: readonly Token[], at: number, to: number, unit: QuantityUnit): { unit: QuantityUnit; to: number; factor: number } {
  const word = tokens[at]?.lower;
  if (word === 'points' || word === 'point' || word === 'pts') return { unit: 'pp', to: at + 1, factor: 1 };
  return { unit, to, factor: 1 };
}
