import type { Evidence, Finding } from '../check/finding.ts';
import { evidenceDates } from './evidence-words.ts';
import { fill } from './fill.ts';
import { ENGLISH, type Language } from './language.ts';
import { noteSentences, reasonSentence } from './reasons.ts';
import { verdictName } from './summary.ts';
import { printable } from './wrap.ts';

/** One finding as plain text for the clipboard: quote, verdict, reason, then each source on a line of its own. */
export function copyText(finding: Finding, language: Language = ENGLISH): string {
  const head = fill(language.words.exports.copied, {
    quote: printable(finding.claim.quote),
    verdict: verdictName(finding.verdict, language),
    reason: [reasonSentence(finding, language), ...noteSentences(finding, language)].join(' '),
  });
  return [head, ...sourcesOf(finding.evidence).map((item) => sourceText(item, language))].join('\n');
}

function sourceText(item: Evidence, language: Language): string {
  const { title, url } = item.source;
  const { words } = language;
  return fill(url === null ? words.exports.source : words.exports.linked, { title: printable(title), asOf: evidenceDates(item, language), url });
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
