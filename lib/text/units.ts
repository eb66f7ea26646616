import type { Token } from './tokens.ts';

/**
 * What the figure counts in, as written. `fold` is a growth factor turned into percent ("tripled" is 200); `foreign` is
 * money that is not US dollars; `measure` is a unit of something else, glued to the digits ("10km"); `plain` has no unit.
 */
export type QuantityUnit = '%' | 'pp' | 'bps' | 'x' | 'fold' | 'USD' | 'points' | 'foreign' | 'measure' | 'plain';

/** A unit with the factor that turns cents into dollars, and the token index behind it. */
export interface UnitMatch {
  readonly unit: QuantityUnit;
  readonly to: number;
  readonly factor: number;
}

/** Units of one word. */
const WORDS: Readonly<Record<string, readonly [QuantityUnit, factor?: number]>> = {
  pp: ['pp'], ppt: ['pp'], ppts: ['pp'], bps: ['bps'], bp: ['bps'], x: ['x'], times: ['x'], fold: ['fold'],
  points: ['points'], point: ['points'], pts: ['points'],
  cents: ['USD', 0.01], cent: ['USD', 0.01], '¢': ['USD', 0.01], dollars: ['USD'], usd: ['USD'], bucks: ['USD'],
  '€': ['foreign'], '£': ['foreign'], '₹': ['foreign'],
};

/** Money of other countries; "pound" and "dollar" alone may be a weight or a share of one, so they need their plural. */
const FOREIGN: ReadonlySet<string> = new Set(
  ('euro euros eur yen jpy yuan renminbi rmb cny pounds sterling gbp pence rupee rupees inr won krw franc francs chf krona kronor sek krone kroner nok dkk ' +
    'peso pesos real reais ruble rubles rouble roubles lira liras rand zloty ringgit baht shekel shekels dirham dirhams riyal riyals cad aud nzd hkd sgd').split(' '),
);

/** Whose dollars, pesos or crowns: "Canadian dollars". */
const ADJECTIVES = new Set('canadian australian singapore taiwan mexican swiss swedish norwegian danish japanese chinese indian british turkish brazilian korean new hong'.split(' '));

/** The unit that starts at token `at` (a glued hyphen before it is skipped), or null. */
export function unitAt(tokens: readonly Token[], at: number, end: number): UnitMatch | null {
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
    case 'percent':
    case 'percents':
      return percentOrPoints(tokens, i + 1);
    case 'per':
      return next === 'cent' ? percentOrPoints(tokens, i + 2) : null;
    case 'percentage':
      return percentOrPoints(tokens, i + 1);
    case 'full':
      return next === 'percentage' ? { unit: 'pp', to: i + 3, factor: 1 } : null;
    case 'basis':
      return next === 'points' || next === 'point' ? { unit: 'bps', to: i + 2, factor: 1 } : null;
    case 'us':
    case 'american':
      return next === 'dollars' || next === 'dollar' ? { unit: 'USD', to: i + 2, factor: 1 } : null;
    default:
      break;
  }
  const known = WORDS[token.lower];
  // "£5" behind a figure opens the next one.
  if (known !== undefined) return known[0] === 'foreign' && tokens[i + 1]?.glued === true && tokens[i + 1]!.kind === 'number' ? null : { unit: known[0], to: i + 1, factor: known[1] ?? 1 };
  if (FOREIGN.has(token.lower)) return isMoney(token, next) ? { unit: 'foreign', to: i + 1, factor: 1 } : null;
  if (!ADJECTIVES.has(token.lower)) return null;
  // "New Zealand", "Hong Kong"
  const to = /^(?:zealand|kong)$/.test(next ?? '') ? i + 2 : i + 1;
  const money = tokens[to]?.lower ?? '';
  return FOREIGN.has(money) || /^(?:dollars?|crowns?)$/.test(money) ? { unit: 'foreign', to: to + 1, factor: 1 } : null;
}

/** "won" is a verb and "real" an adjective unless they end the figure's phrase. */
function isMoney(token: Token, next: string | undefined): boolean {
  return !/^(?:won|real|sterling|rand)$/.test(token.lower) || next === undefined || /^[.,;:)]$/.test(next);
}

/** "3 percent", "3 percent points", "3 percentage points". */
function percentOrPoints(tokens: readonly Token[], at: number): UnitMatch {
  const word = tokens[at]?.lower;
  if (word === 'points' || word === 'point' || word === 'pts') return { unit: 'pp', to: at + 1, factor: 1 };
  return { unit: '%', to: at, factor: 1 };
}
