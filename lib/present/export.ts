import type { Evidence, Finding } from '../check/finding.ts';
import type { PageReport } from '../check/report.ts';
import { DEFAULT_LOCALE, formatDate } from './dates.ts';
import { coverageLabel, definitionLabel, evidenceDates, evidenceFigure } from './evidence-words.ts';
import { fill } from './fill.ts';
import { readingLine } from './reading.ts';
import { noteSentences, reasonSentence, wantedSentence } from './reasons.ts';
import { ageRemark, summaryLine } from './summary.ts';
import { tickerLine } from './ticker.ts';
import { isWebAddress } from './web-address.ts';
import { printable } from './wrap.ts';
import { EXPORT, REPORT, VERDICT_WORDS } from './words.ts';

/** A report as Markdown. Text of the page is escaped: it can neither format nor link. */
export function markdownReport(report: PageReport, locale: string = DEFAULT_LOCALE): string {
  const lines = [
    `# ${escapeMarkdown(report.title ?? REPORT.untitled)}`,
    '',
    report.published === null ? REPORT.undated : fill(REPORT.published, { date: formatDate(report.published, locale) }),
    fill(EXPORT.checked, { today: formatDate(report.today, locale), dataEnd: formatDate(report.dataEnd, locale) }),
    '',
    `**${EXPORT.summary}.** ${summaryLine(report.findings, locale)}.`,
  ];
  const remark = ageRemark(report, locale);
  if (remark !== null) lines.push('', remark);
  report.findings.forEach((finding, index) => lines.push('', ...findingMarkdown(finding, index + 1, locale)));
  if (report.tickers.length > 0) lines.push('', `## ${REPORT.tickers}`, '');
  for (const ticker of report.tickers) {
    const { symbol, name } = ticker.instrument;
    lines.push(`- **${escapeMarkdown(symbol ?? name)}** ${escapeMarkdown(symbol === null ? '' : name)} ${escapeMarkdown(tickerLine(ticker, locale))}`);
  }
  lines.push('', `*${REPORT.footer}*`, '');
  return lines.join('\n');
}

function findingMarkdown(finding: Finding, place: number, locale: string): string[] {
  const wanted = wantedSentence(finding);
  return [
    `## ${place}. ${VERDICT_WORDS[finding.verdict]}`,
    '',
    `> ${escapeMarkdown(finding.claim.quote)}`,
    '',
    `${REPORT.readAs}: ${escapeMarkdown(readingLine(finding, locale))}`,
    '',
    escapeMarkdown([reasonSentence(finding, locale), ...noteSentences(finding, locale)].join(' ')),
    ...(wanted === null ? [] : ['', wanted]),
    ...(finding.evidence.length > 0 ? ['', `${EXPORT.evidence}:`, ''] : []),
    ...finding.evidence.map((item) => evidenceMarkdown(item, finding, locale)),
  ];
}

function evidenceMarkdown(item: Evidence, finding: Finding, locale: string): string {
  const { title, url } = item.source;
  const source = isWebAddress(url) ? `[${escapeMarkdown(title)}](<${encodeURI(decodeSafely(url))}>)` : escapeMarkdown(title);
  const parts = [
    evidenceFigure(item, finding, { locale }),
    definitionLabel(item.definitions),
    coverageLabel(item.coverage),
    item.instrumentName,
    evidenceDates(item, locale),
  ];
  return `- ${parts.filter((part) => part !== null).map(escapeMarkdown).join(' · ')} · ${source}`;
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** Puts a backslash before what Markdown or HTML would read as markup; line breaks become spaces. */
export function escapeMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}

/** A report as JSON: the report itself, with each finding's words beside its data. */
export function jsonReport(report: PageReport, locale: string = DEFAULT_LOCALE): string {
  const findings = report.findings.map((finding) => ({
    ...finding,
    words: {
      readAs: readingLine(finding, locale),
      verdict: VERDICT_WORDS[finding.verdict],
      reason: reasonSentence(finding, locale),
      notes: noteSentences(finding, locale),
      wanted: wantedSentence(finding),
    },
  }));
  return `${JSON.stringify({ ...report, findings }, null, 2)}\n`;
}
