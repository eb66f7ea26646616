import type { ClaimValue, DraftClaim, Mention } from '../detect/detection.ts';
import type { Company } from '../market/company-figures.ts';
import type { Membership } from '../market/holdings.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { Definition, MetricId } from '../market/metric.ts';
import type { Coverage, LevelSeries, Observation, Source } from '../market/observation.ts';

/** Symbols and names to instruments. Look-ups are by exact key; see `market/names.ts` for how keys are made. */
export interface Directory {
  byId(id: InstrumentId): Instrument | null;
  /**
   * Canonical (dot) symbol: whose it was on that day, `YYYY-MM-DD`. Without a day, whose it is now, or else whose it was
   * last. A company that is no longer listed keeps its last symbol until another takes it over.
   */
  bySymbol(symbol: string, day?: string | null): Instrument | null;
  /** `nameKey` of a name; several instruments may share one. */
  byNameKey(key: string): readonly Instrument[];
}

/** Dated data for judging; the caller has loaded what `evidenceKeys` asked for. */
export interface EvidenceStore {
  observations(instrument: InstrumentId, metric: MetricId): readonly Observation[];
  series(instrument: InstrumentId, basis: 'price' | 'total'): LevelSeries | null;
  /** Funds on record that track this index. */
  fundsTracking(index: InstrumentId): readonly InstrumentId[];
  /** Funds on record that hold an instrument. */
  heldBy(instrument: InstrumentId): readonly Membership[];
  /** What is known of a company from its reports, or null. */
  company(instrument: InstrumentId): Company | null;
  /** Whether any fund's holdings and any company's reports are on record: where not, a source is missing and not a fact. */
  readonly hasHoldings: boolean;
  readonly hasReports: boolean;
  /** Last day for which the data can speak, `YYYY-MM-DD`. */
  readonly dataEnd: string;
}

/** A mention whose instrument is certain. */
export interface ResolvedMention {
  readonly mention: Mention;
  readonly instrument: Instrument;
}

/** A draft claim with its parties known. `subject` is null when it is in doubt. */
export interface Claim extends Omit<DraftClaim, 'subjects' | 'benchmarks' | 'componentMentions' | 'isSubjectCertain' | 'subjectKind'> {
  readonly subject: InstrumentId | null;
  readonly benchmark: InstrumentId | null;
}

export type Verdict = 'supported' | 'definition-dependent' | 'outdated' | 'contradicted' | 'unverifiable';

/** One figure that was set against the claim. */
export interface Evidence {
  readonly instrument: InstrumentId;
  readonly instrumentName: string;
  readonly metric: MetricId;
  readonly definitions: readonly Definition[];
  /** One line in the publisher's or our terms: "adjusted close: dividends reinvested, 2022-12-30 to 2023-12-29". */
  readonly method: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string | null;
  readonly unit: Claim['unit'];
  readonly asOf: { readonly from: string; readonly to: string };
  readonly source: Source;
  /** Whether the figure lies in the claim's interval. */
  readonly fits: boolean;
  /** `then`: near the article's date; `now`: the latest on record, used for `outdated` only. */
  readonly role: 'then' | 'now';
  /** For returns: the two levels the figure was computed from, and for a picture the levels between them. */
  readonly levels?: readonly (readonly [string, number])[];
  /** Set when the data are another instrument's: fund for index, index for fund. */
  readonly standsFor?: InstrumentId;
  /** For figures computed from holdings: how much of the whole went in. */
  readonly coverage?: Coverage;
}

/** The interval of values that the wording admits; null ends are open. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/** Closed set; `present/reasons.ts` has one sentence for each. */
export type ReasonCode =
  | 'fits'
  | 'fits-stated-definition'
  | 'fits-one-definition'
  | 'fits-understated'
  | 'fits-price-return'
  | 'fits-total-return'
  | 'fits-rule'
  | 'fits-streak'
  | 'order-depends-on-definition'
  | 'changed-since'
  | 'rule-changed-since'
  | 'outside-every-definition'
  | 'outside-stated-definition'
  | 'outside-return'
  | 'outside-rule'
  | 'streak-broken'
  | 'forecast'
  | 'no-subject'
  | 'ambiguous-subject'
  | 'not-plainly-said'
  | 'no-date'
  | 'no-data'
  | 'no-data-near'
  | 'only-partial-data'
  | 'data-too-coarse'
  | 'definition-not-on-record'
  | 'only-other-definition'
  | 'only-other-basis'
  | 'period-unclear'
  | 'too-close-to-call'
  | 'sources-disagree'
  | 'not-checkable';

/** A remark beside the reason; each has a sentence too. */
export type NoteCode =
  | 'points-not-percent'
  | 'fund-for-index'
  | 'index-for-fund'
  | 'proxy-for-small-caps'
  | 'leaves-out-loss-makers'
  | 'carried-by-price'
  | 'latest-differs'
  | 'undated-article'
  | 'nominal-count'
  | 'partial-coverage'
  | 'range-covers';

/** A claim with its verdict, and everything needed to explain it. Plain data: crosses message borders as it is. */
export interface Finding {
  readonly claim: Claim;
  readonly subjectName: string | null;
  readonly benchmarkName: string | null;
  readonly interval: Interval | null;
  readonly verdict: Verdict;
  readonly reason: ReasonCode;
  readonly notes: readonly NoteCode[];
  readonly evidence: readonly Evidence[];
  /** For `unverifiable`: what would settle it, a code of `present/reasons.ts`; null otherwise. */
  readonly wanted: 'date' | 'source' | 'definition' | 'subject' | 'daily-data' | 'time' | null;
  /** Other places of the page with the same claim (copies of the article inside its page), as claim ids. */
  readonly copies: readonly number[];
}

export type { ClaimValue };
