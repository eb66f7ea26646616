import type { Finding, Verdict } from '../check/finding.ts';
import type { PageReport } from '../check/report.ts';
import { formatDate, parseDay } from './dates.ts';
import { counted, listed } from './counted.ts';
import { fill } from './fill.ts';
import { formatNumber } from './format.ts';
import { ENGLISH, type Language } from './language.ts';
import { wordOf } from './word-of.ts';

/** The order in which verdicts are listed for a reader: what needs attention first. */
export const VERDICT_ORDER: readonly Verdict[] = [
  'contradicted',
  'definition-dependent',
  'outdated',
  'supported',
  'unverifiable',
];

/** The order of the summary line. */
const SUMMARY_ORDER: readonly Verdict[] = [
  'supported',
  'definition-dependent',
  'outdated',
  'contradicted',
  'unverifiable',
];

/** How many findings have each verdict; verdicts that do not occur are 0. */
export function countVerdicts(findings: readonly Finding[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = {
    supported: 0,
    'definition-dependent': 0,
    outdated: 0,
    contradicted: 0,
    unverifiable: 0,
  };
  for (const finding of findings) counts[finding.verdict] += 1;
  return counts;
}

/** "9 claims: 5 hold, 2 depend on the definition, 1 is outdated, 1 cannot be checked". */
export function summaryLine(findings: readonly Finding[], language: Language = ENGLISH): string {
  const { summary, verdicts, lists } = language.words;
  if (findings.length === 0) return summary.none;
  const counts = countVerdicts(findings);
  const number = (n: number): string => formatNumber(n, { language });
  const parts = SUMMARY_ORDER.filter((verdict) => counts[verdict] > 0).map((verdict) =>
    counted(wordOf(verdicts, verdict).count, counts[verdict], language, number(counts[verdict])),
  );
  return fill(summary.line, {
    claims: counted(summary.claims, findings.length, language, number(findings.length)),
    parts: listed(parts, lists.comma),
  });
}

/** "Holds", "Depends on the definition". */
export function verdictName(verdict: Verdict, { words }: Language = ENGLISH): string {
  return wordOf(words.verdicts, verdict).name;
}

/** What the verdict means, for tool tips and the welcome page. */
export function verdictMeaning(verdict: Verdict, { words }: Language = ENGLISH): string {
  return wordOf(words.verdicts, verdict).meaning;
}

/** Findings by verdict in `VERDICT_ORDER`, each group in reading order; empty groups are left out. */
export function groupByVerdict(findings: readonly Finding[]): { verdict: Verdict; findings: Finding[] }[] {
  return VERDICT_ORDER.map((verdict) => ({
    verdict,
    findings: findings
      .filter((finding) => finding.verdict === verdict)
      .sort((a, b) => a.claim.span.start - b.claim.span.start),
  })).filter((group) => group.findings.length > 0);
}

/** Said once for an article that is more than a year old on the day it is read; null otherwise. */
export function ageRemark(report: Pick<PageReport, 'published' | 'today'>, language: Language = ENGLISH): string | null {
  const published = report.published === null ? null : parseDay(report.published);
  const today = parseDay(report.today);
  if (!published || !today || report.published === null) return null;
  const days = (today.getTime() - published.getTime()) / 86_400_000;
  return days > 366 ? fill(language.words.summary.old, { date: formatDate(report.published, language) }) : null;
}
