import type { Finding, Verdict } from '../check/finding.ts';
import type { PageReport } from '../check/report.ts';
import type { Source } from '../market/observation.ts';
import { DEFAULT_LOCALE, formatDate } from './dates.ts';
import { coverageLabel, definitionLabel, evidenceDates, evidenceFigure } from './evidence-words.ts';
import { counted, fill } from './fill.ts';
import { formatNumber } from './format.ts';
import { readingLine } from './reading.ts';
import { noteSentences, reasonSentence, wantedSentence } from './reasons.ts';
import { ageRemark, summaryLine } from './summary.ts';
import { exchangeName, figureLines, kindName, thisYearLine } from './ticker.ts';
import { padEnd, printable, wrap } from './wrap.ts';
import { REPORT, VERDICT_WORDS } from './words.ts';

export interface TerminalOptions {
  /** Columns; kept between 80 and 200. */
  readonly width?: number;
  /** ANSI colours, only when asked. */
  readonly color?: boolean;
  readonly locale?: string;
}

/** A shape for each verdict, as the marks have: told apart without colour. */
const SHAPES: Record<Verdict, string> = {
  supported: '━━',
  'definition-dependent': '╌╌',
  outdated: '══',
  contradicted: '~~',
  unverifiable: '··',
};

const COLORS: Record<Verdict, string> = {
  supported: '34',
  'definition-dependent': '35',
  outdated: '33',
  contradicted: '31',
  unverifiable: '90',
};

interface Cell {
  readonly label: string;
  readonly lines: readonly string[];
  readonly style?: string;
}

/**
 * A page's report as a table for a terminal: the claims with what they were read as, verdict, reason and the data used
 * with as-of date and source; then the tickers. Two columns of cells side by side from 120 columns on, one below.
 */
export function terminalReport(report: PageReport, options: TerminalOptions = {}): string {
  const width = Math.max(80, Math.min(200, Math.floor(options.width ?? 100)));
  const locale = options.locale ?? DEFAULT_LOCALE;
  const paint = (text: string, code: string | undefined): string =>
    options.color && code ? `\u001b[${code}m${text}\u001b[0m` : text;
  const rule = (line: string): string => paint(line.repeat(width), '90');
  const lines: string[] = [
    ...wrap(printable(report.title ?? REPORT.untitled), width).map((line) => paint(line, '1')),
    ...wrap(headLine(report, locale), width),
    ...wrap(summaryLine(report.findings, locale), width),
    ...textLines(ageRemark(report, locale), width),
  ];
  lines.push('', paint(REPORT.claims, '1'), rule('═'));
  if (report.findings.length === 0) lines.push(REPORT.noData);
  report.findings.forEach((finding, index) => {
    if (index > 0) lines.push(rule('─'));
    lines.push(...findingRows(finding, index + 1, { width, locale, paint }));
  });
  lines.push('', paint(REPORT.tickers, '1'), rule('═'));
  if (report.tickers.length === 0) lines.push(REPORT.noData);
  report.tickers.forEach((_, index) => {
    if (index > 0) lines.push(rule('─'));
    lines.push(...tickerRows(report, index, { width, locale, paint }));
  });
  lines.push(rule('═'), ...wrap(REPORT.footer, width));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

interface Layout {
  readonly width: number;
  readonly locale: string;
  readonly paint: (text: string, code: string | undefined) => string;
}

function headLine(report: PageReport, locale: string): string {
  const date = (day: string): string => formatDate(day, locale);
  return [
    report.published === null ? REPORT.undated : fill(REPORT.published, { date: date(report.published) }),
    fill(REPORT.read, { date: date(report.today) }),
    fill(REPORT.data, { date: date(report.dataEnd) }),
    counted(REPORT.words, report.words, formatNumber(report.words, { locale })),
  ].join(' · ');
}

function textLines(text: string | null, width: number): string[] {
  return text === null ? [] : wrap(text, width);
}

function findingRows(finding: Finding, place: number, layout: Layout): string[] {
  const { locale } = layout;
  const quote = `“${printable(finding.claim.quote)}”`;
  const copies = finding.copies.length > 0 ? ` (${counted(REPORT.copies, finding.copies.length)})` : '';
  const verdict = `${SHAPES[finding.verdict]} ${VERDICT_WORDS[finding.verdict]}`;
  const explained = [reasonSentence(finding, locale), ...noteSentences(finding, locale)].join(' ');
  const wanted = wantedSentence(finding);
  const left: Cell[] = [
    { label: REPORT.quote, lines: [quote + copies], style: '1' },
    { label: REPORT.readAs, lines: [printable(readingLine(finding, locale))] },
  ];
  const right: Cell[] = [
    { label: REPORT.verdict, lines: [verdict], style: COLORS[finding.verdict] },
    { label: REPORT.reason, lines: [printable(explained)] },
    ...(wanted === null ? [] : [{ label: REPORT.settle, lines: [printable(wanted)] }]),
    { label: REPORT.dataUsed, lines: dataLines(finding, locale) },
    ...(finding.evidence.length === 0 ? [] : [{ label: REPORT.sources, lines: sourceLines(finding) }]),
  ];
  return rows(`${place}`, left, right, layout);
}

function dataLines(finding: Finding, locale: string): string[] {
  if (finding.evidence.length === 0) return [REPORT.noData];
  const sources = distinctSources(finding);
  return finding.evidence.map((item) => {
    const parts = [
      evidenceFigure(item, finding, { locale, short: true }),
      definitionLabel(item.definitions),
      coverageLabel(item.coverage),
      item.instrumentName,
      evidenceDates(item, locale, true) + (item.role === 'now' ? ` (${REPORT.today})` : ''),
    ];
    const place = sources.findIndex((source) => isSameSource(source, item.source)) + 1;
    return printable(`${parts.filter((part) => part !== null).join(' · ')} [${place}]`);
  });
}

function sourceLines(finding: Finding): string[] {
  return distinctSources(finding).map(({ title, url }, index) => printable(`[${index + 1}] ${title}${url === null ? '' : ` · ${url}`}`));
}

function distinctSources(finding: Finding): Source[] {
  const sources: Source[] = [];
  for (const { source } of finding.evidence) {
    if (!sources.some((known) => isSameSource(known, source))) sources.push(source);
  }
  return sources;
}

function isSameSource(a: Source, b: Source): boolean {
  return a.title === b.title && a.url === b.url;
}

function tickerRows(report: PageReport, index: number, layout: Layout): string[] {
  const { locale } = layout;
  const ticker = report.tickers[index];
  if (!ticker) return [];
  const { instrument } = ticker;
  const about = [
    kindName(instrument),
    exchangeName(instrument),
    instrument.sector,
    ticker.tracksName === null ? null : fill(REPORT.tracks, { index: ticker.tracksName }),
  ];
  const figures = figureLines(ticker, locale).map((line) =>
    [`${line.name} ${line.figure}`, line.definition, line.asOf, line.source.title].filter((part) => part !== null).join(' · '),
  );
  const held = ticker.memberships.map((item) =>
    [
      item.indexName + (item.weightPercent === null ? '' : ` ${formatNumber(item.weightPercent, { locale })}%`),
      formatDate(item.asOf, locale),
      item.source.title,
    ].join(' · '),
  );
  const record = [...figures, ...held].map(printable);
  const left: Cell[] = [
    { label: REPORT.symbol, lines: [printable(instrument.symbol ?? '–')], style: '1' },
    { label: REPORT.name, lines: [printable(instrument.name), printable(about.filter((part) => part !== null).join(' · '))] },
  ];
  const right: Cell[] = [
    { label: REPORT.thisYear, lines: [thisYearLine(ticker, locale) ?? REPORT.noData] },
    { label: REPORT.onRecord, lines: record.length > 0 ? record : [REPORT.noData] },
  ];
  return rows('', left, right, layout);
}

const GAP = '  ';

/** Two stacks of labelled cells: side by side when there is room, else one under the other. */
function rows(place: string, left: readonly Cell[], right: readonly Cell[], layout: Layout): string[] {
  const { width, paint } = layout;
  const indent = 4;
  if (width < 120) return numbered(place, indent, cellLines([...left, ...right], width - indent, paint).map(([, painted]) => painted));
  const leftWidth = Math.floor((width - indent) * 0.4);
  const leftLines = cellLines(left, leftWidth, paint);
  const rightLines = cellLines(right, width - indent - leftWidth - GAP.length, paint);
  const height = Math.max(leftLines.length, rightLines.length);
  const joined = Array.from({ length: height }, (_, at) => {
    const [plain, painted] = leftLines[at] ?? ['', ''];
    return painted + ' '.repeat(Math.max(0, leftWidth - Array.from(plain).length)) + GAP + (rightLines[at]?.[1] ?? '');
  });
  return numbered(place, indent, joined);
}

function numbered(place: string, indent: number, lines: readonly string[]): string[] {
  return lines.map((line, at) => padEnd(at === 0 ? place : '', indent) + line);
}

/** Lines of a stack of cells, each plain (for measuring) and painted. */
function cellLines(cells: readonly Cell[], width: number, paint: Layout['paint']): [string, string][] {
  const labelWidth = Math.max(...cells.map((cell) => cell.label.length)) + 2;
  return cells.flatMap((cell) =>
    cell.lines
      .flatMap((line) => wrap(line, width - labelWidth))
      .map((line, at): [string, string] => {
        const label = padEnd(at === 0 ? cell.label : '', labelWidth);
        return [label + line, paint(label, '90') + paint(line, cell.style)];
      }),
  );
}
