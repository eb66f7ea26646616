import type { Claim, ResolvedMention } from '../../lib/check/finding.ts';
import type { Notation } from '../../lib/detect/detection.ts';
import type { Instrument } from '../../lib/market/instrument.ts';
import { spansOverlap } from '../../lib/text/span.ts';
import { claimFound, companySymbol, fieldDifferences, labelValueOf, mentionAgrees, symbolAgrees, valueSpanOf } from './agreement.ts';
import type { FieldDifference, InstrumentLookup } from './agreement.ts';
import type { ClaimLabel, LabelledDocument, TickerLabel } from './labels.ts';

/** What was read from one document. */
export interface Reading {
  readonly mentions: readonly ResolvedMention[];
  readonly claims: readonly Claim[];
}

export interface Score {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  /** 1 where nothing was claimed. */
  readonly precision: number;
  /** 1 where nothing was to be found. */
  readonly recall: number;
  readonly f1: number;
}

/** One difference between a document's labels and its reading. */
export interface Difference {
  readonly document: string;
  readonly kind: 'mention' | 'symbol' | 'claim' | 'claim fields';
  /** One line for people. */
  readonly what: string;
  /** Offset of the words in the document, or null for document-level symbols. */
  readonly at: number | null;
  /** The words in question. */
  readonly quote: string;
  /** Only for `claim fields`: found, but not right in these. */
  readonly fields?: readonly FieldDifference[];
}

export interface EvaluationReport {
  readonly set: string;
  readonly documents: number;
  readonly words: number;
  readonly mentions: Readonly<Record<'all' | Notation, Score>>;
  readonly symbols: Score;
  readonly claims: { readonly found: Score; readonly strict: Score; readonly byMetric: Readonly<Record<string, Score>> };
  readonly forecast: Score;
  readonly falseMarksPer10kWords: number;
  readonly misses: readonly Difference[];
  readonly falseAlarms: readonly Difference[];
}

class Tally {
  tp = 0;
  fp = 0;
  fn = 0;

  score(): Score {
    const { tp, fp, fn } = this;
    const precision = tp + fp === 0 ? 1 : tp / (tp + fp);
    const recall = tp + fn === 0 ? 1 : tp / (tp + fn);
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return { tp, fp, fn, precision: rounded(precision), recall: rounded(recall), f1: rounded(f1) };
  }
}

const NOTATIONS: readonly Notation[] = ['cashtag', 'exchange', 'paren', 'bare', 'name', 'index'];

/** Adds up documents of one labelled set. Feed each with `add`, then ask for the `report`. */
export class Scorer {
  readonly #lookup: InstrumentLookup;
  readonly #mentions = new Map<'all' | Notation, Tally>(['all' as const, ...NOTATIONS].map((n) => [n, new Tally()]));
  readonly #symbols = new Tally();
  readonly #found = new Tally();
  readonly #strict = new Tally();
  readonly #forecast = new Tally();
  readonly #byMetric = new Map<string, Tally>();
  readonly #misses: Difference[] = [];
  readonly #falseAlarms: Difference[] = [];
  #documents = 0;
  #words = 0;
  #falseMarks = 0;

  constructor(lookup: InstrumentLookup) {
    this.#lookup = lookup;
  }

  /** Scores one document; returns its own differences, which `report` holds too. */
  add(document: LabelledDocument, reading: Reading): { misses: Difference[]; falseAlarms: Difference[] } {
    const missesBefore = this.#misses.length;
    const alarmsBefore = this.#falseAlarms.length;
    this.#documents += 1;
    this.#words += document.text.split(/\s+/).filter((word) => word !== '').length;
    if (document.tickers) this.#scoreMentions(document, document.tickers, reading.mentions);
    if (document.symbols) this.#scoreSymbols(document, document.symbols, reading.mentions);
    if (document.allSymbols) this.#scoreAllSymbols(document, document.allSymbols, reading.mentions);
    if (document.claims) this.#scoreClaims(document, document.claims, reading.claims);
    return { misses: this.#misses.slice(missesBefore), falseAlarms: this.#falseAlarms.slice(alarmsBefore) };
  }

  report(set: string): EvaluationReport {
    const mentions = Object.fromEntries([...this.#mentions].map(([n, tally]) => [n, tally.score()]));
    return {
      set,
      documents: this.#documents,
      words: this.#words,
      mentions: mentions as EvaluationReport['mentions'],
      symbols: this.#symbols.score(),
      claims: {
        found: this.#found.score(),
        strict: this.#strict.score(),
        byMetric: Object.fromEntries([...this.#byMetric].toSorted(([a], [b]) => a.localeCompare(b)).map(([metric, tally]) => [metric, tally.score()])),
      },
      forecast: this.#forecast.score(),
      falseMarksPer10kWords: this.#words === 0 ? 0 : rounded((this.#falseMarks / this.#words) * 10_000),
      misses: this.#misses,
      falseAlarms: this.#falseAlarms,
    };
  }

  #scoreMentions(document: LabelledDocument, labels: readonly TickerLabel[], mentions: readonly ResolvedMention[]): void {
    const pairs = assign(labels, mentions, (label, read) =>
      mentionAgrees(label, read) ? [label.optional ? 0 : 1, label.notation === read.mention.notation ? 1 : 0] : null,
    );
    const count = (notation: Notation, what: 'tp' | 'fp' | 'fn'): void => {
      this.#mentions.get('all')![what] += 1;
      this.#mentions.get(notation)![what] += 1;
    };
    for (const [label] of pairs.matched) if (!label.optional) count(label.notation, 'tp');
    for (const label of pairs.unmatchedLabels) {
      if (label.optional) continue;
      count(label.notation, 'fn');
      const instead = mentions.find((read) => spansOverlap(label, read.mention.span));
      this.#misses.push({
        document: document.id,
        kind: 'mention',
        what: `${label.notation} "${label.text}" = ${label.symbol}${instead ? `; read as ${describeMention(instead)}` : ''}`,
        at: label.start,
        quote: label.text,
      });
    }
    for (const read of pairs.unmatchedReadings) {
      count(read.mention.notation, 'fp');
      this.#falseMarks += 1;
      this.#falseAlarms.push({
        document: document.id,
        kind: 'mention',
        what: describeMention(read),
        at: read.mention.span.start,
        quote: read.mention.text,
      });
    }
  }

  /** Sets of symbols of a whole document; indices and groups are no part of them. */
  #scoreSymbols(document: LabelledDocument, labels: readonly string[], mentions: readonly ResolvedMention[]): void {
    const read = instrumentsOf(mentions).filter(({ instrument }) => !isIndexLike(instrument));
    const wanted = new Set(labels.filter((symbol) => !symbol.startsWith('INDEX:')).map(companySymbol));
    const neutral = document.optionalSymbols;
    const claimed = new Set<string>();
    for (const { instrument, mention } of read) {
      const hits = [...wanted].filter((symbol) => symbolAgrees(symbol, instrument, true));
      for (const symbol of hits) claimed.add(symbol);
      if (hits.length > 0) continue;
      if (neutral.some((symbol) => symbolAgrees(symbol, instrument, true))) continue;
      this.#symbols.fp += 1;
      this.#falseMarks += 1;
      this.#falseAlarms.push({
        document: document.id,
        kind: 'symbol',
        what: `${instrument.id} (${instrument.name}) from "${mention.text}" (${mention.notation}, evidence ${mention.evidence})`,
        at: mention.span.start,
        quote: mention.text,
      });
    }
    this.#symbols.tp += claimed.size;
    for (const symbol of wanted) if (!claimed.has(symbol)) this.#missSymbol(document, symbol);
  }

  /** Every symbol must be found; others are neither right nor wrong. */
  #scoreAllSymbols(document: LabelledDocument, labels: readonly string[], mentions: readonly ResolvedMention[]): void {
    for (const symbol of labels) {
      if (mentions.some(({ instrument }) => symbolAgrees(symbol, instrument, true))) this.#symbols.tp += 1;
      else this.#missSymbol(document, symbol);
    }
  }

  #missSymbol(document: LabelledDocument, symbol: string): void {
    this.#symbols.fn += 1;
    this.#misses.push({ document: document.id, kind: 'symbol', what: symbol, at: null, quote: symbol });
  }

  #scoreClaims(document: LabelledDocument, labels: readonly ClaimLabel[], claims: readonly Claim[]): void {
    const differencesOf = (label: ClaimLabel, claim: Claim): FieldDifference[] =>
      fieldDifferences(label, claim, document.text, this.#lookup);
    const pairs = assign(labels, claims, (label, claim) =>
      claimFound(label, claim)
        ? [label.optional ? 0 : 1, label.metric === claim.metric ? 1 : 0, -differencesOf(label, claim).length]
        : null,
    );
    for (const [label, claim] of pairs.matched) {
      if (label.optional) continue;
      this.#tallyOf(label.metric).tp += 1;
      this.#found.tp += 1;
      this.#countForecast(label, claim);
      const fields = differencesOf(label, claim);
      if (fields.length === 0) {
        this.#strict.tp += 1;
        continue;
      }
      this.#strict.fp += 1;
      this.#strict.fn += 1;
      const wrong = fields.map((f) => `${f.field} should be ${f.wanted ?? 'null'}, is ${f.read ?? 'null'}`).join('; ');
      this.#misses.push({
        document: document.id,
        kind: 'claim fields',
        what: `${describeLabel(label)}: ${wrong}`,
        at: label.value_start,
        quote: label.text,
        fields,
      });
    }
    for (const label of pairs.unmatchedLabels) {
      if (label.optional) continue;
      this.#tallyOf(label.metric).fn += 1;
      this.#found.fn += 1;
      this.#strict.fn += 1;
      if (label.forecast) this.#forecast.fn += 1;
      const instead = pairs.unmatchedReadings.find((claim) => spansOverlap(valueSpanOf(label), claim.valueSpan));
      this.#misses.push({
        document: document.id,
        kind: 'claim',
        what: `${describeLabel(label)}${instead ? `; read as ${describeClaim(instead)}` : ''}`,
        at: label.value_start,
        quote: label.text,
      });
    }
    for (const claim of pairs.unmatchedReadings) {
      // Open-ended metrics are read to keep them from being taken for others; without a label they count for nothing.
      if (claim.metric.startsWith('other:')) continue;
      this.#tallyOf(claim.metric).fp += 1;
      this.#found.fp += 1;
      this.#strict.fp += 1;
      this.#falseMarks += 1;
      if (claim.forecast) this.#forecast.fp += 1;
      this.#falseAlarms.push({
        document: document.id,
        kind: 'claim',
        what: describeClaim(claim),
        at: claim.valueSpan.start,
        quote: claim.quote,
      });
    }
  }

  #countForecast(label: ClaimLabel, claim: Claim): void {
    if (label.forecast && claim.forecast) this.#forecast.tp += 1;
    else if (label.forecast) this.#forecast.fn += 1;
    else if (claim.forecast) this.#forecast.fp += 1;
  }

  #tallyOf(metric: string): Tally {
    let tally = this.#byMetric.get(metric);
    if (!tally) {
      tally = new Tally();
      this.#byMetric.set(metric, tally);
    }
    return tally;
  }
}

/**
 * Pairs labels with readings, one to one, best pairs first. `rank` gives null for a pair that does not agree, else
 * numbers to compare from left to right, higher is better.
 */
function assign<L, R>(
  labels: readonly L[],
  readings: readonly R[],
  rank: (label: L, reading: R) => readonly number[] | null,
): { matched: (readonly [L, R])[]; unmatchedLabels: L[]; unmatchedReadings: R[] } {
  const candidates: { label: number; reading: number; rank: readonly number[] }[] = [];
  labels.forEach((label, l) => {
    readings.forEach((reading, r) => {
      const ranked = rank(label, reading);
      if (ranked) candidates.push({ label: l, reading: r, rank: ranked });
    });
  });
  candidates.sort((a, b) => compareRanks(b.rank, a.rank));
  const usedLabels = new Set<number>();
  const usedReadings = new Set<number>();
  const matched: (readonly [L, R])[] = [];
  for (const { label, reading } of candidates) {
    if (usedLabels.has(label) || usedReadings.has(reading)) continue;
    usedLabels.add(label);
    usedReadings.add(reading);
    matched.push([labels[label]!, readings[reading]!]);
  }
  return {
    matched,
    unmatchedLabels: labels.filter((_, index) => !usedLabels.has(index)),
    unmatchedReadings: readings.filter((_, index) => !usedReadings.has(index)),
  };
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** First mention of each instrument; share classes of one company count once. */
function instrumentsOf(mentions: readonly ResolvedMention[]): ResolvedMention[] {
  const first = new Map<string, ResolvedMention>();
  for (const resolved of mentions) {
    const key = companySymbol(resolved.instrument.id);
    if (!first.has(key)) first.set(key, resolved);
  }
  return [...first.values()];
}

function isIndexLike(instrument: Instrument): boolean {
  return instrument.kind === 'index' || instrument.kind === 'group';
}

function describeMention({ mention, instrument }: ResolvedMention): string {
  return `${mention.notation} "${mention.text}" = ${instrument.id} (${instrument.name}; evidence ${mention.evidence})`;
}

function describeLabel(label: ClaimLabel): string {
  return describe(label, label.value, label.method, label.text);
}

/** One line with all that a claim was read as. */
export function describeClaim(claim: Claim): string {
  return describe(claim, labelValueOf(claim), claim.definition, claim.quote);
}

function describe(
  claim: Pick<ClaimLabel, 'metric' | 'unit' | 'subject' | 'benchmark' | 'period' | 'forecast'>,
  value: ClaimLabel['value'],
  method: string | null,
  quote: string,
): string {
  const parts = [
    `${claim.metric} ${Array.isArray(value) ? value.join(' to ') : String(value)} ${claim.unit ?? ''}`.trim(),
    `of ${claim.subject ?? 'null'}`,
    ...(claim.benchmark === null ? [] : [`against ${claim.benchmark}`]),
    ...(claim.period === null ? [] : [claim.period]),
    ...(method === null ? [] : [method]),
    ...(claim.forecast ? ['forecast'] : []),
  ];
  return `${parts.join(', ')} "${quote.replace(/\s+/g, ' ')}"`;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
