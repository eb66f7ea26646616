import { checkArticle } from '../lib/check/check-article.ts';
import type { Finding } from '../lib/check/finding.ts';
import type { PageReport } from '../lib/check/report.ts';
import { createDirectory, createEvidenceStore } from '../lib/data/snapshot.ts';
import { detect } from '../lib/detect/detect.ts';
import { articleFromPlainText } from '../lib/text/document.ts';
import { loadBundledSnapshot } from '../test/support/bundled.ts';
import { readCommandLine, runTool, UserError } from './lib/command.ts';
import { evidenceOfFacts } from './lib/facts.ts';
import { isHeldOut, readVerdictSet, STRENGTH } from './lib/verdict-set.ts';
import type { VerdictLabel, VerdictLine } from './lib/verdict-set.ts';

const HELP = `
Measures verdicts on labelled statements.

  npm run --silent eval:verdicts -- --set FILE.jsonl [--part PART] [--json] [--id ID …]

  --set FILE.jsonl   one JSON object a line: id, text, published, verdict, and where a text has several claims
                     claims: [{value_text, verdict}]; reason: the code expected beside the verdict, or several;
                     kind: plain or subtle, how a wrong one is wrong; facts: data that are used instead of the bundled ones;
                     today: the day of reading (by default the last day of the data)
  --part PART        development or held-out: two thirds or one third of the lines, by a hash of the id
  --json             one JSON object on standard output, nothing else
  --id ID            only these lines, each with what was read and which data decided

Shares by kind count a text once. A reason is right when a finding with the expected verdict has it. The risk-coverage line
reads: of the verdicts beside "unverifiable", how many there are (coverage) and how many of them are wrong (risk).
A line with claims is scored once a claim, any other once by the strongest verdict over what was read in it:
contradicted, definition-dependent, outdated, unverifiable, supported. A claim that was not read is unverifiable.
`;

/** One scored verdict. */
interface Scored {
  readonly id: string;
  readonly what: string;
  readonly expected: VerdictLabel;
  readonly got: VerdictLabel;
  readonly findings: readonly Finding[];
  readonly line: VerdictLine;
}

await runTool(() => {
  const { values } = readCommandLine(HELP, {
    set: { type: 'string' },
    part: { type: 'string' },
    json: { type: 'boolean' },
    id: { type: 'string', multiple: true },
  });
  if (!values.set) throw new UserError(`--set is missing\n\n${HELP.trim()}`);
  const { part } = values;
  if (part !== undefined && part !== 'development' && part !== 'held-out') throw new UserError(`--part is development or held-out, not ${part}`);
  const lines = readVerdictSet(values.set).filter(({ id }) => (values.id?.includes(id) ?? true) && (part === undefined || isHeldOut(id) === (part === 'held-out')));
  const check = createChecker();
  const scored = lines.flatMap((line) => scoreLine(line, check(line)));
  const result = summarise(scored);
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else process.stdout.write(`${describe(result, values.id ? scored : [])}\n`);
});

/** The whole way from text to findings, as in the browser, over the bundled data or the line's own facts. */
function createChecker(): (line: VerdictLine) => PageReport {
  const snapshot = loadBundledSnapshot();
  const directory = createDirectory(snapshot.instruments);
  const bundled = createEvidenceStore(snapshot);
  return (line) => {
    const published = line.published ?? null;
    const title = line.title ?? null;
    const evidence = line.facts
      ? evidenceOfFacts(line.facts, directory, snapshot.instruments, published ?? snapshot.asOf)
      : bundled;
    const detection = detect(articleFromPlainText(line.text, { published, title }));
    return checkArticle(detection, { directory, evidence, published, title, today: line.today ?? snapshot.asOf });
  };
}

function scoreLine(line: VerdictLine, report: PageReport): readonly Scored[] {
  const { findings } = report;
  if (!line.claims || line.claims.length === 0) {
    const got = STRENGTH.find((verdict) => findings.some((finding) => finding.verdict === verdict)) ?? 'unverifiable';
    return [{ id: line.id, what: 'text', expected: line.verdict, got, findings, line }];
  }
  const used = new Set<Finding>();
  return line.claims.map((label) => {
    const finding = findingOf(label, line.text, findings, used);
    if (finding) used.add(finding);
    const got = finding?.verdict ?? 'unverifiable';
    return { id: line.id, what: label.value_text, expected: label.verdict, got, findings: finding ? [finding] : [], line };
  });
}

/** The finding about the labelled words: its figure overlaps them; of several, the one of the labelled subject. */
function findingOf(
  label: NonNullable<VerdictLine['claims']>[number],
  text: string,
  findings: readonly Finding[],
  used: ReadonlySet<Finding>,
): Finding | undefined {
  const places = occurrencesOf(label.value_text, text);
  const isThere = ({ claim }: Finding): boolean =>
    places.some(([start, end]) => claim.valueSpan.start < end && start < claim.valueSpan.end);
  const isAround = ({ claim }: Finding): boolean => places.some(([start, end]) => claim.span.start < end && start < claim.span.end);
  const rank = (finding: Finding): number =>
    (isThere(finding) ? 0 : isAround(finding) ? 4 : 100) +
    (label.subject == null || finding.claim.subject === label.subject ? 0 : 2) +
    (label.metric == null || finding.claim.metric === label.metric ? 0 : 1);
  return findings
    .filter((finding) => !used.has(finding) && rank(finding) < 100)
    .toSorted((a, b) => rank(a) - rank(b))[0];
}

function occurrencesOf(words: string, text: string): readonly (readonly [number, number])[] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push([at, at + words.length]);
  return places;
}

function summarise(scored: readonly Scored[]) {
  const confusion: Record<string, Record<string, number>> = {};
  for (const { expected, got } of scored) {
    const row = (confusion[expected] ??= {});
    row[got] = (row[got] ?? 0) + 1;
  }
  const reasoned = scored.filter(({ line }) => line.reason != null);
  const plainly = scored.filter(({ line }) => line.kind === 'plain');
  const subtly = scored.filter(({ line }) => line.kind === 'subtle');
  const onRecord = scored.filter(({ expected }) => expected !== 'unverifiable');
  const spoken = scored.filter(({ got }) => got !== 'unverifiable');
  const notWrong = scored.filter(({ expected }) => expected !== 'contradicted');
  const falsely = notWrong.filter(({ got }) => got === 'contradicted').length;
  return {
    n: scored.length,
    accuracy: round(scored.filter(({ expected, got }) => expected === got).length / Math.max(1, scored.length)),
    falseContradictions: { count: falsely, of: notWrong.length, rate: round(falsely / Math.max(1, notWrong.length)) },
    plainlyWrongContradicted: shareOf(plainly, ({ got }) => got === 'contradicted'),
    subtlyWrongAsExpected: shareOf(subtly, isAsExpected),
    verdictAndReason: shareOf(reasoned, isAsExpected),
    abstainedOnRecord: shareOf(onRecord, ({ got }) => got === 'unverifiable'),
    riskCoverage: {
      coverage: round(spoken.length / Math.max(1, scored.length)),
      risk: round(spoken.filter(({ expected, got }) => expected !== got).length / Math.max(1, spoken.length)),
    },
    missedContradictions: scored.filter(({ expected, got }) => expected === 'contradicted' && got !== expected).length,
    abstained: scored.filter(({ expected, got }) => got === 'unverifiable' && got !== expected).length,
    confusion,
    wrong: scored.filter(({ expected, got }) => expected !== got).map((one) => explained(one)),
    otherReason: reasoned.filter((one) => one.expected === one.got && !isAsExpected(one)).map((one) => explained(one)),
  };
}

/** The verdict is the labelled one and, where the line states a reason, a finding with that verdict has it. */
function isAsExpected({ expected, got, findings, line }: Scored): boolean {
  if (expected !== got) return false;
  const reasons = [line.reason ?? []].flat();
  return reasons.length === 0 || findings.some(({ verdict, reason }) => verdict === expected && reasons.includes(reason));
}

/** How many of a part are so, and of how many; the share is null for an empty part. */
function shareOf(part: readonly Scored[], isSo: (one: Scored) => boolean): { count: number; of: number; share: number | null } {
  const count = part.filter((one) => isSo(one)).length;
  return { count, of: part.length, share: part.length === 0 ? null : round(count / part.length) };
}

function explained({ id, what, expected, got, findings, line }: Scored) {
  return {
    id,
    what,
    expected,
    expectedReason: line.reason ?? null,
    got,
    text: line.text,
    published: line.published ?? null,
    why: line.why ?? null,
    read: findings.map((finding) => ({
      quote: finding.claim.quote,
      metric: finding.claim.metric,
      subject: finding.claim.subject ?? finding.claim.group,
      benchmark: finding.claim.benchmark,
      value: finding.claim.value.text ?? [finding.claim.value.low, finding.claim.value.high],
      qualifier: finding.claim.qualifier,
      period: finding.claim.period,
      definition: finding.claim.definition,
      component: finding.claim.component,
      statedDate: finding.claim.statedDate,
      past: finding.claim.past,
      vendor: finding.claim.vendor,
      interval: finding.interval,
      verdict: finding.verdict,
      reason: finding.reason,
      notes: finding.notes,
      data: finding.evidence.map((one) => ({
        instrument: one.instrument,
        value: one.text ?? (one.low === one.high ? one.low : [one.low, one.high]),
        method: one.method,
        asOf: one.asOf,
        role: one.role,
        fits: one.fits,
        source: one.source.title,
      })),
    })),
  };
}

function describe(result: ReturnType<typeof summarise>, shown: readonly Scored[]): string {
  const { falseContradictions } = result;
  const lines = [
    `${result.n} verdicts, ${percent(result.accuracy)} right`,
    `called contradicted though it is not: ${falseContradictions.count} of ${falseContradictions.of}`,
    `contradictions missed: ${result.missedContradictions}; abstained where a verdict was due: ${result.abstained}`,
    ...lineOf('plainly wrong and called contradicted', result.plainlyWrongContradicted),
    ...lineOf('subtly wrong and called as expected, for the expected reason', result.subtlyWrongAsExpected),
    ...lineOf('verdict and reason as expected', result.verdictAndReason),
    ...lineOf('abstained where evidence is on record', result.abstainedOnRecord),
    `risk-coverage: a verdict on ${percent(result.riskCoverage.coverage)}, ${percent(result.riskCoverage.risk)} of these wrong`,
    '',
    ...Object.entries(result.confusion).map(
      ([expected, row]) =>
        `  ${expected.padEnd(22)}${Object.entries(row)
          .map(([got, count]) => `${got} ${count}`)
          .join(', ')}`,
    ),
  ];
  const entries = shown.length > 0 ? shown.map((one) => explained(one)) : [...result.wrong, ...result.otherReason];
  for (const one of entries) {
    lines.push('', `${one.id} ${one.what}: expected ${one.expected}, got ${one.got}`, `  "${one.text}" (${one.published ?? 'no date'})`);
    if (one.expectedReason !== null) lines.push(`  expected reason: ${[one.expectedReason].flat().join(' or ')}`);
    if (one.why !== null) lines.push(`  label: ${one.why}`);
    if (one.read.length === 0) lines.push('  read: nothing');
    for (const read of one.read) lines.push(...describeRead(read));
  }
  return lines.join('\n');
}

function describeRead(read: ReturnType<typeof explained>['read'][number]): readonly string[] {
  const value = Array.isArray(read.value) ? [...new Set(read.value)].join(' to ') : read.value;
  const parts = [
    read.metric,
    read.subject,
    read.benchmark === null ? null : `against ${read.benchmark}`,
    `${read.qualifier} ${value}`,
    read.component,
    read.period,
    read.definition,
    read.statedDate ? `as of ${read.statedDate.from}..${read.statedDate.to}` : null,
    read.past ? 'past' : null,
    read.vendor ? `by ${read.vendor}` : null,
  ];
  const interval = read.interval ? ` in [${read.interval.low ?? '−∞'}, ${read.interval.high ?? '∞'}]` : '';
  return [
    `  read: "${read.quote}" as ${parts.filter((part) => part !== null).join(', ')}${interval}`,
    `    ${read.verdict}, ${read.reason}${read.notes.length > 0 ? ` (${read.notes.join(', ')})` : ''}`,
    ...read.data.map((one) => `    ${one.fits ? '+' : '−'} ${one.role} ${one.instrument} ${JSON.stringify(one.value)} ${one.asOf.to}: ${one.method}`),
  ];
}

function lineOf(words: string, { count, of, share }: { count: number; of: number; share: number | null }): readonly string[] {
  return share === null ? [] : [`${words}: ${count} of ${of} (${percent(share)})`];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
