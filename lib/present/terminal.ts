import type { Finding, Verdict } from '../check/finding.ts';
import type { PageReport } from '../check/report.ts';
import type { Source } from '../market/observation.ts';
import { formatDate } from './dates.ts';
import { coverageLabel, definitionLabel, evidenceDates, evidenceFigure } from './evidence-words.ts';
import { counted } from './counted.ts';
import { fill } from './fill.ts';
import { formatNumber, formatPercent } from './format.ts';
import { ENGLISH, type Language } from './language.ts';
import { readingLine } from './reading.ts';
import { noteSentences, reasonSentence, wantedSentence } from './reasons.ts';
import { ageRemark, summaryLine, verdictName } from './summary.ts';
import { aboutInstrument, figureLines, thisYearLine } from './ticker.ts';
import { padEnd, printable, wrap } from './wrap.ts';

export interface TerminalOptions {
  /** Columns; kept between 80 and 200. */
  readonly width?: number;
  /** ANSI colours, only when asked. */
  readonly color?: boolean;
  readonly language?: Language;
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
  const { language = ENGLISH } = options;
  const words = language.words.report;
  const paint = (text: string, code: string | undefined): string =>
    options.color && code ? `\u001b[${code}m${text}\u001b[0m` : text;
  const rule = (line: string): string => paint(line.repeat(width), '90');
  const lines: string[] = [
    ...wrap(printable(report.title ?? words.untitled), width).map((line) => paint(line, '1')),
    ...wrap(headLine(report, language), width),
    ...wrap(summaryLine(report.findings, language), width),
    ...textLines(ageRemark(report, language), width),
  ];
  lines.push('', paint(words.claims, '1'), rule('═'));
  if (report.findings.length === 0) lines.push(words.noData);
  report.findings.forEach((finding, index) => {
    if (index > 0) lines.push(rule('─'));
    lines.push(...findingRows(finding, index + 1, { width, language, paint }));
  });
  lines.push('', paint(words.tickers, '1'), rule('═'));
  if (report.tickers.length === 0) lines.push(words.noData);
  report.tickers.forEach((_, index) => {
    if (index > 0) lines.push(rule('─'));
    lines.push(...tickerRows(report, index, { width, language, paint }));
  });
  lines.push(rule('═'), ...wrap(words.footer, width));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

interface Layout {
  readonly width: number;
  readonly language: Language;
  readonly paint: (text: string, code: string | undefined) => string;
}

function headLine(report: PageReport, language: Language): string {
  const words = language.words.report;
  const date = (day: string): string => formatDate(day, language);
  return [
    report.published === null ? words.undated : fill(words.published, { date: date(report.published) }),
    fill(words.read, { date: date(report.today) }),
    fill(words.data, { date: date(report.dataEnd) }),
    counted(words.words, report.words, language, formatNumber(report.words, { language })),
  ].join(' · ');
}

function textLines(text: string | null, width: number): string[] {
  return text === null ? [] : wrap(text, width);
}

function findingRows(finding: Finding, place: number, layout: Layout): string[] {
  const { language } = layout;
  const words = language.words.report;
  const quote = `“${printable(finding.claim.quote)}”`;
  const copies = finding.copies.length > 0 ? ` (${counted(language.words.card.also, finding.copies.length, language)})` : '';
  const verdict = `${SHAPES[finding.verdict]} ${verdictName(finding.verdict, language)}`;
  const explained = [reasonSentence(finding, language), ...noteSentences(finding, language)].join(' ');
  const wanted = wantedSentence(finding, language);
  const left: Cell[] = [
    { label: words.quote, lines: [quote + copies], style: '1' },
    { label: words.readAs, lines: [printable(readingLine(finding, language))] },
  ];
  const right: Cell[] = [
    { label: words.verdict, lines: [verdict], style: COLORS[finding.verdict] },
    { label: words.reason, lines: [printable(explained)] },
    ...(wanted === null ? [] : [{ label: words.settle, lines: [printable(wanted)] }]),
    { label: words.dataUsed, lines: dataLines(finding, language) },
    ...(finding.evidence.length === 0 ? [] : [{ label: words.sources, lines: sourceLines(finding) }]),
  ];
  return rows(`${place}`, left, right, layout);
}

function dataLines(finding: Finding, language: Language): string[] {
  const words = language.words.report;
  if (finding.evidence.length === 0) return [words.noData];
  const sources = distinctSources(finding);
  return finding.evidence.map((item) => {
    const parts = [
      evidenceFigure(item, finding, { language, short: true }),
      definitionLabel(item.definitions, language),
      coverageLabel(item.coverage, language),
      item.instrumentName,
      evidenceDates(item, language, true) + (item.role === 'now' ? ` (${words.today})` : ''),
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
  const { language } = layout;
  const words = language.words.report;
  const ticker = report.tickers[index];
  if (!ticker) return [];
  const { instrument } = ticker;
  const { kind, exchange, sector } = aboutInstrument(instrument, language);
  const about = [
    kind,
    exchange,
    sector,
    ticker.tracksName === null ? null : fill(words.tracks, { index: ticker.tracksName }),
  ];
  const figures = figureLines(ticker, language).map((line) =>
    [`${line.name} ${line.figure}`, line.definition, line.asOf, line.source.title].filter((part) => part !== null).join(' · '),
  );
  const held = ticker.memberships.map((item) =>
    [
      item.indexName + (item.weightPercent === null ? '' : ` ${formatPercent(item.weightPercent, { language })}`),
      formatDate(item.asOf, language),
      item.source.title,
    ].join(' · '),
  );
  const record = [...figures, ...held].map(printable);
  const left: Cell[] = [
    { label: words.symbol, lines: [printable(instrument.symbol ?? '–')], style: '1' },
    { label: words.name, lines: [printable(instrument.name), printable(about.filter((part) => part !== null).join(' · '))] },
  ];
  const right: Cell[] = [
    { label: words.thisYear, lines: [thisYearLine(ticker, language) ?? words.noData] },
    { label: words.onRecord, lines: record.length > 0 ? record : [words.noData] },
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
