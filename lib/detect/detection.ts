import type { Span } from '../text/span.ts';
import type { InstrumentId } from '../market/instrument.ts';
import type { Definition, MetricId, Unit } from '../market/metric.ts';

/** How a mention is written. `cashtag` spans hold the `$`; `exchange` and `paren` spans are the bare symbol. */
export type Notation = 'cashtag' | 'exchange' | 'paren' | 'bare' | 'name' | 'index';

/**
 * A span that names, or may name, an instrument. Index families are known in the page (`known`); everything else is a
 * candidate that the background confirms against the directory.
 */
export interface Mention {
  /** Position in `Detection.mentions`. */
  readonly id: number;
  readonly span: Span;
  /** The words as they stand in the text. */
  readonly text: string;
  readonly notation: Notation;
  /** The instrument when the page already knows it (index names), else null. */
  readonly known: InstrumentId | null;
  /** The symbol as written, upper case, for symbol notations; null for names. */
  readonly symbol: string | null;
  /** MIC stated by an exchange-qualified mention; null otherwise. */
  readonly exchange: string | null;
  /**
   * Evidence around the words that this is a security: `strong` (explicit notation), `trade` (what is bought, sold or
   * held: "80 calls in ALIT", "GME shares", "TSLA 400c"), `context` (a word of the trade near it), `none`. Names and
   * symbols that are everyday words need at least `context`.
   */
  readonly evidence: 'strong' | 'trade' | 'context' | 'none';
  /** A comma, "and" or "or" alone parts it from the mention before: both are members of one list. */
  readonly joinsPrevious: boolean;
  /** True when the words open a sentence, where any word has a capital. */
  readonly sentenceStart: boolean;
}

/** Wording around the figure; decides the width of the interval (VERDICTS, rules 1 to 4). */
export type Qualifier = 'exact' | 'about' | 'nearly' | 'over' | 'under' | 'up to' | 'range';

/** A figure as written. */
export interface ClaimValue {
  /** Signed, full units, percentages as written. For a range: the two ends; otherwise equal. */
  readonly low: number;
  readonly high: number;
  /** Half a unit of the last written digit, in the same units (17 → 0.5, "17.45" → 0.005); 0 for counts in words. */
  readonly halfUnit: number;
  /** Written as a fraction in words ("a third", "two in five", "half"). */
  readonly isFraction: boolean;
  /** For schedules and flags: `annual:June`, `true`; null for numbers. */
  readonly text: string | null;
}

/**
 * Period codes as in the corpus: `YTD`, `MTD`, `QTD`, `day`, `week`, `nD`, `nW`, `nM`, `nY`, `since:DATE`,
 * `unclear` when the words name a time that could not be resolved,
 * `calendar:YYYY`, `month:YYYY-MM`, `quarter:YYYYQn`, `range:A..B` (or years `range:YYYY-YYYY`), `avg:nY`, `inception`.
 */
export type Period = string;

/** A claim before it is known whom it is about. */
export interface DraftClaim {
  readonly id: number;
  readonly metric: MetricId;
  readonly value: ClaimValue;
  readonly unit: Unit;
  readonly qualifier: Qualifier;
  /** Ids of mentions, most likely first. Empty when the text names nobody. */
  readonly subjects: readonly number[];
  /** The first subject is the grammatical one: when the directory does not know it, the figure is nobody else's. */
  readonly isSubjectCertain: boolean;
  /** The sentence itself says whom and when, without a choice among several: only then may the figure be called wrong. */
  readonly isPlain: boolean;
  /** "the fund", "the index", "the stock": only such an instrument can be meant. */
  readonly subjectKind: 'stock' | 'fund' | 'index' | null;
  /**
   * "small caps", "large caps": `GROUP:SMALLCAP` and the like. The subjects then hold the article's own index for the
   * group, if it names one.
   */
  readonly group: string | null;
  /** The same for the benchmark. */
  readonly benchmarkGroup: string | null;
  /** Ids of mentions that may be the benchmark, most likely first; for `return_vs` and `streak`. */
  readonly benchmarks: readonly number[];
  readonly period: Period | null;
  readonly definition: Definition | null;
  /** Sector name or `TOP10`; for holdings the canonical symbol is filled in at resolution from `componentMentions`. */
  readonly component: string | null;
  /** Ids of mentions that may be the holding, most likely first. */
  readonly componentMentions: readonly number[];
  /** Day of the entry that says it (a post of a live blog), where that is another than the article's; null otherwise. */
  readonly entryDay: string | null;
  readonly annualized: boolean;
  /** Forecast, target, conditional: shown, never judged. */
  readonly forecast: boolean;
  /** Figures in a past tense or with a stated date are judged as of then and never become outdated. */
  readonly past: boolean;
  /** A date stated with the figure ("as of 31 March", "in September 2024") as first and last day, or null. */
  readonly statedDate: { readonly from: string; readonly to: string } | null;
  /** A vendor named as the origin ("iShares says", "according to Apollo"), as written. */
  readonly vendor: string | null;
  /** The clause, from its first to its last telling word. */
  readonly span: Span;
  /** The figure itself, inside `span`. */
  readonly valueSpan: Span;
  /** `text` of the span, white space folded. */
  readonly quote: string;
  /** The sentence around it, white space folded, at most 300 characters: for the card and for quote selectors. */
  readonly sentence: string;
}

/** What a page as a whole is about, and in what manner it is written. */
export interface Topic {
  /**
   * `clear`: the text is about securities; `some`: about companies, or too short to tell while nothing speaks against
   * it; `none`: about something else.
   */
  readonly market: 'clear' | 'some' | 'none';
  /** Written as people write in forums: securities by symbol, companies named in passing. */
  readonly isForum: boolean;
}

/** All that was read from one page. */
export interface Detection {
  readonly mentions: readonly Mention[];
  readonly claims: readonly DraftClaim[];
  /** Mentions that can stand for the article as a whole (title, headings, most frequent), best first. */
  readonly articleSubjects: readonly number[];
  readonly words: number;
  readonly topic: Topic;
  /** The article's own date, `YYYY-MM-DD`, or null: symbols change hands. */
  readonly published: string | null;
}
