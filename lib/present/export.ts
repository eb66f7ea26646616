import type { Evidence, Finding } from '../check/finding.ts';
import type { PageReport } from '../check/report.ts';
import { formatDate } from './dates.ts';
import { coverageLabel, definitionLabel, evidenceDates, evidenceFigure } from './evidence-words.ts';
import { fill } from './fill.ts';
import { ENGLISH, type Language } from './language.ts';
import { readingLine } from './reading.ts';
import { noteSentences, reasonSentence, wantedSentence } from './reasons.ts';
import { ageRemark, summaryLine, verdictName } from './summary.ts';
import { tickerLine } from './ticker.ts';
import { isWebAddress } from './web-address.ts';
import { printable } from './wrap.ts';

/** A report as Markdown. Text of the page is escaped: it can neither format nor link. */
export function markdownReport(report: PageReport, language: Language = ENGLISH): string {
  const { words } = language;
  const lines = [
    `# ${escapeMarkdown(report.title ?? words.report.untitled)}`,
    '',
    report.published === null ? words.report.undated : fill(words.report.published, { date: formatDate(report.published, language) }),
    fill(words.exports.checked, { today: formatDate(report.today, language), dataEnd: formatDate(report.dataEnd, language) }),
    '',
    `**${words.exports.summary}.** ${summaryLine(report.findings, language)}.`,
  ];
  const remark = ageRemark(report, language);
  if (remark !== null) lines.push('', remark);
  report.findings.forEach((finding, index) => lines.push('', ...findingMarkdown(finding, index + 1, language)));
  if (report.tickers.length > 0) lines.push('', `## ${words.report.tickers}`, '');
  for (const ticker of report.tickers) {
    const { symbol, name } = ticker.instrument;
    lines.push(`- **${escapeMarkdown(symbol ?? name)}** ${escapeMarkdown(symbol === null ? '' : name)} ${escapeMarkdown(tickerLine(ticker, language))}`);
  }
  lines.push('', `*${words.report.footer}*`, '');
  return lines.join('\n');
}

function findingMarkdown(finding: Finding, place: number, language: Language): string[] {
  const { words } = language;
  const wanted = wantedSentence(finding, language);
  return [
    `## ${place}. ${verdictName(finding.verdict, language)}`,
    '',
    `> ${escapeMarkdown(finding.claim.quote)}`,
    '',
    `${words.report.readAs}: ${escapeMarkdown(readingLine(finding, language))}`,
    '',
    escapeMarkdown([reasonSentence(finding, language), ...noteSentences(finding, language)].join(' ')),
    ...(wanted === null ? [] : ['', wanted]),
    ...(finding.evidence.length > 0 ? ['', `${words.exports.evidence}:`, ''] : []),
    ...finding.evidence.map((item) => evidenceMarkdown(item, finding, language)),
  ];
}

function evidenceMarkdown(item: Evidence, finding: Finding, language: Language): string {
  const { title, url } = item.source;
  const source = isWebAddress(url) ? `[${escapeMarkdown(title)}](<${encodeURI(decodeSafely(url))}>)` : escapeMarkdown(title);
  const parts = [
    evidenceFigure(item, finding, { language }),
    definitionLabel(item.definitions, language),
    coverageLabel(item.coverage, language),
    item.instrumentName,
    evidenceDates(item, language),
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
export function jsonReport(report: PageReport, language: Language = ENGLISH): string {
  const findings = report.findings.map((finding) => ({
    ...finding,
    words: {
      readAs: readingLine(finding, language),
      verdict: verdictName(finding.verdict, language),
      reason: reasonSentence(finding, language),
      notes: noteSentences(finding, language),
      wanted: wantedSentence(finding, language),
    },
  }));
  return `${JSON.stringify({ ...report, findings }, null, 2)}\n`;
}
