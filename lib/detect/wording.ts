/** All that is known of wording beside periods and names, in one table, so that a text is asked once. */
import { SIZE_GROUPS } from '../market/families.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import { SECTORS } from '../market/sectors.ts';
import { PhraseTable, type Rule } from './phrases.ts';
import { CUES, type Cue } from './vocabulary/cues.ts';
import { BEATS, MOTION, type Beat, type Motion } from './vocabulary/motion.ts';

export type MetricRole = 'noun' | 'tail' | 'verb';

export interface MetricPhrase {
  readonly metric: MetricSpec;
  readonly role: MetricRole;
}

export interface SizeGroup {
  readonly group: string;
  readonly indices: readonly string[];
}

/** What a phrase of each kind stands for. */
export interface Meanings {
  readonly metric: MetricPhrase;
  readonly motion: Motion;
  readonly beat: Beat;
  readonly cue: Cue;
  readonly sector: string;
  readonly group: SizeGroup;
}

export type PhraseKind = keyof Meanings;

export interface Entry<K extends PhraseKind = PhraseKind> {
  readonly kind: K;
  readonly value: Meanings[K];
}

const tables = new WeakMap<readonly MetricSpec[], PhraseTable<Entry>>();

/** The table for these metrics, compiled when it is first asked for. */
export function wordingOf(metrics: readonly MetricSpec[]): PhraseTable<Entry> {
  let table = tables.get(metrics);
  if (table === undefined) {
    table = new PhraseTable(rulesFor(metrics));
    tables.set(metrics, table);
  }
  return table;
}

function rulesFor(metrics: readonly MetricSpec[]): Rule<Entry>[] {
  const rules: Rule<Entry>[] = [];
  for (const metric of metrics) {
    for (const role of ['noun', 'tail', 'verb'] as const) {
      const entry: Entry = { kind: 'metric', value: { metric, role } };
      for (const pattern of metric.wording[`${role}s`]) rules.push({ pattern, value: entry });
    }
  }
  return [
    ...rules,
    ...entries('motion', MOTION),
    ...entries('beat', BEATS),
    ...entries('cue', CUES),
    ...entries('sector', SECTORS.flatMap((sector) => sector.aliases.map((pattern) => ({ pattern, value: sector.name })))),
    ...entries('group', SIZE_GROUPS.flatMap((group) => group.patterns.map((pattern) => ({ pattern, value: group as SizeGroup })))),
  ];
}

/** One entry a value: two patterns of the same words and the same meaning are one match. */
function entries<K extends PhraseKind>(kind: K, source: readonly Rule<Meanings[K]>[]): Rule<Entry>[] {
  const known = new Map<Meanings[K], Entry>();
  return source.map(({ pattern, value }) => {
    const entry = known.get(value) ?? { kind, value };
    known.set(value, entry);
    return { pattern, value: entry };
  });
}
