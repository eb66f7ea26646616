/** Levels of indices: where they closed, what they crossed, what strategists expect of them. */
import type { Quantity } from '../text/quantities.ts';
import { topicsBefore } from './discourse.ts';
import { draftFrom } from './drafts.ts';
import { headingSubjects, type Page } from './page.ts';
import type { Reading } from './prose.ts';
import { clauseAround, hasToken, type Sentence } from './sentence.ts';

/** "gained 0.5% to 22,141", "The Dow crossed 46,000", "sees the S&P 500 at 7,500 by year-end". */
export function levelReadings(page: Page, sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const { tokens } = reading;
  const raw = tokens[quantity.to - 1]!.lower;
  if (quantity.inWords || quantity.compound !== null || quantity.isRange || quantity.isYear || COUNTED.has(tokens[quantity.to]?.lower ?? '')) return [];
  const isVix = hasToken(sentence, sentence.from, sentence.to, (word) => word === 'vix');
  if (!isVix && (!/[.,]/.test(raw) || quantity.low < 100)) return [];
  const before = tokens[quantity.hedgedFrom - 1]?.lower ?? '';
  if (!LINKS.has(before) && (quantity.hedge === null || !hasToken(sentence, quantity.hedgedFrom - 4, quantity.from, (word) => LINKS.has(word)))) return [];
  if (!isOfIndex(page, sentence, quantity)) return [];
  const draft = draftFrom(reading, quantity, 'index_level', 'points');
  if (before === 'crossed' || before === 'topped' || before === 'surpassed') draft.qualifier = 'over';
  return [{ cost: 1.6, draft, anchor: { sentence: [sentence.from, sentence.to], at: quantity.hedgedFrom, isVerb: false } }];
}

const COUNTED = new Set('of companies stocks names shares holdings members times x years days months percent weeks contracts employees people jobs points stores units cars vehicles securities'.split(' '));
const LINKS = new Set('at to crossed cross hit topped above below reached reach touched surpassed of just : revisit retest test breach breached regain near past expects sees see is toward towards through around stood stands'.split(' '));
const TARGETS = new Set('target targets forecast forecasts sees see expects strategist strategists forecasters close closed level levels record'.split(' '));

/** An index named before the figure; without one, talk of targets or closes where the text is of an index. */
function isOfIndex(page: Page, sentence: Sentence, quantity: Quantity): boolean {
  const { reading } = sentence;
  if (reading.mentions.some((mention) => mention.known !== null && mention.from >= sentence.from && mention.to <= quantity.from)) return true;
  if (sentence.cues.some((cue) => cue.value.kind === 'anaphor' && cue.value.refers === 'index' && cue.to <= quantity.from)) return true;
  const [from, to] = clauseAround(sentence, quantity.from);
  if (quantity.low < 1000 || !hasToken(sentence, from, to, (word) => TARGETS.has(word))) return false;
  const spokenOf = [...topicsBefore(page, reading.index, sentence.from), ...headingSubjects(page, reading.index), ...page.articleSubjects.slice(0, 1)];
  return spokenOf.some((id) => page.kinds[id] === 'index');
}
