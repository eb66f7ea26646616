import type { SourceSpec } from './source.ts';

/**
 * Every source, in the order in which they are asked. Where two give a row of the same key (a symbol, a series of one
 * basis, the holdings of one fund), the one that stands first here is believed.
 */
export const SOURCES: readonly SourceSpec[] = [];
