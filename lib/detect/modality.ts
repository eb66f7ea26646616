/** Whether a figure is said as a fact, as a forecast or under a condition, and whether it is one of the past. */
import type { Quantity } from '../text/quantities.ts';
import type { Draft } from './drafts.ts';
import type { Page } from './page.ts';
import type { Found } from './reading.ts';
import { clauseAround, cuesIn, hasToken, type Sentence } from './sentence.ts';
import type { Cue } from './vocabulary/cues.ts';

/** True for forecasts, targets, guidance, estimates and what holds only under a condition. */
export function isForecast(page: Page, sentence: Sentence, quantity: Quantity, draft: Draft): boolean {
  // What an index asks of its members is a rule, whatever modal it is told with.
  if (draft.metric.startsWith('eligibility_') || draft.metric === 'banding') return false;
  // A multiple on estimates is a fact of today.
  if (/^(?:now|today|currently)$/.test(sentence.reading.tokens[quantity.to]?.lower ?? '')) return false;
  return draft.forecast || (draft.unit !== 'x' && isCalledEstimate(sentence, quantity)) || isForeseen(sentence, quantity, draft) || isConditional(sentence, quantity) || isUnderOutlook(page, sentence, draft);
}

/** A date with the figure, or a past tense and no present one in its clause. */
export function isOfThePast(sentence: Sentence, quantity: Quantity, draft: Draft): boolean {
  const [from, to] = clauseAround(sentence, quantity.from);
  return draft.statedDate !== null || (cuesIn(sentence, from, to, 'past').length > 0 && cuesIn(sentence, from, to, 'now').length === 0);
}

const FORECASTERS = new Set('analysts analyst street economists strategists investors traders market models forecasters'.split(' '));

/** "the $1.61 that analysts had forecast", "$184.9B Est.", "below the consensus of $322 million": the figure itself is called an estimate. */
export function isCalledEstimate(sentence: Sentence, quantity: Quantity): boolean {
  const { tokens } = sentence.reading;
  const stop = Math.min(sentence.to, quantity.to + 9);
  let isNamed = false;
  for (let i = quantity.hedgedTo; i < stop; i += 1) {
    const word = tokens[i]!.lower;
    if (BREAKS.has(word) || sentence.quantities.some((other) => other.from === i && other !== quantity)) break;
    if (FORECASTERS.has(word)) isNamed = true;
    if (EXPECTED.has(word) && (isNamed || i - quantity.hedgedTo <= 1 || word === 'models')) return true;
    if (i - quantity.hedgedTo <= 3 && ESTIMATES.has(word)) return true;
    if (isNamed && word === 'looking') return true;
  }
  const earlier = sentence.quantities.filter((other) => other.to <= quantity.hedgedFrom).at(-1)?.to ?? sentence.from;
  for (let i = quantity.hedgedFrom - 1; i >= Math.max(earlier, quantity.hedgedFrom - 6); i -= 1) {
    const word = tokens[i]!.lower;
    if (ESTIMATES.has(word) || /^(?:expectation|expectations|projections|projection|guidance)$/.test(word)) return true;
    if (!LINKS.has(word)) return false;
  }
  return false;
}

/** Between an estimate and its figure. */
const LINKS = new Set('of for was is at : the a an by per share eps earnings revenue sales around about nearly between from to stood sits adjusted full year'.split(' '));
const BREAKS = new Set(', ; : ( compared versus vs than against topping beating above below ahead but while as'.split(' '));
const EXPECTED = new Set('expected expects expect forecast forecasted predicted anticipated feared projected estimated modeled modelled penciled pencilled modelling modeling expecting hoped foreseen models'.split(' '));
const ESTIMATES = new Set('est estimate estimates consensus forecasts'.split(' '));

/** "could fall 20%", "sees revenue of $745 million", "is expected to report a profit of 44 cents": a word of foresight governs the figure. */
function isForeseen(sentence: Sentence, quantity: Quantity, draft: Draft): boolean {
  const [from] = clauseAround(sentence, quantity.from);
  const { tokens, mentions } = sentence.reading;
  const isName = (cue: Found<Cue>): boolean => mentions.some((mention) => mention.from <= cue.from && cue.from < mention.to);
  // "a rise of 8.7% from Friday's close of 6,955": where it stands is no forecast.
  if (hasToken(sentence, quantity.hedgedFrom - 3, quantity.hedgedFrom, (word) => word === 'close' || word === 'current' || word === 'currently')) return false;
  const isOfMultiple = (cue: Found<Cue>): boolean => draft.metric === 'pe_forward' && !MODALS.has(tokens[cue.from]!.lower);
  for (const cue of cuesIn(sentence, from, quantity.from, 'forecast')) {
    if (isName(cue) || isOfMultiple(cue) || isOfOther(sentence, cue, quantity) || isRealised(sentence, cue.to, quantity.from)) continue;
    return true;
  }
  // "it will …" behind the figure: "a gain of 8% by Christmas", "12% over the next year".
  const stop = Math.min(clauseAround(sentence, quantity.from)[1], quantity.to + 8);
  return cuesIn(sentence, quantity.to, stop, 'forecast').some((cue) => {
    if (isName(cue) || draft.metric === 'pe_forward' || !/^(?:will|could|would|by|next|in|over|upside)$/.test(tokens[cue.from]!.lower)) return false;
    return !hasToken(sentence, quantity.to, cue.from, (word) => BREAKS.has(word) || word === 'and') && !isToldAsFact(sentence, draft, quantity);
  });
}

const MODALS = new Set('will would could may might should target'.split(' '));

/** The cue belongs to a figure before this one ("against the $1.63 that analysts expected, on revenue of $101.2 billion"). */
function isOfOther(sentence: Sentence, cue: Found<Cue>, quantity: Quantity): boolean {
  const { tokens } = sentence.reading;
  const before = sentence.quantities.filter((other) => other.to <= cue.from && cue.from - other.to <= 6).at(-1);
  if (before === undefined || before === quantity) return false;
  const between = tokens.slice(before.to, cue.from).map((token) => token.lower);
  const isBehind = !between.some((word) => BREAKS.has(word) || word === 'and') && (between.length === 0 || between.some((word) => FORECASTERS.has(word) || word === 'that'));
  return isBehind && tokens.slice(cue.to, quantity.hedgedFrom).some((token) => token.lower === ',' || token.lower === 'and' || token.lower === 'as');
}

/** A verb in the past tells the figure as done, though a forecast was named before it ("cut its outlook, and the stock tumbled 7.4%"). */
function isRealised(sentence: Sentence, from: number, to: number): boolean {
  const { tokens, motions } = sentence.reading;
  for (let i = from; i < to; i += 1) {
    const word = tokens[i]!.lower;
    if (DONE.has(word)) return true;
    const motion = motions.find((item) => item.from === i && item.value.form !== 'noun' && item.value.form !== 'adverb');
    if (motion !== undefined && isPast(word) && tokens[i - 1]?.lower !== 'have') return true;
  }
  return false;
}

const DONE = new Set('was were came earned reported posted stood traded has ended closed finished settled opened'.split(' '));
const IRREGULAR = new Set('fell rose sank slid lost grew leapt dove went ran shot gave shrank crept ended closed finished'.split(' '));

function isPast(word: string): boolean {
  return IRREGULAR.has(word) || (word.endsWith('ed') && word !== 'shed');
}

/** "rose 3% in the next session": the verb before the figure tells it as done. */
function isToldAsFact(sentence: Sentence, draft: Draft, quantity: Quantity): boolean {
  return isRealised(sentence, Math.max(sentence.from, Math.min(draft.from, quantity.from - 6)), quantity.from);
}

/** "If the Fed cuts, …", "suppose margins slipped": but "if you count every company" only says how it was counted. */
function isConditional(sentence: Sentence, quantity: Quantity): boolean {
  const { tokens } = sentence.reading;
  return cuesIn(sentence, sentence.from, quantity.from, 'conditional').some((cue) => {
    if (tokens[cue.from]!.lower !== 'if') return true;
    return !hasToken(sentence, cue.to, cue.to + 5, (word) => COUNTING.has(word));
  });
}

const COUNTING = new Set('count counts counted include includes included exclude excludes excluded ignore leave strip measure remove add look adjust'.split(' '));

/** Under "Full-year 2026 outlook" the lines of a list are forecasts. */
function isUnderOutlook(page: Page, sentence: Sentence, draft: Draft): boolean {
  if (draft.metric !== 'eps' && draft.metric !== 'revenue' && draft.metric !== 'index_level') return false;
  const { index, tokens } = sentence.reading;
  if (tokens.length > 24) return false;
  const heading = page.headingAbove[index]!;
  return heading >= Math.max(0, index - 12) && page.readings[heading]!.tokens.some((token) => /^(?:outlook|guidance|forecast|forecasts|targets)$/.test(token.lower));
}
