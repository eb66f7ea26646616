/** What a company earned: results a share and revenue, told by a noun or verb before the figure. */
import type { Quantity } from '../text/quantities.ts';
import { draftFrom, valueOf } from './drafts.ts';
import type { Reading } from './prose.ts';
import { clauseAround, hasToken, type Sentence } from './sentence.ts';

/** Above this, dollars are no earnings a share. */
const MOST_A_SHARE = 1000;

export function resultReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const reading = perShareReading(sentence, quantity) ?? revenueReading(sentence, quantity);
  return reading === null ? [] : [reading];
}

/** "earned $2.10 a share", "loss per share narrowed to 11 cents", "adjusted earnings of between $5.80 and $5.85". */
function perShareReading(sentence: Sentence, quantity: Quantity): Reading | null {
  if (quantity.low >= MOST_A_SHARE) return null;
  const { tokens } = sentence.reading;
  const [from, to] = clauseAround(sentence, quantity.from);
  const window = (test: (word: string) => boolean): boolean => hasToken(sentence, Math.max(from, quantity.from - 18), Math.min(to, quantity.to + 4), test);
  if (window((word) => DIVIDENDS.has(word))) return null;
  const isPerShare = /^(?:a|per|each)$/.test(tokens[quantity.to]?.lower ?? '') && hasToken(sentence, quantity.to, quantity.to + 4, (word) => word === 'share' || word === 'shares');
  const saysResult = isPerShare ? hasToken(sentence, from, quantity.to + 4, (word) => RESULTS.has(word)) : window((word) => RESULTS.has(word));
  const isOther = sentence.quantities.some((other) => other !== quantity && other.unit === 'USD' && other.to <= quantity.from);
  const isLossPerShare = saysResult && quantity.low <= 100 && hasToken(sentence, Math.max(from, quantity.from - 12), quantity.from, (word) => word === 'share') && (!isOther || tokens[quantity.hedgedFrom - 1]?.lower === 'from');
  if (!(isPerShare && saysResult) && !isLossPerShare && !isNamedResult(sentence, quantity)) return null;
  const isLoss = hasToken(sentence, Math.max(from, quantity.from - 12), quantity.from, (word) => LOSSES.has(word));
  const draft = draftFrom(sentence.reading, quantity, 'eps', 'USD', { value: valueOf(quantity, isLoss && !quantity.signed ? -1 : 1), direction: isLoss ? -1 : 1 });
  return { cost: 0.05, draft, anchor: { sentence: [sentence.from, sentence.to], at: quantity.hedgedFrom, isVerb: false } };
}

const DIVIDENDS = new Set('dividend dividends payout payouts distribution distributions'.split(' '));
const RESULTS = new Set('earn earned earns earning eps earnings loss losses income profit profits lost made'.split(' '));
const LOSSES = new Set('loss losses lost'.split(' '));

/** "earnings came in at $1.74", "the retailer earned 74 cents": the noun or verb with nothing but links to its figure. */
function isNamedResult(sentence: Sentence, quantity: Quantity): boolean {
  const { tokens } = sentence.reading;
  if (/^(?:an|a|per|each|of|in|for)$/.test(tokens[quantity.to]?.lower ?? '') && !/^(?:the|fiscal)$/.test(tokens[quantity.to + 1]?.lower ?? '') && tokens[quantity.to]!.lower !== 'in' && tokens[quantity.to]!.lower !== 'for') return false;
  for (let i = quantity.hedgedFrom - 1; i >= Math.max(sentence.from, quantity.hedgedFrom - 6); i -= 1) {
    const word = tokens[i]!.lower;
    if (/^(?:earnings|profits?|earned|earning|eps)$/.test(word)) return true;
    if (!RESULT_LINKS.has(word)) return false;
  }
  return false;
}

const RESULT_LINKS = new Set('of was were is came in at to between about around adjusted a an the diluted per share be would then nearly roughly just only , from'.split(' '));

/** "Sales fell 2.8% to $23.8 billion", "the top line will reach $1.2 billion". */
function revenueReading(sentence: Sentence, quantity: Quantity): Reading | null {
  if (quantity.low < 1e6) return null;
  const { tokens } = sentence.reading;
  const link = tokens[quantity.hedgedFrom - 1]?.lower ?? '';
  if (!REVENUE_LINKS.has(link)) return null;
  const [from] = clauseAround(sentence, quantity.from);
  for (let i = quantity.hedgedFrom - 1; i >= Math.max(from, quantity.hedgedFrom - 14); i -= 1) {
    const word = tokens[i]!.lower;
    if (sentence.quantities.some((other) => other.from === i && other.unit === 'USD')) return null;
    if (NO_SALES.has(word)) return null;
    const isTopLine = word === 'line' && tokens[i - 1]?.lower === 'top';
    if (word !== 'sales' && word !== 'revenue' && word !== 'revenues' && !isTopLine) continue;
    const draft = draftFrom(sentence.reading, quantity, 'revenue', 'USD');
    draft.from = Math.min(draft.from, i);
    return { cost: 0.9, draft, anchor: { sentence: [sentence.from, sentence.to], at: i, isVerb: false } };
  }
  return null;
}

const REVENUE_LINKS = new Set('of to at was were is be reach reached reaching hit in : between totaled totalled'.split(' '));
const NO_SALES = new Set('income profit profits assets expenditures expenditure capex buybacks buyback debt cash costs cost backlog orders dividend dividends market valuation worth loss losses ebitda flow home homes worldwide global'.split(' '));
