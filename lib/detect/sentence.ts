/** One sentence with what was found in it, and the small questions the rules ask of it. */
import type { Quantity } from '../text/quantities.ts';
import { TokenMemo } from '../text/token-memo.ts';
import type { PeriodMatch } from './periods.ts';
import { figureList, withListUnits } from './figure-lists.ts';
import { PART_OF, type BlockReading, type Found, type MetricPhrase, type PlacedMention } from './reading.ts';
import type { Cue } from './vocabulary/cues.ts';
import { SIGNS, signsOf, type SignKind } from './vocabulary/signs.ts';
import type { Definition } from '../market/metric.ts';

/** A sentence of a block. What the rules ask of it again and again is found once, when it is first asked. */
export class Sentence {
  readonly reading: BlockReading;
  /** Its tokens `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly quantities: readonly Quantity[];
  #cues: readonly Found<Cue>[] | null = null;
  #breaks: readonly number[] | null = null;
  #signs = -1;

  constructor(reading: BlockReading, from: number, to: number, quantities: readonly Quantity[]) {
    this.reading = reading;
    this.from = from;
    this.to = to;
    this.quantities = quantities;
  }

  get cues(): readonly Found<Cue>[] {
    this.#cues ??= this.reading.sentences.length === 1 ? this.reading.cues : this.reading.cues.filter((cue) => cue.from >= this.from && cue.to <= this.to);
    return this.#cues;
  }

  /** Tokens that part clauses, left to right. */
  get clauseBreaks(): readonly number[] {
    this.#breaks ??= clauseBreaksOf(this);
    return this.#breaks;
  }

  /** Whether any of the words that are a sign of `kind` stands in it. */
  hasSign(kind: SignKind): boolean {
    if (this.#signs < 0) {
      this.#signs = 0;
      for (let i = this.from; i < this.to; i += 1) this.#signs |= signsOf(this.reading.tokens[i]!);
    }
    return (this.#signs & SIGNS[kind]) !== 0;
  }
}

export function sentencesOf(reading: BlockReading): Sentence[] {
  const { quantities } = reading;
  let next = 0;
  return reading.sentences.map(([from, to]) => {
    const first = next;
    while (next < quantities.length && quantities[next]!.from < to) next += 1;
    return new Sentence(reading, from, to, first === next ? NO_QUANTITIES : withListUnits(reading.tokens, quantities.slice(first, next)));
  });
}

const NO_QUANTITIES: readonly Quantity[] = [];

/** The colon of "(NYSE: EAT)". */
function isBracketed(sentence: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(sentence.from, at - 4); i -= 1) if (sentence.reading.tokens[i]!.lower === '(') return true;
  return false;
}

/**
 * Token indices of the clause around `at`, a token of the sentence or the one behind its last: bounded by semicolons,
 * spaced dashes and contrasting conjunctions.
 */
export function clauseAround(sentence: Sentence, at: number): readonly [number, number] {
  let { from, to } = sentence;
  for (const clauseBreak of sentence.clauseBreaks) {
    if (clauseBreak < at) from = clauseBreak + 1;
    else {
      to = clauseBreak;
      break;
    }
  }
  return [from, Math.max(to, Math.min(at + 1, sentence.reading.tokens.length))];
}

const MARKS = new Set([';', ':', '·', '•', '|']);
const CONJUNCTIONS = new Set(['while', 'whereas', 'although', 'though', 'but']);
/** What may part clauses; most tokens never do. */
const MAY_PART = new TokenMemo(({ lower }) => MARKS.has(lower) || CONJUNCTIONS.has(lower) || lower === '-' || lower === 'so');

function clauseBreaksOf(sentence: Sentence): readonly number[] {
  const { tokens } = sentence.reading;
  const breaks: number[] = [];
  for (let i = sentence.from; i < sentence.to; i += 1) if (MAY_PART.of(tokens[i]!) && isClauseBreak(sentence, i)) breaks.push(i);
  return breaks;
}

function isClauseBreak(sentence: Sentence, i: number): boolean {
  const { tokens } = sentence.reading;
  const token = tokens[i]!;
  if (token.lower === ':') return !isBracketed(sentence, i) && !(tokens[i + 1]?.glued ?? false);
  if (token.lower === '-') return !token.glued && tokens[i + 1]?.glued === false;
  return token.lower !== 'so' || tokens[i - 1]?.lower === ',';
}

/** Words between two token indices that are no filler: the distance a reader feels, or that it is more than `FAR`. */
export function gapBetween(sentence: Sentence, from: number, to: number): number {
  const { tokens, parts } = sentence.reading;
  let gap = 0;
  for (let i = from; i < to && gap <= FAR; i += 1) {
    const part = parts[i]!;
    gap += (part & PART_OF.period) !== 0 ? 0.15 : (part & PART_OF.mention) !== 0 || FILLER.has(tokens[i]!.lower) ? 0.3 : 1;
  }
  return gap;
}

/** Nothing that is further off belongs together; how much further does not matter. */
const FAR = 20;

const FILLER = new Set(
  ('of at is was are were a an the about around only just ratio multiple by to some stands stood currently now : ( roughly approximately hovering sits sat that which , as about nearly almost also still -').split(' '),
);

/** True when a token in the range satisfies the test. */
export function hasToken(sentence: Sentence, from: number, to: number, test: (word: string) => boolean): boolean {
  for (let i = Math.max(from, sentence.from); i < Math.min(to, sentence.to); i += 1) if (test(sentence.reading.tokens[i]!.lower)) return true;
  return false;
}

const NO_CUES: Found<Cue>[] = [];

export function cuesIn(sentence: Sentence, from: number, to: number, kind: Cue['kind']): readonly Found<Cue>[] {
  // Asked dozens of times for a figure, and hardly ever is there anything.
  let found: Found<Cue>[] = NO_CUES;
  for (const cue of sentence.cues) {
    if (cue.value.kind !== kind || cue.from < from || cue.to > to) continue;
    if (found === NO_CUES) found = [cue];
    else found.push(cue);
  }
  return found;
}

export function metricsIn(sentence: Sentence, role: MetricPhrase['role']): Found<MetricPhrase>[] {
  return sentence.reading.metrics.filter((phrase) => phrase.value.role === role && phrase.from >= sentence.from && phrase.to <= sentence.to);
}

/** Definitions stated in a token range, nearest to `at` first. */
export interface StatedDefinition {
  readonly definition: Definition;
  /** Tokens between the words and the figure. */
  readonly distance: number;
  /** Token index of the words. */
  readonly at: number;
}

export function definitionsIn(sentence: Sentence, from: number, to: number, at: number): StatedDefinition[] {
  const found: StatedDefinition[] = [];
  for (const cue of sentence.cues) {
    if (cue.value.kind !== 'definition' || cue.from < from || cue.to > to) continue;
    const distance = cue.to <= at ? at - cue.to : cue.from - at;
    found.push({ definition: cue.value.definition, distance: Math.max(0, distance), at: cue.from });
  }
  return found.length > 1 ? found.sort((a, b) => a.distance - b.distance) : found;
}

export function mentionsIn(sentence: Sentence): PlacedMention[] {
  return sentence.reading.mentions.filter((mention) => mention.from >= sentence.from && mention.to <= sentence.to);
}

/**
 * The period that goes with a figure: right behind it before the next figure, else before it in the clause, else the
 * only one of the sentence. `isReturn` is true where the figure is a change of price, which the quarter of a result is not of.
 */
export function periodFor(sentence: Sentence, quantity: { readonly hedgedFrom: number; readonly hedgedTo: number; readonly to: number; readonly from: number }, isReturn = false): PeriodMatch | null {
  const inSentence = sentence.reading.periods.filter((period) => period.from >= sentence.from && period.to <= sentence.to && period.period !== null);
  if (inSentence.length === 0) return null;
  // What holds for one figure of a list holds for all.
  const list = sentence.quantities.filter((other) => other.from === quantity.from).flatMap((own) => figureList(sentence.reading.tokens, sentence.quantities, own));
  const [first, last] = [list[0] ?? quantity, list.at(-1) ?? quantity];
  const next = sentence.quantities.find((other) => other.from >= last.to && (other.unit === '%' || other.unit === 'pp' || other.unit === 'points' || other.unit === 'bps' || other.unit === 'fold'));
  const previous = sentence.quantities.findLast((other) => other.to <= first.from && (other.unit === '%' || other.unit === 'pp' || other.unit === 'bps'));
  const [clauseFrom, clauseTo] = clauseAround(sentence, quantity.from);
  const isOwn = (period: PeriodMatch): boolean => !(isReturn && isOfResults(sentence.reading, period)) && !isOfSuperlative(sentence, period) && !isOfPart(sentence, period) && !/^(?:record|records|high|highs|low|lows|time|times)$/.test(sentence.reading.tokens[period.from - 1]?.lower ?? '');
  const after = inSentence.filter((period) => isOwn(period) && !isOfNextClause(sentence, quantity, period) && period.from >= quantity.to && period.from < clauseTo && (next === undefined || period.to <= next.from));
  const before = inSentence.filter((period) => isOwn(period) && period.to <= quantity.hedgedFrom && period.from >= clauseFrom && (previous === undefined || period.from >= previous.to));
  const pick = (list: readonly PeriodMatch[], nearest: (list: readonly PeriodMatch[]) => PeriodMatch): PeriodMatch | null => {
    if (list.length === 0) return null;
    const strongest = Math.max(...list.map((period) => period.strength));
    return nearest(list.filter((period) => period.strength === strongest));
  };
  // What stands right behind the figure is its own, however strong its rivals are.
  const { tokens } = sentence.reading;
  const isCut = (period: PeriodMatch): boolean => before.length > 0 && tokens.slice(quantity.to, period.from).some((token) => token.lower === ',');
  const adjacent = after.find((period) => !isCut(period) && period.from - quantity.to <= 2 && (period.period !== 'day' || after.length === 1));
  if (adjacent !== undefined) return adjacent;
  const best = strongest(pick(after.filter((period) => !isCut(period)), (list) => list[0]!), pick(before, (list) => list.at(-1)!));
  if (best !== null) return best;
  const distant = pick(inSentence.filter((period) => isOwn(period) && !(period.from >= quantity.to && isOfNextClause(sentence, quantity, period)) && reaches(sentence, quantity, period)), (list) => nearestTo(list, quantity.from));
  const rivals = inSentence.filter((period) => isOwn(period) && period.strength > 1 && period.period !== distant?.period && reaches(sentence, quantity, period));
  // Two periods within reach and neither beside the figure: which one holds is not said.
  return distant !== null && distant.strength > 1 && rivals.length > 0 ? { ...distant, period: 'rel:?' } : distant;
}

/**
 * Whether a period further off may hold for the figure: one that opens the sentence holds for all its figures, one behind
 * it only when nothing but other changes stands between ("rose 9%, 12% and 31% Wednesday").
 */
function reaches(sentence: Sentence, quantity: { readonly from: number; readonly to: number }, period: PeriodMatch): boolean {
  const first = sentence.quantities[0];
  if (first === undefined || period.to <= first.from) return true;
  const between = sentence.quantities.filter((other) => other.from >= quantity.to && other.to <= period.from);
  if (period.from >= quantity.to) return !hasToken(sentence, quantity.to, period.from, (word) => OTHER_TIME.has(word)) && between.every((other) => other.unit === '%' || other.unit === 'pp' || other.unit === 'fold');
  return sentence.quantities.every((other) => other.to <= period.from || other.from >= quantity.from || other.unit === '%');
}

/** "sank 3.1%, and has now given up its lead for the year", "soars 14% as it forecasts third-quarter revenue": the time of another verb. */
function isOfNextClause(sentence: Sentence, quantity: { readonly hedgedTo: number }, period: PeriodMatch): boolean {
  const { tokens, motions } = sentence.reading;
  for (let i = quantity.hedgedTo; i < period.from - 1; i += 1) {
    const word = tokens[i]!.lower;
    const next = tokens[i + 1]!.lower;
    if (word === 'as' || word === 'because' || word === 'after') {
      if (next !== 'of' && next !== 'the' && !(tokens[i + 1]!.kind === 'number')) return true;
    } else if (word === 'and' || word === 'but') {
      if (/^(?:has|have|had|is|are|was|were|still)$/.test(next)) return true;
      if (motions.some((motion) => (motion.from === i + 1 || motion.from === i + 2) && motion.value.form !== 'noun' && motion.value.form !== 'adverb')) return true;
    }
  }
  return false;
}

/** "third-quarter revenue", "full-year EPS of about $15": the time of a result. */
export function isOfResults({ tokens }: BlockReading, period: PeriodMatch): boolean {
  for (let i = period.to; i < Math.min(tokens.length, period.to + 3); i += 1) {
    if (RESULT_NOUNS.has(tokens[i]!.lower)) return true;
    if (!/^(?:adjusted|net|operating|total|diluted|profit|company|corporate|s|'s)$/.test(tokens[i]!.lower)) return false;
  }
  return false;
}

const RESULT_NOUNS = new Set('revenue revenues sales earnings eps profit profits income outlook guidance forecast forecasts results report deliveries estimates margin margins numbers guide dividend'.split(' '));

/** "its worst week since April", "its worst day in a year": the period belongs to the superlative, not to the figure. */
function isOfSuperlative(sentence: Sentence, period: PeriodMatch): boolean {
  const isWithin = period.isSpan === true && /^(?:in|of)$/.test(sentence.reading.tokens[period.from]!.lower);
  if (!isWithin && period.period?.startsWith('since:') !== true && sentence.reading.tokens[period.from - 1]?.lower !== 'since' && sentence.reading.tokens[period.from - 2]?.lower !== 'since') return false;
  for (let i = period.from - 1; i >= Math.max(sentence.from, period.from - 5); i -= 1) {
    if (/^(?:best|worst|biggest|largest|highest|lowest|first|strongest|weakest|most|steepest|sharpest|record|longest)$/.test(sentence.reading.tokens[i]!.lower)) return true;
  }
  return false;
}

/** What follows these words is set at a time of its own ("down 6%, after gaining 19% in 2017"). */
const OTHER_TIME = new Set('after following having versus vs compared than against whereas but while though although when before since'.split(' '));

/** "gained 15%, most of it in December": the period belongs to the part. */
function isOfPart(sentence: Sentence, period: PeriodMatch): boolean {
  const words = sentence.reading.tokens.slice(Math.max(sentence.from, period.from - 5), period.from).map((token) => token.lower);
  const of = words.indexOf('of');
  return of > 0 && /^(?:most|much|half|all|part|some|third|two-thirds|bulk|lot|chunk)$/.test(words[of - 1]!) && (/^(?:it|that|them|this|those)$/.test(words[of + 1] ?? '') || (/^(?:the|its)$/.test(words[of + 1] ?? '') && /^(?:gains?|loss|losses|rise|drop|advance|decline|return)$/.test(words[of + 2] ?? '')));
}

function strongest(a: PeriodMatch | null, b: PeriodMatch | null): PeriodMatch | null {
  if (a === null || b === null) return a ?? b;
  return b.strength > a.strength ? b : a;
}

function nearestTo(list: readonly PeriodMatch[], at: number): PeriodMatch {
  return list.reduce((best, period) => (Math.abs(period.from - at) < Math.abs(best.from - at) ? period : best));
}

/** A date stated for the figure, in its clause or anywhere in the sentence when there is only one. */
export function statedDateFor(sentence: Sentence, at: number): PeriodMatch | null {
  const dated = sentence.reading.periods.filter((period) => period.from >= sentence.from && period.to <= sentence.to && period.stated !== null && (period.strength > 1 || period.stated.from === period.stated.to));
  if (dated.length === 0) return null;
  const [from, to] = clauseAround(sentence, at);
  const near = dated.filter((period) => period.from >= from && period.to <= to);
  if (near.length > 0) return nearestTo(near, at);
  return dated.length === 1 ? dated[0]! : null;
}
