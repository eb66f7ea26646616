/** Periods that stand outside a figure's sentence: in the title of its list, in a heading, in the sentences before. */
import { headingLevel } from './headings.ts';
import type { Draft } from './drafts.ts';
import type { Page } from './page.ts';
import type { PeriodMatch } from './periods.ts';
import type { BlockReading } from './reading.ts';
import { hasToken, isOfResults, type Sentence } from './sentence.ts';

/**
 * How a change is told: as one that is over ("rose 3%"), as one that still stands ("has risen", "is up"), or without a verb
 * ("S&P 500: +2%"). A period carries on only to what is told in the same way.
 */
export type Telling = 'over' | 'standing' | 'bare';

/** The last change that was read, for sentences that carry its period on. */
interface LastChange {
  readonly block: number;
  /** First token of its sentence. */
  readonly sentence: number;
  /** Null when its sentence tells of several times. */
  readonly period: string | null;
  readonly telling: Telling;
}

const LAST: WeakMap<Page, LastChange> = new WeakMap();

/** Remembers a settled change, in reading order. */
export function rememberChange(page: Page, sentence: Sentence, draft: Draft): void {
  if ((draft.metric !== 'return' && draft.metric !== 'return_vs') || draft.forecast) return;
  const last = LAST.get(page);
  const isSameSentence = last?.block === sentence.reading.index && last.sentence === sentence.from;
  const period = draft.period === 'day' || draft.period === 'unclear' || (isSameSentence && last.period !== draft.period) ? null : draft.period;
  LAST.set(page, { block: sentence.reading.index, sentence: sentence.from, period, telling: isSameSentence ? last.telling : tellingOf(sentence, draft) });
}

/** The period that a change without one of its own takes from around its sentence; null when nothing sets one. */
export function carriedPeriod(page: Page, sentence: Sentence, draft: Draft): string | null {
  // What a title frames is a change; how much a price swings is measured over years that the text before has named.
  if (draft.metric === 'volatility') return LAST.get(page)?.block === sentence.reading.index ? LAST.get(page)!.period : null;
  const telling = tellingOf(sentence, draft);
  return precedingPeriod(page, sentence) ?? chainedPeriod(page, sentence, telling) ?? (draft.forecast ? null : framePeriod(page, sentence, telling));
}

export function tellingOf(sentence: Sentence, draft: Draft): Telling {
  const { motions } = sentence.reading;
  const stands = hasToken(sentence, draft.from - 4, draft.valueFrom, (word) => STANDING.has(word));
  if (stands) return 'standing';
  const isTold = motions.some((motion) => motion.from >= draft.from - 3 && motion.to <= draft.valueTo + 2 && motion.value.form !== 'noun') || hasToken(sentence, draft.from - 4, draft.valueFrom, (word) => word === 'was' || word === 'were');
  return isTold ? 'over' : 'bare';
}

const STANDING = new Set("has have had is are remain remains stands sits it's they're they've".split(' '));

/** "Micro caps were the surprise of 2025. IWC returned 22%": a period that the sentence before has set. */
export function precedingPeriod(page: Page, sentence: Sentence): string | null {
  const { reading } = sentence;
  const index = reading.sentences.findIndex(([from]) => from === sentence.from);
  const before = reading.sentences[index - 1];
  const found = before === undefined ? [] : strongPeriods(reading).filter((period) => period.from >= before[0] && period.to <= before[1]);
  const [only] = found;
  if (found.length === 1 && /^(?:calendar:|month:|quarter:|range:|week$|YTD$)/.test(only!.period!)) return only!.period;
  return reading.tokens.length <= 16 ? titlePeriod(page, reading.index) : null;
}

function strongPeriods(reading: BlockReading): PeriodMatch[] {
  return reading.periods.filter((period) => period.period !== null && period.strength > 1 && !period.period.startsWith('rel:') && !/^(?:weekly|daily)$/.test(reading.tokens[period.from]!.lower) && !isOfResults(reading, period));
}

/** "Here is how the indexes did last week:" above short lines: the title of a list sets the period of its items. */
function titlePeriod(page: Page, block: number): string | null {
  for (let b = block - 1; b >= Math.max(0, block - 30); b -= 1) {
    const above = page.readings[b]!;
    if (above.tokens.at(-1)?.lower === ':' || headingLevel(page.readings, b) !== null) {
      const codes = new Set(strongPeriods(above).map((period) => period.period!));
      const [only] = codes;
      return codes.size === 1 && only !== undefined ? only : null;
    }
    if (above.tokens.length > 16) return null;
  }
  return null;
}

/** "RSP is up 9.9% this year. … Microsoft is down 8%": the same time, told in the same way. */
function chainedPeriod(page: Page, sentence: Sentence, telling: Telling): string | null {
  const last = LAST.get(page);
  if (last === undefined || last.telling !== telling) return null;
  const distance = sentence.reading.index - last.block;
  return distance === 0 || (distance <= 2 && telling === 'standing' && last.period === 'YTD') ? last.period : null;
}

/** "May market recap", "2025 in review", "The first half in numbers": what a heading frames is of its time. */
function framePeriod(page: Page, sentence: Sentence, telling: Telling): string | null {
  const { index } = sentence.reading;
  for (let b = page.headingAbove[index]!; b >= Math.max(0, index - 40); b = page.headingAbove[b]!) {
    const above = page.readings[b]!;
    if (above.tokens.at(-1)!.lower === '?') return null;
    const codes = new Set(strongPeriods(above).map((period) => period.period!));
    if (codes.size > 1) return null;
    const [only] = codes;
    if (only === undefined) continue;
    const isOver = /^(?:calendar:|month:|quarter:|range:|week$|\d+[MW]$)/.test(only);
    return telling === 'standing' ? (only === 'YTD' || isOver ? only : null) : isOver ? only : null;
  }
  return null;
}
