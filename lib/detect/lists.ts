/** Parallel lists: "A, B and C soared 9%, 12% and 31%", "yield 2.9% and 4.0%, respectively". */
import type { Draft } from './drafts.ts';
import { canonicalMention, withAlias, type Page } from './page.ts';
import { periodLists } from './period-lists.ts';
import type { PlacedMention } from './reading.ts';
import type { Sentence } from './sentence.ts';

/** Gives each figure of a list the member of the list of names at the same place. */
export function assignList(page: Page, sentence: Sentence, drafts: Draft[]): Draft[] {
  const dropped = new Set<Draft>();
  for (const run of runsOf(sentence, drafts)) {
    const names = nameList(page, sentence, run.length, run[0]!.valueFrom) ?? namesOfBoth(page, sentence, run);
    if (names === null && givesTimes(sentence, run)) continue;
    if (names === null) {
      // Three figures for two known names: which belongs to whom cannot be told, so none is given to anybody.
      if (isOpenList(page, sentence, run)) for (const draft of run) dropped.add(draft);
      for (const draft of run) draft.isPlain = false;
      continue;
    }
    // "Nvidia, Apple and Microsoft make up 18%, 14% and 12% of it": the names are parts of one whole.
    if (run[0]!.metric === 'holding_weight' && names.every((name) => page.kinds[name.id] === 'stock')) {
      run.forEach((draft, index) => {
        draft.component = null;
        draft.components = withAlias(page, names[index]!.id);
      });
      continue;
    }
    // Three names and three times: which goes with which figure is not said.
    const isTimed = periodLists(sentence).length > 0;
    run.forEach((draft, index) => {
      if (isTimed && isReturn(draft)) [draft.period, draft.statedDate, draft.isPlain] = ['unclear', null, false];
      draft.subjects = [...withAlias(page, names[index]!.id), ...draft.subjects.filter((id) => !names.some((name) => name.id === id || page.aliases.get(name.id) === id))];
      draft.isSubjectCertain = true;
      draft.subjectKind = null;
    });
  }
  assignPair(page, sentence, drafts);
  return drafts.filter((draft) => !dropped.has(draft));
}

/**
 * "IWM rose 3%, 5% and 7% over one, three and five years": a return for each time. Where the times are of another number,
 * no figure has any of them.
 */
function givesTimes(sentence: Sentence, run: readonly Draft[]): boolean {
  if (!run.every(isReturn)) return false;
  const lists = periodLists(sentence);
  if (lists.length === 0) return false;
  const [only] = lists.length === 1 && lists[0]!.codes.length === run.length ? lists : [];
  run.forEach((draft, index) => {
    draft.period = only?.codes[index] ?? 'unclear';
    draft.statedDate = null;
    draft.isPlain = false;
  });
  return true;
}

function isReturn({ metric }: Draft): boolean {
  return metric === 'return' || metric === 'return_vs';
}

/** "Both had rebounded, by 23.5% and 25.2%": the two that were named last. */
function namesOfBoth(page: Page, sentence: Sentence, run: readonly Draft[]): PlacedMention[] | null {
  const { tokens, mentions } = sentence.reading;
  const at = run[0]!.valueFrom;
  const both = tokens.findIndex((token, i) => i >= sentence.from && i < at && (token.lower === 'both' || (/^(?:the|all)$/.test(tokens[i - 1]?.lower ?? '') && COUNTS[token.lower] !== undefined)));
  if (both < 0 || run.length !== (COUNTS[tokens[both]!.lower] ?? 2) || mentions.some((mention) => mention.from > both && mention.to <= at)) return null;
  for (const draft of run) draft.isPlain = false;
  return lastNamed(page, sentence, both, run.length)?.map((id) => page.mentions[id]!) ?? null;
}

const COUNTS: Readonly<Record<string, number>> = { two: 2, pair: 2, three: 3, trio: 3, four: 4, five: 5 };

/** The last `count` different securities before a token, in the order of the text; null where fewer were named close by. */
export function lastNamed(page: Page, sentence: Sentence, at: number, count: number): number[] | null {
  const found: { key: string; id: number }[] = [];
  for (let b = sentence.reading.index; b >= Math.max(0, sentence.reading.index - 2) && found.length < count; b -= 1) {
    const reading = page.readings[b]!;
    for (let k = reading.mentions.length - 1; k >= 0 && found.length < count; k -= 1) {
      const mention = reading.mentions[k]!;
      if (b === sentence.reading.index && mention.from >= at) continue;
      if (isAliasOfEarlier(page, mention)) continue;
      const key = page.keys[mention.id]!;
      if (!found.some((other) => other.key === key)) found.push({ key, id: mention.id });
    }
  }
  return found.length === count ? found.map(({ id }) => id).reverse() : null;
}

/** "respectively", or two names in a row right before the verb, with another number of figures behind it. */
function isOpenList(page: Page, sentence: Sentence, run: readonly Draft[]): boolean {
  if (sentence.reading.cues.some((cue) => cue.value.kind === 'respectively' && cue.from >= sentence.from && cue.to <= sentence.to)) return true;
  const heads = sentence.reading.mentions.filter((mention) => mention.from >= sentence.from && mention.to <= run[0]!.valueFrom && !isAliasOfEarlier(page, mention));
  const [last, previous] = [heads.at(-1), heads.at(-2)];
  return last !== undefined && previous !== undefined && run.length > 2 && isListed(page, sentence.reading.tokens, previous, last);
}

function runsOf(sentence: Sentence, drafts: readonly Draft[]): Draft[][] {
  const { tokens } = sentence.reading;
  const runs: Draft[][] = [];
  let run: Draft[] = [];
  for (const draft of drafts) {
    const last = run.at(-1);
    const isNext = last !== undefined && last.metric === draft.metric && last.unit === draft.unit && draft.valueFrom >= last.valueTo && draft.valueFrom - last.valueTo <= 3 &&
      tokens.slice(last.valueTo, draft.valueFrom).every((token) => /^(?:,|and|or|&)$/.test(token.lower));
    if (!isNext) {
      if (run.length > 1) runs.push(run);
      run = [];
    }
    run.push(draft);
  }
  if (run.length > 1) runs.push(run);
  return runs;
}

/**
 * "Holders of A pay more than holders of B, 19 basis points versus seven": two figures set against each other, and exactly
 * two names before them, in the same order.
 */
function assignPair(page: Page, sentence: Sentence, drafts: readonly Draft[]): void {
  const { tokens, mentions } = sentence.reading;
  for (let i = 1; i < drafts.length; i += 1) {
    const [a, b] = [drafts[i - 1]!, drafts[i]!];
    if (a.metric !== b.metric || b.valueFrom - a.valueTo > 2) continue;
    if (!tokens.slice(a.valueTo, b.valueFrom).every((token) => /^(?:versus|vs|against|v|\.)$/.test(token.lower))) continue;
    const names = mentions.filter((mention) => mention.from >= sentence.from && mention.to <= a.valueFrom && !isAliasOfEarlier(page, mention));
    if (names.length !== 2) continue;
    a.subjects = [...withAlias(page, names[0]!.id)];
    b.subjects = [...withAlias(page, names[1]!.id)];
  }
}

/** `count` names in a row, parted by commas and "and", the last list of that length before a token. */
function nameList(page: Page, sentence: Sentence, count: number, before: number): PlacedMention[] | null {
  const { tokens, mentions } = sentence.reading;
  const heads = mentions.filter((mention) => mention.from >= sentence.from && mention.to <= before && !isAliasOfEarlier(page, mention));
  for (let end = heads.length; end >= count; end -= 1) {
    const list = heads.slice(end - count, end);
    if (list.every((mention, index) => index === 0 || isListed(page, tokens, list[index - 1]!, mention))) {
      const earlier = heads[end - count - 1];
      if (earlier !== undefined && isListed(page, tokens, earlier, list[0]!)) return null;
      return list;
    }
  }
  return null;
}

function isAliasOfEarlier(page: Page, mention: PlacedMention): boolean {
  return canonicalMention(page, mention.id) !== mention.id;
}

/** True when nothing but commas and "and" stands between two names, their symbols in brackets counted with them. */
export function isListed(page: Page, tokens: Sentence['reading']['tokens'], a: PlacedMention, b: PlacedMention): boolean {
  const alias = page.aliases.get(a.id);
  const from = alias !== undefined && alias > a.id ? page.mentions[alias]!.to : a.to;
  return tokens.slice(from, b.from).every((token) => token.lower === '-' || IN_LIST.has(token.lower)) && b.from - from <= 8;
}

const IN_LIST = new Set(', and or & ) the both index composite etf fund stock shares tech heavy blue chip small mid large cap broader broad benchmark'.split(' '));
