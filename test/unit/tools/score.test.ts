import { describe, expect, it } from 'vitest';
import type { Claim, ResolvedMention } from '../../../lib/check/finding.ts';
import type { Notation } from '../../../lib/detect/detection.ts';
import { parseLabels } from '../../eval/labels.ts';
import type { Reading } from '../../eval/score.ts';
import { Scorer } from '../../eval/score.ts';

const TEXT = 'Shares of Alphabet rose 12% this year while the fund IWM trades at a P/E of 17.4.';

function claimLabel(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    text: 'IWM trades at a P/E of 17.4', value_text: '17.4', metric: 'pe', value: 17.4, unit: 'x', qualifier: 'exact',
    subject: 'IWM', benchmark: null, period: null, method: null, ...over,
  };
}

function claim(over: Partial<Claim> & { at?: string; number?: number } = {}): Claim {
  const { at = '17.4', number = 17.4, ...rest } = over;
  const start = TEXT.indexOf(at);
  return {
    id: 0, metric: 'pe', value: { low: number, high: number, halfUnit: 0.05, isFraction: false, text: null }, unit: 'x',
    qualifier: 'exact', definition: null, period: null, component: null, isPlain: true, entryDay: null, annualized: false, forecast: false, past: false,
    statedDate: null, vendor: null, span: { start, end: start + at.length }, valueSpan: { start, end: start + at.length },
    quote: at, sentence: at, subject: 'IWM', group: null, benchmarkGroup: null, benchmark: null, ...rest,
  };
}

function mention(text: string, symbol: string, notation: Notation, former: readonly string[] = [], at = TEXT.indexOf(text)): ResolvedMention {
  return {
    mention: {
      id: 0, span: { start: at, end: at + text.length }, text, notation, known: null, symbol: null, exchange: null,
      evidence: 'context', joinsPrevious: false, sentenceStart: false,
    },
    instrument: {
      id: symbol, kind: symbol.startsWith('INDEX:') ? 'index' : 'stock', symbol, name: symbol, aliases: [], exchange: null,
      sector: null, tracks: null, formerSymbols: former.map((s) => ({ symbol: s, until: '2022-06-08' })), commonWord: false,
    },
  };
}

function scored(labels: Record<string, unknown>, reading: Partial<Reading>) {
  const [document] = parseLabels(JSON.stringify({ id: 'd', text: TEXT, published: null, ...labels }));
  const scorer = new Scorer(() => null);
  scorer.add(document!, { mentions: [], claims: [], ...reading });
  return scorer.report('set');
}

function claimScores(label: Record<string, unknown>, ...claims: Claim[]) {
  const { found, strict } = scored({ claims: [label] }, { claims }).claims;
  return { found: [found.tp, found.fp, found.fn], strict: [strict.tp, strict.fp, strict.fn] };
}

const RIGHT = { found: [1, 0, 0], strict: [1, 0, 0] };
const FOUND_ONLY = { found: [1, 0, 0], strict: [0, 1, 1] };
const WRONG = { found: [0, 1, 1], strict: [0, 1, 1] };

describe('claims', () => {
  it('count as found and strict when every field is right', () => {
    expect(claimScores(claimLabel(), claim())).toEqual(RIGHT);
  });

  it('are missed or false when metric, value or place differ', () => {
    expect(claimScores(claimLabel(), claim({ metric: 'pb' }))).toEqual(WRONG);
    expect(claimScores(claimLabel(), claim({ number: 17 }))).toEqual(WRONG);
    expect(claimScores(claimLabel(), claim({ at: '12%' }))).toEqual(WRONG);
    expect(claimScores(claimLabel())).toEqual({ found: [0, 0, 1], strict: [0, 0, 1] });
  });

  it('are found only when a strict field differs, and say which', () => {
    const wrong: Partial<Claim>[] = [
      { subject: 'VTWO' }, { subject: null }, { benchmark: 'SPY' }, { unit: '%' }, { period: 'YTD' }, { definition: 'trailing' },
    ];
    for (const over of wrong) expect(claimScores(claimLabel(), claim(over))).toEqual(FOUND_ONLY);
    const [miss] = scored({ claims: [claimLabel()] }, { claims: [claim({ subject: 'VTWO', period: 'YTD' })] }).misses;
    expect(miss?.fields).toEqual([
      { field: 'subject', wanted: 'IWM', read: 'VTWO' },
      { field: 'period', wanted: null, read: 'YTD' },
    ]);
  });

  it('accept every alternative that the label lists', () => {
    expect(claimScores(claimLabel({ alt_metric: ['pe_forward'] }), claim({ metric: 'pe_forward' }))).toEqual(RIGHT);
    expect(claimScores(claimLabel({ alt_method: ['trailing'] }), claim({ definition: 'trailing' }))).toEqual(RIGHT);
    expect(claimScores(claimLabel({ method: 'trailing', alt_method: [null] }), claim())).toEqual(RIGHT);
    expect(claimScores(claimLabel({ period: '5Y', alt_period: [null] }), claim())).toEqual(RIGHT);
    expect(claimScores(claimLabel({ alt_subject: ['VTWO'] }), claim({ subject: 'VTWO' }))).toEqual(RIGHT);
  });

  it('are neutral when the label is optional', () => {
    const none = { found: [0, 0, 0], strict: [0, 0, 0] };
    expect(claimScores(claimLabel({ optional: true }), claim())).toEqual(none);
    expect(claimScores(claimLabel({ optional: true }))).toEqual(none);
  });

  it('match a required label rather than an optional one', () => {
    const labels = [claimLabel({ optional: true }), claimLabel({ subject: 'VTWO' })];
    const { found } = scored({ claims: labels }, { claims: [claim()] }).claims;
    expect([found.tp, found.fp, found.fn]).toEqual([1, 0, 0]);
  });

  it('count one reading for one label: two subjects of one figure are two claims', () => {
    const labels = [claimLabel(), claimLabel({ subject: 'VTWO' })];
    const both = scored({ claims: labels }, { claims: [claim({ subject: 'VTWO' }), claim()] }).claims;
    expect(both.strict.tp).toBe(2);
    const twice = scored({ claims: [claimLabel()] }, { claims: [claim(), claim()] }).claims;
    expect([twice.found.tp, twice.found.fp]).toEqual([1, 1]);
  });

  it('give 0.1 to fractions in words and nothing to digits', () => {
    const words = claimLabel({ text: 'the fund IWM', value_text: 'fund', value: 33.3 });
    expect(claimScores(words, claim({ at: 'fund', number: 100 / 3 }))).toEqual(RIGHT);
    expect(claimScores(words, claim({ at: 'fund', number: 33.5 }))).toEqual(WRONG);
    expect(claimScores(claimLabel(), claim({ number: 17.45 }))).toEqual(WRONG);
  });

  it('compare both ends of a range, and the words of a schedule or flag', () => {
    const range = claimLabel({ value: [13, 21] });
    const value = { halfUnit: 0.5, isFraction: false, text: null };
    expect(claimScores(range, claim({ value: { ...value, low: 13, high: 21 } }))).toEqual(RIGHT);
    expect(claimScores(range, claim({ value: { ...value, low: 13, high: 22 } }))).toEqual(WRONG);
    expect(claimScores(range, claim({ value: { ...value, low: 13, high: 13 } }))).toEqual(WRONG);
    const words = (unit: 'schedule' | 'flag', text: string) => claim({ unit, value: { ...value, low: 0, high: 0, text } });
    const schedule = claimLabel({ unit: 'schedule', value: 'annual:June' });
    expect(claimScores(schedule, words('schedule', 'annual:June'))).toEqual(RIGHT);
    expect(claimScores(schedule, words('schedule', 'annual'))).toEqual(WRONG);
    expect(claimScores(claimLabel({ unit: 'flag', value: true }), words('flag', 'true'))).toEqual(RIGHT);
    expect(claimScores(claimLabel({ unit: 'flag', value: false }), words('flag', 'true'))).toEqual(WRONG);
  });

  it('take a null period for a trading day and for a stated as-of month, never the other way round', () => {
    const onReturn = { metric: 'return', unit: 'x' };
    expect(claimScores(claimLabel({ period: 'day' }), claim())).toEqual(RIGHT);
    expect(claimScores(claimLabel(), claim({ period: 'day' }))).toEqual(FOUND_ONLY);
    expect(claimScores(claimLabel({ period: 'month:2025-08' }), claim())).toEqual(RIGHT);
    expect(claimScores(claimLabel({ ...onReturn, period: 'month:2025-08' }), claim({ metric: 'return' }))).toEqual(FOUND_ONLY);
    expect(claimScores(claimLabel({ period: 'YTD' }), claim())).toEqual(FOUND_ONLY);
  });

  it('take 5D for a week, the date for an inception, and both codes of a fiscal quarter', () => {
    expect(claimScores(claimLabel({ period: 'week' }), claim({ period: '5D' }))).toEqual(RIGHT);
    expect(claimScores(claimLabel({ period: '5D' }), claim({ period: 'week' }))).toEqual(FOUND_ONLY);
    const text = `${TEXT} Since its launch in 2010, and in its fiscal second quarter.`;
    const inText = { text, claims: [claimLabel({ period: 'inception' })] };
    expect(scored(inText, { claims: [claim({ period: 'since:2010-09' })] }).claims.strict.tp).toBe(1);
    expect(scored(inText, { claims: [claim({ period: 'since:2011' })] }).claims.strict.tp).toBe(0);
    const fiscal = { text, claims: [claimLabel({ period: 'quarter:2025Q2' })] };
    expect(scored(fiscal, { claims: [claim({ period: 'quarter:2025Q1' })] }).claims.strict.tp).toBe(1);
    expect(scored(fiscal, { claims: [claim({ period: 'quarter:2023Q1' })] }).claims.strict.tp).toBe(0);
    expect(claimScores(claimLabel({ period: 'quarter:2025Q2' }), claim({ period: 'quarter:2025Q1' }))).toEqual(FOUND_ONLY);
  });

  it('let a group go unnamed as subject, and take either share class of a company', () => {
    expect(claimScores(claimLabel({ subject: 'INDEX:MAG7' }), claim({ subject: null }))).toEqual(RIGHT);
    expect(claimScores(claimLabel({ subject: 'GOOG' }), claim({ subject: 'GOOGL' }))).toEqual(RIGHT);
    expect(claimScores(claimLabel({ subject: 'BRK.A' }), claim({ subject: 'BRK.B' }))).toEqual(RIGHT);
  });

  it('ignore open-ended metrics without a label', () => {
    expect(claimScores(claimLabel(), claim(), claim({ metric: 'other:volume', at: '12%' }))).toEqual(RIGHT);
  });

  it('do not count how a share was counted as a method', () => {
    expect(claimScores(claimLabel(), claim({ definition: 'by_weight' }))).toEqual(RIGHT);
  });

  it('are sorted by metric, and forecasts are told apart', () => {
    const report = scored({ claims: [claimLabel({ forecast: true })] }, { claims: [claim(), claim({ metric: 'pb', forecast: true })] });
    expect(report.claims.byMetric.pe).toMatchObject({ tp: 1, fp: 0 });
    expect(report.claims.byMetric.pb).toMatchObject({ tp: 0, fp: 1, precision: 0 });
    expect(report.forecast).toMatchObject({ tp: 0, fp: 1, fn: 1 });
  });
});

describe('mentions', () => {
  const label = (text: string, symbol: string, notation: Notation, over = {}) => ({ text, symbol, notation, occurrence: 0, ...over });

  it('agree by symbol and by half of the span', () => {
    const tickers = [label('IWM', 'IWM', 'bare'), label('Alphabet', 'GOOGL', 'name')];
    const right = scored({ tickers }, { mentions: [mention('IWM', 'IWM', 'bare'), mention('Shares of Alphabet', 'GOOGL', 'name')] });
    expect(right.mentions.all).toMatchObject({ tp: 1, fp: 1, fn: 1 });
    expect(right.mentions.bare).toMatchObject({ tp: 1, fp: 0, fn: 0, precision: 1, recall: 1, f1: 1 });
    expect(right.mentions.name).toMatchObject({ tp: 0, fp: 1, fn: 1 });
    expect(right.falseMarksPer10kWords).toBe(Math.round((1 / 17) * 1e8) / 1e4);
    const wrong = scored({ tickers: [label('IWM', 'IWM', 'bare')] }, { mentions: [mention('IWM', 'VTWO', 'bare')] });
    expect(wrong.mentions.all).toMatchObject({ tp: 0, fp: 1, fn: 1 });
  });

  it('take either share class for a name, not for a symbol', () => {
    const name = [label('Alphabet', 'GOOG', 'name')];
    expect(scored({ tickers: name }, { mentions: [mention('Alphabet', 'GOOGL', 'name')] }).mentions.all.tp).toBe(1);
    const bare = [label('IWM', 'GOOG', 'bare')];
    expect(scored({ tickers: bare }, { mentions: [mention('IWM', 'GOOGL', 'bare')] }).mentions.all.tp).toBe(0);
  });

  it('are neutral when optional', () => {
    const tickers = [label('IWM', 'IWM', 'bare', { optional: true })];
    for (const mentions of [[], [mention('IWM', 'IWM', 'bare')]]) {
      expect(scored({ tickers }, { mentions }).mentions.all).toMatchObject({ tp: 0, fp: 0, fn: 0 });
    }
  });

  it('find the occurrence that the label means', () => {
    const [document] = parseLabels(JSON.stringify({ id: 'd', text: 'IWM and IWM', tickers: [label('IWM', 'IWM', 'bare', { occurrence: 1 })] }));
    expect(document?.tickers?.[0]).toMatchObject({ start: 8, end: 11 });
  });
});

describe('symbols of a document', () => {
  it('are sets without indices, each once, with former symbols and share classes', () => {
    const mentions = [
      mention('Alphabet', 'GOOGL', 'name'), mention('IWM', 'META', 'bare', ['FB']), mention('fund', 'XYZ', 'bare'),
      mention('fund', 'XYZ', 'bare'), mention('Shares', 'INDEX:SP500', 'index'),
    ];
    const report = scored({ symbols: ['GOOG', 'FB', 'MSFT'] }, { mentions });
    expect(report.symbols).toMatchObject({ tp: 2, fp: 1, fn: 1 });
    expect(report.misses.map((m) => m.what)).toEqual(['MSFT']);
    expect(report.falseAlarms.map((m) => m.document)).toEqual(['d']);
  });

  it('leave optional symbols alone', () => {
    const report = scored({ symbols: ['GOOGL'], optionalSymbols: ['XYZ'] }, { mentions: [mention('fund', 'XYZ', 'bare')] });
    expect(report.symbols).toMatchObject({ tp: 0, fp: 0, fn: 1 });
  });

  it('must all be found where `allSymbols` lists them, and others do not count', () => {
    const report = scored({ allSymbols: ['IWM', 'INDEX:SP500'] }, { mentions: [mention('IWM', 'IWM', 'bare'), mention('fund', 'XYZ', 'bare')] });
    expect(report.symbols).toMatchObject({ tp: 1, fp: 0, fn: 1 });
  });
});

describe('labels', () => {
  it('name file and line of what is wrong', () => {
    expect(() => parseLabels('{"id":"a","text":"t"}\n{oops', 'x.jsonl')).toThrow(/^x\.jsonl:2: not JSON/);
    expect(() => parseLabels('{"id":"a"}', 'x.jsonl')).toThrow(/^x\.jsonl:1: [^]*text/);
    const absent = JSON.stringify({ id: 'a', text: 't', claims: [claimLabel()] });
    expect(() => parseLabels(absent, 'x.jsonl')).toThrow(/^x\.jsonl:1: occurrence 0 of "IWM trades/);
  });
});
