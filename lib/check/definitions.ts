import type { Definition, MetricId } from '../market/metric.ts';
import type { Observation } from '../market/observation.ts';
import type { SubjectClaim } from './judgement.ts';

/**
 * How a figure was made, along the dimensions in which methods are documented to differ. Null where the publisher does
 * not say: silence is no difference (VERDICTS 9).
 */
export interface Method {
  readonly timing: 'trailing' | 'forward' | null;
  readonly losses: 'excl_negative' | 'incl_negative' | null;
  readonly earnings: 'operating' | 'as_reported' | null;
  readonly share: 'by_count' | 'by_weight' | null;
  /** For the ten largest: share lines counted apart, or companies with their share classes added up. */
  readonly lines: 'lines' | 'companies' | null;
}

const DIMENSIONS = ['timing', 'losses', 'earnings', 'share', 'lines'] as const satisfies readonly (keyof Method)[];

export function methodOf(observation: Observation): Method {
  const has = (definition: Definition): boolean => observation.definitions.includes(definition);
  return {
    timing: timingOf(observation.metric, has('forward'), has('trailing')),
    losses: has('excl_negative') ? 'excl_negative' : has('incl_negative') ? 'incl_negative' : null,
    earnings: has('operating') ? 'operating' : has('as_reported') ? 'as_reported' : null,
    share: has('by_count') ? 'by_count' : has('by_weight') ? 'by_weight' : null,
    lines: countingOf(observation),
  };
}

function timingOf(metric: MetricId, isForward: boolean, isTrailing: boolean): Method['timing'] {
  if (metric === 'pe_forward' || isForward) return 'forward';
  return metric === 'pe' || isTrailing ? 'trailing' : null;
}

/** The publisher's own words tell the two counts of the ten largest apart; no definition code does. */
function countingOf(observation: Observation): Method['lines'] {
  if (!observation.component?.startsWith('TOP')) return null;
  const merged = observation.component.endsWith('_COMPANIES') || /share classes (?:merged|added)|compan/i.test(observation.method);
  return merged ? 'companies' : 'lines';
}

/** Two methods that are documented to differ: in some dimension both speak and say different things. */
export function isOtherMethod(a: Method, b: Method): boolean {
  return DIMENSIONS.some((dimension) => a[dimension] !== null && b[dimension] !== null && a[dimension] !== b[dimension]);
}

/** One text for one method, to group figures by. */
export function methodKey(method: Method): string {
  return DIMENSIONS.map((dimension) => method[dimension] ?? '').join('|');
}

/** Whether the figure was made as the article says ("trailing", "loss-makers excluded"). */
export function isMadeAs(observation: Observation, stated: Definition): boolean {
  if (observation.definitions.includes(stated)) return true;
  const { timing } = methodOf(observation);
  return (stated === 'trailing' && timing === 'trailing') || (stated === 'forward' && timing === 'forward');
}

/** "Of its companies" is a share by number. */
const SAYS_NUMBER = /\bof (?:all |the |its |their ){0,3}(?:[\w&.]{1,30} ){0,4}(?:companies|firms|stocks|members|constituents|names|components)\b/i;

/** Whether a share of unprofitable companies is plainly one of their number, though the text gives no method. */
export function saysNumber(claim: Pick<SubjectClaim, 'metric' | 'quote'>): boolean {
  return claim.metric === 'unprofitable_share' && SAYS_NUMBER.test(claim.quote);
}

/** An average over a month (Shiller's figures): says little of one day in it (VERDICTS 10). */
export function isMonthlyAverage(observation: Observation): boolean {
  return /month(?:ly)?[- ]average|average price of the month/i.test(observation.method);
}

const NO_VENDOR = new Set(['the', 'and', 'inc', 'group', 'data', 'daily', 'guide', 'research', 'according', 'figures', 'says', 'index', 'fund']);

/** Whether the figure comes from the vendor that the article names. What was computed here is nobody's own figure. */
export function isFromVendor(observation: Observation, vendor: string): boolean {
  if (observation.coverage !== undefined) return false;
  const haystack = plain(`${observation.method} ${observation.source.title}`);
  const words = plain(vendor)
    .split(' ')
    .filter((word) => word.length >= 3 && !NO_VENDOR.has(word));
  return words.some((word) => ` ${haystack} `.includes(` ${word} `));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[.'’]s?\b|\./g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
