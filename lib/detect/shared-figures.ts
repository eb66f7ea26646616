/** One figure said of several: "A and B each charge 0.03%", "both trade at 22 times", "all three fell 2%". */
import { isListed, lastNamed } from './lists.ts';
import type { Draft } from './drafts.ts';
import { canonicalMention, withAlias, type Page } from './page.ts';
import type { PlacedMention } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { beforeDeterminers } from './vocabulary/determiners.ts';

/** Metrics of which each has its own figure; a weight or a size said of two may be their sum. */
const OF_EACH: ReadonlySet<string> = new Set(['return', 'pe', 'pe_forward', 'pb', 'ps', 'dividend_yield', 'expense_ratio', 'unprofitable_share', 'volatility', 'constituents', 'price']);

/** The draft for each of those it is said of; the draft alone where it is said of one. */
export function forEachParty(page: Page, sentence: Sentence, draft: Draft): Draft[] {
  if (!OF_EACH.has(draft.metric)) return [draft];
  const parties = namedTogether(page, sentence, draft) ?? namedBefore(page, sentence, draft);
  if (parties === null) return [draft];
  return parties.map((id) => ({ ...draft, subjects: withAlias(page, id), subjectKind: null, isSubjectCertain: true, components: [...draft.components], benchmarks: [...draft.benchmarks] }));
}

/** "Apple and Microsoft fell 2%": the names in a row whose last is the grammatical subject, or whose first follows the figure. */
function namedTogether(page: Page, sentence: Sentence, draft: Draft): number[] | null {
  const [subject] = draft.subjects;
  if (subject === undefined || !draft.isSubjectInRow) return null;
  const heads = sentence.reading.mentions.filter((mention) => mention.from >= sentence.from && mention.to <= sentence.to && canonicalMention(page, mention.id) === mention.id);
  const at = heads.findIndex((mention) => mention.id === canonicalMention(page, subject));
  if (at < 0) return null;
  const own = heads[at]!;
  let first = at;
  let last = at;
  if (own.to <= draft.valueFrom) while (first > 0 && isListed(page, sentence.reading.tokens, heads[first - 1]!, heads[first]!)) first -= 1;
  else while (last + 1 < heads.length && isListed(page, sentence.reading.tokens, heads[last]!, heads[last + 1]!)) last += 1;
  const row = heads.slice(first, last + 1);
  if (row.length < 2 || !isWholeRow(sentence, row, draft)) return null;
  return row.map((mention) => mention.id);
}

/** The row ends in "and", opens its clause, and no other figure stands within it. */
function isWholeRow(sentence: Sentence, row: readonly PlacedMention[], draft: Draft): boolean {
  const { tokens } = sentence.reading;
  const [first, last] = [row[0]!, row.at(-1)!];
  const link = tokens.slice(row.at(-2)!.to, last.from);
  if (!link.some((token) => token.lower === 'and' || token.lower === '&')) return false;
  if (sentence.quantities.some((quantity) => quantity.from >= first.from && quantity.to <= last.to)) return false;
  if (last.from >= draft.valueTo) return !tokens.slice(last.to, last.to + 2).some((token) => /^(?:was|were|is|are|rose|fell)$/.test(token.lower));
  const before = beforeDeterminers(tokens, first.from, sentence.from);
  if (before < sentence.from) return true;
  if (/^(?:each|both|all)$/.test(tokens[last.to]?.lower ?? '') || tokens[first.from - 1]?.lower === 'both') return true;
  // "Shares of A and B" are two; "a portfolio of A and B" is one.
  if (tokens[before]!.lower === 'of') return /^(?:shares?|stocks?|units)$/.test(tokens[before - 1]?.lower ?? '');
  return /^(?:[,;:(-]|while|whereas|but|and|as|both|after|when|with|that|where)$/.test(tokens[before]!.lower);
}

/** "Both are up 9%", "all three now trade at 14 times": as many of those named just before. */
function namedBefore(page: Page, sentence: Sentence, draft: Draft): number[] | null {
  const { tokens } = sentence.reading;
  for (let i = draft.valueFrom - 1; i >= Math.max(sentence.from, draft.valueFrom - 10); i -= 1) {
    const word = tokens[i]!.lower;
    const count = word === 'both' ? 2 : word === 'all' ? (COUNTS[tokens[i + 1]?.lower ?? ''] ?? 0) : 0;
    if (count === 0) continue;
    if (sentence.reading.mentions.some((mention) => mention.from > i && mention.to <= draft.valueFrom)) return null;
    return lastNamed(page, sentence, i, count);
  }
  return null;
}

const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };
