import type { ArticleText } from '../text/document.ts';
import type { Quantity } from '../text/quantities.ts';
import type { Definition, MetricId, Unit } from '../market/metric.ts';
import type { ClaimValue, DraftClaim, Qualifier } from './detection.ts';
import { unique } from './page.ts';
import { spanOf, type BlockReading } from './reading.ts';
import type { DateRange } from './period-readers.ts';

/** A claim while it is put together: tokens of its block instead of offsets. */
export interface Draft {
  readonly reading: BlockReading;
  metric: MetricId;
  value: ClaimValue;
  unit: Unit;
  qualifier: Qualifier;
  subjects: number[];
  benchmarks: number[];
  /** True when the first subject is the grammatical one: if it cannot be resolved, nobody else inherits the figure. */
  isSubjectCertain: boolean;
  /** The first subject stands as the subject of the verb, or right behind the figure: names in a row with it share the figure. */
  isSubjectInRow: boolean;
  /** See `plain.ts`. */
  isPlain: boolean;
  subjectKind: 'stock' | 'fund' | 'index' | null;
  group: string | null;
  benchmarkGroup: string | null;
  period: string | null;
  definition: Definition | null;
  component: string | null;
  components: number[];
  annualized: boolean;
  forecast: boolean;
  past: boolean;
  statedDate: DateRange | null;
  vendor: string | null;
  /** Token indices of the clause and of the figure. */
  from: number;
  to: number;
  valueFrom: number;
  valueTo: number;
  /** Direction the words gave, for members of a list that inherit it. */
  direction: 1 | -1 | 0;
}

const QUALIFIER: Readonly<Record<NonNullable<Quantity['hedge']>, Qualifier>> = {
  about: 'about', nearly: 'nearly', over: 'over', under: 'under', 'up to': 'up to',
};

/** The figure as a claim value, with `factor` for unit changes (basis points to percent) and `sign` for direction. */
export function valueOf(quantity: Quantity, sign: 1 | -1 = 1, factor = 1): ClaimValue {
  const a = clean(quantity.low * sign * factor);
  const b = clean(quantity.high * sign * factor);
  return {
    low: Math.min(a, b), high: Math.max(a, b), halfUnit: clean(quantity.halfUnit * factor), isFraction: quantity.isFraction, text: null,
  };
}

/** Removes binary dust: 640 × 0.01 is 6.4. */
function clean(value: number): number {
  // Most figures have none: writing them out to find that takes longer than the rest of the draft.
  if (Math.abs(value) < 1e6 && Math.round(value * 1e6) / 1e6 === value) return value;
  return Number(value.toPrecision(12));
}

export function qualifierOf(quantity: Quantity): Qualifier {
  if (quantity.isRange) return 'range';
  return quantity.hedge === null ? 'exact' : QUALIFIER[quantity.hedge];
}

export function draftFrom(reading: BlockReading, quantity: Quantity, metric: MetricId, unit: Unit, extra: Partial<Draft> = {}): Draft {
  return {
    reading, metric, unit, value: valueOf(quantity), qualifier: qualifierOf(quantity), subjects: [], benchmarks: [], isSubjectCertain: false, isSubjectInRow: false, isPlain: true, subjectKind: null, group: null, benchmarkGroup: null,
    period: null, definition: null, component: null, components: [], annualized: false, forecast: false, past: false, statedDate: null, vendor: null,
    from: quantity.hedgedFrom, to: quantity.hedgedTo, valueFrom: quantity.from, valueTo: quantity.to, direction: 0, ...extra,
  };
}

/** A claim whose value is a word: a schedule, a flag, a year. */
export function draftFromWords(reading: BlockReading, metric: MetricId, unit: Unit, text: string | null, number: number, at: readonly [number, number], span: readonly [number, number]): Draft {
  return {
    reading, metric, unit, value: { low: number, high: number, halfUnit: 0, isFraction: false, text }, qualifier: 'exact', subjects: [], benchmarks: [], isSubjectCertain: false, isSubjectInRow: false, isPlain: true, subjectKind: null, group: null, benchmarkGroup: null,
    period: null, definition: null, component: null, components: [], annualized: false, forecast: false, past: false, statedDate: null, vendor: null,
    from: span[0], to: span[1], valueFrom: at[0], valueTo: at[1], direction: 0,
  };
}

/** Turns a draft into plain data with offsets into the article. */
export function finishDraft(draft: Draft, id: number, article: ArticleText): DraftClaim {
  const { tokens, sentences } = draft.reading;
  const span = spanOf(draft.reading, Math.min(draft.from, draft.valueFrom), Math.max(draft.to, draft.valueTo));
  const sentence = sentences.find(([from, to]) => from <= draft.valueFrom && draft.valueFrom < to) ?? [0, tokens.length];
  const around = spanOf(draft.reading, sentence[0], sentence[1]);
  return {
    id, metric: draft.metric, value: draft.value, unit: draft.unit, qualifier: draft.qualifier,
    subjects: unique(draft.subjects), benchmarks: unique(draft.benchmarks), isSubjectCertain: draft.isSubjectCertain, isPlain: draft.isPlain, subjectKind: draft.subjectKind, group: draft.group, benchmarkGroup: draft.benchmarkGroup,
    period: draft.period, definition: draft.definition, component: draft.component, componentMentions: unique(draft.components),
    entryDay: draft.reading.block.published ?? null, annualized: draft.annualized, forecast: draft.forecast, past: draft.past, statedDate: draft.statedDate, vendor: draft.vendor,
    span, valueSpan: spanOf(draft.reading, draft.valueFrom, draft.valueTo),
    quote: fold(article.text.slice(span.start, span.end)), sentence: fold(article.text.slice(around.start, around.end)).slice(0, 300),
  };
}

function fold(text: string): string {
  // White space in a text is nearly always folded already.
  return /[^\S ]|\s\s/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
}
