import type { Token } from './tokens.ts';

/** Words whose full stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  ('inc corp co ltd cos plc st mr mrs ms dr jr sr vs no approx est ann etc fig sec prof gen rep sen gov dept ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri excl incl avg yr mo wk neg ' +
    'e.g i.e ex cap mgmt intl').split(' '),
);

/** Words that open a sentence far more often than they follow an abbreviation inside one. */
const OPENERS = new Set(
  ('the it in but a an this that these those its he she they we i you for as on at by with while although however ' +
    'meanwhile and or so if when since after before what why how there here shares investors analysts').split(' '),
);

/**
 * Tokens of a sentence. What is longer is no sentence but a list or a data dump without full stops; it is cut, since what
 * is asked of a sentence takes the longer the longer it is.
 */
const MAX_TOKENS = 200;

/** Indices `[from, to)` into `tokens`, one pair a sentence. A full stop belongs to the sentence it ends. */
export function sentenceBounds(tokens: readonly Token[]): (readonly [number, number])[] {
  const bounds: (readonly [number, number])[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    if (!endsSentence(tokens, i) && i - from < MAX_TOKENS - 1) continue;
    let to = i + 1;
    while (to < tokens.length && tokens[to]!.glued && /["')\]]/.test(tokens[to]!.lower)) to += 1;
    bounds.push([from, to]);
    from = to;
    i = to - 1;
  }
  if (from < tokens.length) bounds.push([from, tokens.length]);
  return bounds;
}

function endsSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.kind !== 'punct') return false;
  const mark = token.lower;
  if (mark !== '.' && mark !== '!' && mark !== '?' && mark !== '…') return false;
  let next = i + 1;
  while (next < tokens.length && tokens[next]!.glued && /["')\]]/.test(tokens[next]!.lower)) next += 1;
  const follower = tokens[next];
  if (follower === undefined) return true;
  if (follower.glued) return false;
  if (follower.kind === 'word' && !follower.capital && mark !== '!' && mark !== '?') return isLowerCaseBrand(follower);
  if (mark !== '.') return true;
  const before = tokens[i - 1];
  if (before === undefined || !token.glued) return true;
  const isOpener = follower.kind === 'word' && OPENERS.has(follower.lower);
  if (before.kind === 'word' && before.length === 1 && before.capital) return isOpener; // U.S., J.
  if (before.kind === 'word' && ABBREVIATIONS.has(before.lower)) {
    return isOpener && !/^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|vs|no)$/.test(before.lower);
  }
  return true;
}

/** "iShares", "eBay": a lower-case first letter with a capital behind it may open a sentence. */
function isLowerCaseBrand(token: Token): boolean {
  return token.lower === 'ishares' || token.lower === 'ebay';
}
