/** Tables: the metric or period from one header, the instrument from the other, the figure from the cell. */
import type { MetricSpec } from '../market/metrics/spec.ts';
import type { Quantity } from '../text/quantities.ts';
import { draftFrom, draftFromWords, valueOf, type Draft } from './drafts.ts';
import { isPlausible } from './measures.ts';
import { antecedents, canonicalMention, headingSubjects, withAlias, type Page } from './page.ts';
import type { BlockReading, PlacedMention } from './reading.ts';
import { scheduleOf } from './rules.ts';

/** What a header or a label says about the figures that belong to it. */
export interface LabelMeaning {
  readonly metric: MetricSpec | null;
  readonly isReturn: boolean;
  readonly period: string | null;
  readonly annualized: boolean;
  readonly definition: 'excl_negative' | 'incl_negative' | 'trailing' | 'forward' | null;
  readonly mentions: readonly PlacedMention[];
  readonly sector: string | null;
  readonly isWeight: boolean;
  /** "Benchmark", "Category average": the column of another than the table's own. */
  readonly isOfOther: boolean;
  /** `reconstitution`, `profitability_screen`: rules whose value is a word. */
  readonly rule: 'reconstitution' | 'profitability_screen' | null;
}

/** Reads a header cell or a label block. */
export function meaningOf(reading: BlockReading): LabelMeaning {
  const noun = longest(reading.metrics.filter((phrase) => phrase.value.role === 'noun' || phrase.value.metric.id === 'constituents'));
  const words = reading.tokens.map((token) => token.lower);
  const metricId = noun?.value.metric.id ?? null;
  const has = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  const period = reading.periods.find((candidate) => candidate.period !== null)?.period ?? null;
  const isReturn = metricId === 'return' || has(/^(?:return|returns|performance|change|gain)$/) || (metricId === null && period !== null && !has(/^(?:high|low|range)$/));
  const definitions = reading.cues.flatMap((cue) => (cue.value.kind === 'definition' ? [cue.value.definition] : []));
  const definition = definitions.find((item) => item === 'excl_negative' || item === 'incl_negative') ?? definitions.find((item) => item === 'trailing' || item === 'forward') ?? null;
  return {
    metric: metricId === 'return' || metricId === 'return_vs' || metricId === 'streak' ? null : (noun?.value.metric ?? (reading.tokens.length <= 3 ? memberMetric(reading) : null)),
    isReturn, period,
    annualized: reading.cues.some((cue) => cue.value.kind === 'annualized') || has(/^(?:ann|annualized|annualised|cagr)$/),
    definition,
    mentions: reading.mentions.filter((mention) => isCellOrCertain(reading, mention)), sector: reading.sectors[0]?.value ?? null,
    isWeight: has(/^(?:weight|weights|weighting|allocation|portfolio|holding)$/) || (words.includes('%') && has(/^(?:assets|fund|net|of)$/)),
    isOfOther: reading.mentions.every((mention) => mention.known === null && mention.symbol === null) && has(/^(?:benchmark|category|index|peers|peer)$/) && reading.tokens.length <= 3,
    rule: has(/^(?:reconstitution|rebalancing|rebalance)$/) ? 'reconstitution' : has(/^profitability$/) && has(/^(?:screen|requirement|rule)$/) ? 'profitability_screen' : null,
  };
}

function isCellOrCertain(reading: BlockReading, mention: PlacedMention): boolean {
  // "Health Care" in a table of sectors is no company.
  if (mention.known === null && reading.sectors.some((sector) => sector.from <= mention.from && mention.to <= sector.to)) return false;
  return reading.block.kind === 'cell' || mention.known !== null || mention.evidence !== 'none';
}

/** "Fee", "Yield", "Holdings", "Constituents" alone in a header are verbs or members elsewhere; here they name the column. */
function memberMetric(reading: BlockReading): MetricSpec | null {
  const verb = reading.metrics.find((phrase) => phrase.value.role !== 'tail');
  return verb?.value.metric ?? null;
}

function longest<T extends { from: number; to: number }>(list: readonly T[]): T | null {
  return list.reduce<T | null>((best, item) => (best === null || item.to - item.from > best.to - best.from ? item : best), null);
}

/** The cells of one row by column. Only cells with text: a table may be as wide and as empty as its page wants. */
type Row = ReadonlyMap<number, BlockReading>;

/** All claims of one table, given the block indices of its cells. */
export function tableClaims(page: Page, blocks: readonly number[]): Draft[] {
  const rows = new Map<number, Map<number, BlockReading>>();
  for (const index of blocks) {
    const reading = page.readings[index]!;
    const { row, column } = reading.block.cell!;
    const cells = rows.get(row) ?? new Map<number, BlockReading>();
    rows.set(row, cells.set(column, reading));
  }
  const top: Row = rows.get(0) ?? new Map();
  const hasHeaderRow = isHeaderRow(top);
  const headers = new Map([...(hasHeaderRow ? top : [])].map(([column, cell]) => [column, meaningOf(cell)]));
  const isSectors = isSectorTable(page, top.get(0) ?? null, blocks[0]!);
  const isOfSecurities = [...rows.values()].filter((cells) => (labelOfRow(cells)?.mentions.length ?? 0) > 0).length >= 2;
  const drafts: Draft[] = [];
  for (const [row, cells] of rows) {
    if (row === 0 && hasHeaderRow) continue;
    const label = labelOfRow(cells);
    const meaning = label === null ? null : meaningOf(label);
    // In a table of securities, a row with another name ("Gold") is about nobody here, not about the article's own fund.
    const isOfUnknown = isOfSecurities && meaning !== null && meaning.mentions.length === 0 && meaning.metric === null && meaning.period === null && meaning.sector === null && meaning.rule === null && !meaning.isReturn && !meaning.isWeight && meaning.definition === null;
    for (const [column, cell] of cells) {
      if (cell !== label) drafts.push(...cellClaims(page, cell, meaning, headers.get(column) ?? null, blocks[0]!, isSectors, isOfUnknown));
    }
  }
  return drafts;
}

/** The first header cell, or the heading above the table, speaks of sectors. */
function isSectorTable(page: Page, corner: BlockReading | null, firstBlock: number): boolean {
  const says = (reading: BlockReading | null | undefined): boolean => reading?.tokens.some((token) => /^sectors?$/.test(token.lower)) === true;
  const above = page.readings[firstBlock - 1];
  return says(corner) || (above !== undefined && above.tokens.length <= 14 && says(above));
}

function isHeaderRow(row: Row): boolean {
  let figures = 0;
  let words = 0;
  for (const cell of row.values()) {
    if (cell.block.cell!.header && cell.quantities.every((quantity) => quantity.isYear)) words += 1;
    else if (cell.quantities.some((quantity) => quantity.unit !== 'plain' || !Number.isInteger(quantity.low))) figures += 1;
    else words += 1;
  }
  return words > 0 && figures === 0;
}

/** The row's name: its first cell with words. */
function labelOfRow(row: Row): BlockReading | null {
  for (const cell of row.values()) {
    if (cell.tokens.length <= 2 && cell.periods.length > 0 && cell.quantities.every((quantity) => quantity.isYear)) return cell;
    const isFigure = cell.quantities.length > 0 && cell.metrics.length === 0 && cell.mentions.length === 0 && cell.periods.length === 0;
    if (!isFigure && cell.tokens.some((token) => token.kind === 'word')) return cell;
  }
  return null;
}

function cellClaims(page: Page, cell: BlockReading, row: LabelMeaning | null, column: LabelMeaning | null, firstBlock: number, isSectors: boolean, isOfUnknown: boolean): Draft[] {
  const rule = row?.rule ?? column?.rule ?? null;
  if (isOfUnknown) return [];
  const subjects = subjectsOf(page, row, column, firstBlock);
  if (rule !== null) return ruleCell(cell, rule, subjects);
  const quantity = cell.quantities[0];
  if (quantity === undefined || cell.quantities.length > 2 || quantity.isYear || cell.tokens.length > 8) return [];
  const metric = row?.metric ?? column?.metric ?? null;
  const definition = row?.definition ?? column?.definition ?? null;
  // Under a heading that names several, whose table it is has to be guessed.
  const isOwn = (row?.mentions.length ?? 0) + (column?.mentions.length ?? 0) > 0;
  const heads = new Set(subjects.map((id) => canonicalMention(page, id)));
  const add = (draft: Draft): Draft[] => {
    draft.subjects.push(...subjects);
    draft.isPlain = isOwn || heads.size <= 1;
    draft.definition = definition ?? draft.definition;
    return draft.subjects.length > 0 ? [draft] : [];
  };
  if (metric !== null) {
    const factor = tableFactor(metric, quantity.unit, quantity.isFraction);
    if (factor === null || !isPlausible(metric, quantity, factor)) return [];
    const draft = draftFrom(cell, quantity, metric.id, metric.unit, { value: valueOf(quantity, 1, factor) });
    if (metric.id === 'pe' && definition === 'forward') draft.metric = 'pe_forward';
    if (metric.id === 'pe_forward') draft.definition = 'forward';
    if (metric.id === 'sector_weight' || metric.id === 'holding_weight') draft.components = (row?.mentions ?? []).flatMap((mention) => withAlias(page, mention.id));
    const out = add(draft);
    if (draft.metric === 'pe_forward') draft.definition = 'forward';
    return out;
  }
  if (column === null && row !== null && row.mentions.length > 0) return quoteCell(cell, quantity, row, add);
  const period = column?.period ?? row?.period ?? null;
  const isReturn = (column?.isReturn ?? false) || (row?.isReturn ?? false);
  if (isReturn && (quantity.unit === '%' || quantity.unit === 'plain')) {
    const draft = draftFrom(cell, quantity, 'return', '%', { period, annualized: (row?.annualized ?? false) || (column?.annualized ?? false) });
    return add(draft);
  }
  const isShare = quantity.unit === '%' || (quantity.unit === 'plain' && quantity.halfUnit < 0.5 && quantity.high <= 100);
  if (isShare && isSectors && row?.sector != null && column?.isOfOther !== true) {
    const draft = draftFrom(cell, quantity, 'sector_weight', '%', { component: row.sector });
    // Two funds side by side: each column is of its own.
    draft.isPlain = (column?.mentions.length ?? 0) > 0 || heads.size <= 1;
    draft.subjects.push(...(column?.mentions ?? []).flatMap((mention) => withAlias(page, mention.id)), ...headingSubjects(page, firstBlock), ...antecedents(page, firstBlock, 0, null), ...page.articleSubjects);
    return draft.subjects.length > 0 ? [draft] : [];
  }
  if (quantity.unit === '%' && (column?.isWeight ?? row?.isWeight ?? false)) {
    const sector = row?.sector ?? null;
    const holders = row?.mentions ?? [];
    if (sector === null && holders.length === 0) return [];
    const draft = draftFrom(cell, quantity, sector === null || holders.length > 0 ? 'holding_weight' : 'sector_weight', '%', {
      component: holders.length > 0 ? null : sector, components: holders.flatMap((mention) => withAlias(page, mention.id)),
    });
    draft.subjects.push(...headingSubjects(page, firstBlock), ...antecedents(page, firstBlock, 0, null), ...page.articleSubjects);
    draft.subjects = draft.subjects.filter((id) => !draft.components.includes(id));
    return [draft];
  }
  return [];
}

/** A row without column headers, "Russell 2000 | 2,412.31 | +0.85%": the level of an index and its change. */
function quoteCell(cell: BlockReading, quantity: Quantity, row: LabelMeaning, add: (draft: Draft) => Draft[]): Draft[] {
  if (quantity.unit === '%' && quantity.signed) return add(draftFrom(cell, quantity, 'return', '%'));
  const isLevel = quantity.unit === 'plain' && !quantity.signed && quantity.low >= 100 && quantity.halfUnit < 0.5 && row.mentions[0]!.known !== null;
  return isLevel ? add(draftFrom(cell, quantity, 'index_level', 'points')) : [];
}

function tableFactor(metric: MetricSpec, unit: string, isFraction: boolean): number | null {
  switch (metric.unit) {
    case '%':
      return unit === '%' || unit === 'plain' || isFraction ? 1 : unit === 'bps' ? 0.01 : null;
    case 'x':
      return unit === 'x' || unit === 'plain' ? 1 : null;
    case 'USD':
      return unit === 'USD' ? 1 : null;
    default:
      return unit === 'plain' ? 1 : null;
  }
}

function ruleCell(cell: BlockReading, rule: 'reconstitution' | 'profitability_screen', subjects: readonly number[]): Draft[] {
  const words = cell.tokens.map((token) => token.lower).join(' ');
  const whole: readonly [number, number] = [0, cell.tokens.length];
  let draft: Draft | null = null;
  if (rule === 'reconstitution') {
    const main = words.split('(')[0]!;
    const text = scheduleOf(main) ?? scheduleOf(words);
    if (text !== null) draft = draftFromWords(cell, 'reconstitution', 'schedule', text, 0, whole, whole);
  } else if (/^(?:yes|required|true)\b/.test(words)) draft = draftFromWords(cell, 'profitability_screen', 'flag', 'true', 1, whole, whole);
  else if (/^(?:no|none|false)\b/.test(words)) draft = draftFromWords(cell, 'profitability_screen', 'flag', 'false', 0, whole, whole);
  if (draft === null) return [];
  draft.subjects.push(...subjects);
  return [draft];
}

function subjectsOf(page: Page, row: LabelMeaning | null, column: LabelMeaning | null, firstBlock: number): number[] {
  const own = [...(column?.mentions ?? []), ...(row?.mentions ?? [])];
  if (own.length > 0) return own.flatMap((mention) => withAlias(page, mention.id));
  return [...headingSubjects(page, firstBlock), ...page.articleSubjects];
}
