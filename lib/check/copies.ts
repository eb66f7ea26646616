import type { Finding } from './finding.ts';

/**
 * Lists a claim once when the page holds it several times (an article inside its own page, a teaser): same metric, value,
 * parties, period, component and words. The first in reading order stays and carries the ids of the others.
 */
export function mergeCopies(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, { finding: Finding; copies: number[] }>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const known = first.get(key);
    if (known) known.copies.push(finding.claim.id);
    else first.set(key, { finding, copies: [] });
  }
  return [...first.values()].map(({ finding, copies }) => (copies.length === 0 ? finding : { ...finding, copies }));
}

function keyOf({ claim }: Finding): string {
  const { low, high, text } = claim.value;
  return JSON.stringify([
    claim.metric,
    low,
    high,
    text,
    claim.subject,
    claim.benchmark,
    claim.period,
    claim.component,
    claim.definition,
    claim.entryDay,
    claim.quote.toLowerCase(),
  ]);
}
