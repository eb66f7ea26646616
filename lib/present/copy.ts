import type { Evidence, Finding } from '../check/finding.ts';
import { DEFAULT_LOCALE } from './dates.ts';
import { evidenceDates } from './evidence-words.ts';
import { fill } from './fill.ts';
import { noteSentences, reasonSentence } from './reasons.ts';
import { printable } from './wrap.ts';
import { EXPORT, VERDICT_WORDS } from './words.ts';

/** One finding as plain text for the clipboard: quote, verdict, reason, then each source on a line of its own. */
export function copyText(finding: Finding, locale: string = DEFAULT_LOCALE): string {
  const head = fill(EXPORT.copied, {
    quote: printable(finding.claim.quote),
    verdict: VERDICT_WORDS[finding.verdict],
    reason: [reasonSentence(finding, locale), ...noteSentences(finding, locale)].join(' '),
  });
  return [head, ...sourcesOf(finding.evidence).map((item) => sourceText(item, locale))].join('\n');
}

function sourceText(item: Evidence, locale: string): string {
  const { title, url } = item.source;
  return fill(url === null ? EXPORT.source : EXPORT.linked, { title: printable(title), asOf: evidenceDates(item, locale), url });
}

/** Evidence by source, in order of appearance; no group is empty. */
export function bySource(evidence: readonly Evidence[]): [Evidence, ...Evidence[]][] {
  const groups = new Map<string, [Evidence, ...Evidence[]]>();
  for (const item of evidence) {
    const key = `${item.source.title}|${item.source.url}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** The first evidence of each source and date, in order. */
function sourcesOf(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((item) => {
    const key = [item.source.title, item.source.url, item.asOf.from, item.asOf.to].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
