import type { Verdict } from '../lib/check/finding.ts';

/** The lines under the words, in small: solid, dashed, double, wavy, dotted. */
const SHAPES: Record<Verdict, string> = {
  supported: 'M1 6H23',
  'definition-dependent': 'M1 6H6.5M9.2 6H14.8M17.5 6H23',
  outdated: 'M1 4H23M1 8H23',
  contradicted: 'M1 6Q3.75 1 6.5 6T12 6T17.5 6T23 6',
  unverifiable: 'M2 6H2.01M6.9 6H6.91M11.8 6H11.81M16.7 6H16.71M21.6 6H21.61',
};

/** A verdict's line as a small picture; the word beside it says the same, so it is hidden from screen readers. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return (
    <svg class={`tm-mark tm-${verdict}`} viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">
      <path d={SHAPES[verdict]} fill="none" stroke="currentColor" stroke-width={verdict === 'outdated' ? 1.6 : 2.4} stroke-linecap="round" />
    </svg>
  );
}
