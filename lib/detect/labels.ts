/** Label and value in separate blocks ("P/E Ratio (Excl. Neg.)" above "19.72"), and lists of holdings ("0.85%", name, symbol). */
import type { Quantity } from '../text/quantities.ts';
import { draftFrom, valueOf, type Draft } from './drafts.ts';
import { isPlausible, unitFactor } from './measures.ts';
import { antecedents, headingSubjects, withAlias, type Page } from './page.ts';
import type { BlockReading } from './reading.ts';
import { meaningOf, type LabelMeaning } from './tables.ts';

/** The only figure of a block that holds nothing else; null for any other block. */
export function soleFigure(reading: BlockReading): Quantity | null {
  if (reading.tokens.length > 9 || reading.block.kind === 'cell') return null;
  const figures = reading.quantities.filter((quantity) => !quantity.isYear);
  const main = figures[0];
  if (main === undefined || figures.length > 2) return null;
  const covered = figures.reduce((sum, quantity) => sum + (quantity.hedgedTo - quantity.hedgedFrom), 0);
  const rest = reading.tokens.filter((token) => token.kind !== 'punct').length - reading.tokens.slice(main.hedgedFrom, main.hedgedTo).filter((token) => token.kind !== 'punct').length;
  return rest <= 0 || (figures.length === 2 && covered >= reading.tokens.length - 3) ? main : null;
}

/** Claims whose figure stands alone in its block. Returns the drafts and the blocks they used up. */
export function labelClaims(page: Page): { drafts: Draft[]; used: ReadonlySet<number> } {
  const drafts: Draft[] = [];
  const used = new Set<number>();
  const { readings } = page;
  let lastFigure = -10;
  let isLabelFirst = true;
  for (let b = 0; b < readings.length; b += 1) {
    const listed = listedHolding(page, b);
    if (listed !== null) {
      drafts.push(listed);
      used.add(b);
      continue;
    }
    const quantity = soleFigure(readings[b]!);
    if (quantity === null || used.has(b)) continue;
    const before = readings[b - 1];
    const after = readings[b + 1];
    const holding = holdingAt(page, b, quantity);
    if (holding !== null) {
      drafts.push(holding);
      used.add(b);
      continue;
    }
    const above = before !== undefined && isLabel(before) && soleFigure(before) === null ? before : null;
    const below = after !== undefined && isLabel(after) && soleFigure(after) === null ? after : null;
    // In a run of tiles the first figure shows the order: a label above it, or none and one below.
    if (b - lastFigure > 3) isLabelFirst = above !== null;
    lastFigure = b;
    const source = isLabelFirst ? (above ?? below) : (below ?? above);
    if (source === null) continue;
    const claims = labelled(page, readings[b]!, quantity, meaningOf(source), source, b);
    drafts.push(...claims);
    if (claims.length > 0) {
      used.add(b);
      used.add(source.index);
      for (const claim of claims) used.add(claim.reading.index);
    }
  }
  return { drafts, used };
}

/** A short block without a full stop that names a metric, a period or an instrument. */
function isLabel(reading: BlockReading): boolean {
  if (reading.block.kind === 'cell' || reading.tokens.length > 12 || reading.tokens.length === 0) return false;
  if (reading.tokens.at(-1)!.lower === '.' && reading.tokens.length > 6) return false;
  return reading.metrics.some((phrase) => phrase.value.role !== 'tail') || reading.periods.length > 0 || reading.mentions.some((mention) => mention.known !== null || (mention.symbol !== null && reading.tokens.length <= 4)) || reading.cues.some((cue) => cue.value.kind === 'members');
}

function labelled(page: Page, cell: BlockReading, quantity: Quantity, meaning: LabelMeaning, label: BlockReading, b: number): Draft[] {
  const subjects = meaning.mentions.length > 0 ? meaning.mentions.flatMap((mention) => withAlias(page, mention.id)) : surroundings(page, b);
  const { metric } = meaning;
  if (metric !== null) {
    const factor = unitFactor(metric, quantity) ?? (metric.unit === '%' && quantity.unit === 'plain' ? 1 : null);
    if (factor === null || !isPlausible(metric, quantity, factor)) return [];
    const draft = draftFrom(cell, quantity, metric.id, metric.unit, { value: valueOf(quantity, 1, factor), definition: meaning.definition });
    if (metric.id === 'pe' && meaning.definition === 'forward') draft.metric = 'pe_forward';
    if (draft.metric === 'pe_forward') draft.definition = 'forward';
    else if (draft.metric !== 'pe') draft.definition = null;
    draft.subjects.push(...subjects);
    return draft.subjects.length > 0 ? [draft] : [];
  }
  if (meaning.isReturn && quantity.unit === '%') {
    const draft = draftFrom(cell, quantity, 'return', '%', { period: meaning.period, annualized: meaning.annualized });
    draft.subjects.push(...subjects);
    return [draft];
  }
  // "S&P 500" above "-0.4%".
  if (meaning.mentions.length > 0 && quantity.unit === '%' && quantity.signed && label.tokens.length <= 8) {
    const draft = draftFrom(cell, quantity, 'return', '%');
    draft.subjects.push(...subjects);
    return [draft];
  }
  // A quote tile: the index, its level, and below it the day's change.
  if (meaning.mentions.length > 0 && label.mentions[0]!.known !== null && label.tokens.length <= 6) {
    const level = quantity.unit === 'plain' && quantity.low > 5 ? quantity : null;
    if (level === null) return [];
    const draft = draftFrom(cell, level, 'index_level', 'points');
    draft.subjects.push(...subjects);
    return [draft, ...changeBelow(page, b + 1, subjects)];
  }
  return [];
}

function changeBelow(page: Page, b: number, subjects: readonly number[]): Draft[] {
  const reading = page.readings[b];
  if (reading === undefined || soleFigure(reading) === null) return [];
  const percent = reading.quantities.find((quantity) => quantity.unit === '%');
  if (percent === undefined) return [];
  const draft = draftFrom(reading, percent, 'return', '%', { period: 'day' });
  draft.subjects.push(...subjects);
  return [draft];
}

/** Who a key-facts list is about: headings, what was named last, the article's subject, what is named right behind it. */
function surroundings(page: Page, b: number): number[] {
  const after: number[] = [];
  for (let k = b + 1; k < Math.min(page.readings.length, b + 10) && after.length === 0; k += 1) {
    for (const mention of page.readings[k]!.mentions) if (mention.evidence === 'strong' || mention.symbol !== null || page.kinds[mention.id] === 'fund') after.push(...withAlias(page, mention.id));
  }
  return [...new Set([...headingSubjects(page, b), ...page.articleSubjects.slice(0, 1), ...antecedents(page, b, 0, null), ...page.articleSubjects, ...after])];
}

/** A percentage beside a company in a list that is headed as holdings. */
function holdingAt(page: Page, b: number, quantity: Quantity): Draft | null {
  if (quantity.unit !== '%' || quantity.signed || quantity.low <= 0 || quantity.low > 60) return null;
  const head = holdingsHead(page, b);
  if (head < 0) return null;
  const isValueFirst = firstFigureIsBeforeNames(page, head);
  const readings = page.readings;
  const neighbour = isValueFirst ? readings[b + 1] : readings[b - 1];
  const named = neighbour?.mentions.filter((mention) => mention.known === null) ?? [];
  if (named.length === 0 || neighbour === undefined) return null;
  const further = isValueFirst ? readings[b + 2] : b - 2 > head ? readings[b - 2] : undefined;
  const more = further !== undefined && soleFigure(further) === null && further.tokens.length <= 4 ? further.mentions.filter((mention) => mention.symbol !== null) : [];
  const components = [...more, ...named].flatMap((mention) => withAlias(page, mention.id));
  const draft = draftFrom(readings[b]!, quantity, 'holding_weight', '%', { components });
  const holders = new Set(components);
  draft.subjects = [...headingSubjects(page, head + 1), ...page.articleSubjects, ...antecedents(page, head, 0, null), ...surroundings(page, b)].filter((id) => !holders.has(id) && page.kinds[id] !== 'stock');
  return draft.subjects.length > 0 ? draft : null;
}

/** "Bloom Energy (BE) – 1.9%" as one line of a list that is headed as holdings. */
function listedHolding(page: Page, b: number): Draft | null {
  const reading = page.readings[b]!;
  if (reading.block.kind === 'cell' || reading.tokens.length > 16 || reading.quantities.length !== 1) return null;
  const quantity = reading.quantities[0]!;
  if (quantity.unit !== '%' || quantity.signed || quantity.low <= 0 || quantity.low > 60) return null;
  const holders = reading.mentions.filter((mention) => mention.known === null && mention.to <= quantity.from);
  if (holders.length === 0 || reading.motions.some((motion) => motion.to <= quantity.from)) return null;
  const rest = reading.tokens.filter((token, i) => token.kind !== 'punct' && !(i >= quantity.from && i < quantity.to) && !holders.some((mention) => i >= mention.from && i < mention.to));
  if (rest.length > 3) return null;
  const head = holdingsHead(page, b);
  if (head < 0) return null;
  const components = holders.flatMap((mention) => withAlias(page, mention.id));
  const draft = draftFrom(reading, quantity, 'holding_weight', '%', { components });
  const own = page.readings[head]!.mentions.flatMap((mention) => withAlias(page, mention.id));
  const all = new Set(components);
  draft.subjects = [...new Set([...own, ...headingSubjects(page, head + 1), ...page.articleSubjects, ...antecedents(page, head, 0, null), ...surroundings(page, b)])].filter((id) => !all.has(id) && page.kinds[id] !== 'stock');
  return draft.subjects.length > 0 ? draft : null;
}

/** Index of the heading or caption that announces holdings, within reach above the block; -1 when none. */
function holdingsHead(page: Page, b: number): number {
  let figures = 0;
  for (let k = b - 1; k >= 0 && k > b - 60; k -= 1) {
    const reading = page.readings[k]!;
    const words = reading.tokens.map((token) => token.lower);
    if (words.length <= 14 && words.some((word) => /^(?:holdings|positions|constituents|weights)$/.test(word))) return k;
    if (soleFigure(reading) !== null) figures += 1;
    if (words.length > 25) return -1;
    if (figures > 40) return -1;
  }
  return -1;
}

function firstFigureIsBeforeNames(page: Page, head: number): boolean {
  for (let k = head + 1; k < page.readings.length; k += 1) {
    const reading = page.readings[k]!;
    if (soleFigure(reading) !== null) return true;
    if (reading.tokens.length <= 8 && reading.mentions.length > 0) return false;
  }
  return false;
}
