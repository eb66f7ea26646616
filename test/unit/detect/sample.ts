import type { Detection, DraftClaim, Mention } from '../../../lib/detect/detection.ts';

export function mention(id: number, over: Partial<Mention> = {}): Mention {
  return {
    id,
    span: { start: id * 10, end: id * 10 + 4 },
    text: 'VTWO',
    notation: 'exchange',
    known: null,
    symbol: 'VTWO',
    exchange: 'XNAS',
    evidence: 'strong',
    joinsPrevious: false,
    sentenceStart: false,
    ...over,
  };
}

export function draftClaim(id: number, over: Partial<DraftClaim> = {}): DraftClaim {
  return {
    id,
    metric: 'pe',
    value: { low: 17, high: 17, halfUnit: 0.5, isFraction: false, text: null },
    unit: 'x',
    qualifier: 'exact',
    subjects: [0],
    benchmarks: [],
    period: null,
    definition: null,
    component: null,
    componentMentions: [],
    isSubjectCertain: false,
    isPlain: true,
    subjectKind: null,
    group: null,
    benchmarkGroup: null,
    entryDay: null, annualized: false,
    forecast: false,
    past: false,
    statedDate: null,
    vendor: null,
    span: { start: 0, end: 30 },
    valueSpan: { start: 20, end: 22 },
    quote: 'VTWO trades at a P/E of 17',
    sentence: 'VTWO trades at a P/E of 17.',
    ...over,
  };
}

export function detection(over: Partial<Detection> = {}): Detection {
  return { mentions: [mention(0)], claims: [draftClaim(0)], articleSubjects: [0], words: 6, topic: { market: 'clear', isForum: false }, published: null, ...over };
}
