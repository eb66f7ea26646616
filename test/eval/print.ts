import { wrap } from '../../tools/lib/command.ts';
import type { LabelledDocument } from './labels.ts';
import type { Difference, EvaluationReport, Score } from './score.ts';

/** The report as a table for people: one row a score, then what to look at. */
export function printReport(report: EvaluationReport): string {
  const rows: [string, Score][] = [];
  for (const [notation, score] of Object.entries(report.mentions)) {
    if (score.tp + score.fp + score.fn > 0) rows.push([`mentions ${notation}`, score]);
  }
  if (report.symbols.tp + report.symbols.fp + report.symbols.fn > 0) rows.push(['symbols', report.symbols]);
  rows.push(['claims found', report.claims.found], ['claims strict', report.claims.strict]);
  for (const [metric, score] of Object.entries(report.claims.byMetric)) rows.push([`  ${metric}`, score]);
  rows.push(['forecast', report.forecast]);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `${report.set}: ${report.documents} documents, ${report.words} words`,
    `${''.padEnd(width)}  precision  recall     f1     tp    fp    fn`,
    ...rows.map(
      ([name, s]) =>
        `${name.padEnd(width)}  ${percent(s.precision, 9)} ${percent(s.recall, 7)} ${percent(s.f1, 6)} ${count(s.tp, 6)}${count(s.fp, 6)}${count(s.fn, 6)}`,
    ),
    `false marks per 10,000 words: ${report.falseMarksPer10kWords}`,
  ].join('\n');
}

/** A document with its differences; `−` was missed, `~` was found but not wholly right, `+` is a false alarm. */
export function printDifferences(
  document: LabelledDocument,
  differences: { readonly misses: readonly Difference[]; readonly falseAlarms: readonly Difference[] },
): string {
  const marked = [...differences.misses, ...differences.falseAlarms].map((d) => d.at).filter((at) => at !== null);
  const lines = [
    `\n── ${document.id}${document.published === null ? '' : ` (${document.published})`}`,
    ...excerpts(document.text, marked).map((line) => wrap(line, 120, '   ')),
  ];
  for (const miss of differences.misses) {
    lines.push(` ${miss.kind === 'claim fields' ? '~' : '−'} ${miss.kind === 'claim fields' ? 'claim' : miss.kind}  ${miss.what}`);
  }
  for (const alarm of differences.falseAlarms) lines.push(` + ${alarm.kind}  ${alarm.what}`);
  return lines.join('\n');
}

/** The whole text when it is short, else the blocks in which something differs. */
function excerpts(text: string, marks: readonly number[]): string[] {
  const blocks = text.split('\n');
  if (text.length <= 1500) return blocks.filter((block) => block.trim() !== '').map((block) => block.replaceAll('\t', ' ⇥ '));
  const shown: string[] = [];
  let offset = 0;
  let skipped = false;
  for (const block of blocks) {
    const end = offset + block.length;
    if (marks.some((at) => at >= offset && at <= end)) {
      if (skipped) shown.push('…');
      shown.push(block.replaceAll('\t', ' ⇥ '));
      skipped = false;
    } else skipped = true;
    offset = end + 1;
  }
  return shown;
}

function percent(value: number, width: number): string {
  return `${(value * 100).toFixed(1)}%`.padStart(width);
}

function count(value: number, width: number): string {
  return String(value).padStart(width);
}
