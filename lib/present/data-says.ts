import type { Evidence, Finding } from '../check/finding.ts';
import { ENGLISH, type Language } from './language.ts';
import { definitionLabel, evidenceEnd, evidenceFigure, tellingDefinitions } from './evidence-words.ts';

/** One large figure of the card with the words under it. */
export interface DataFigure {
  readonly figure: string;
  /** What tells it from the other one: definition, date, or whose figure it is. */
  readonly caption: string;
  readonly fits: boolean;
}

/**
 * The one or two figures that stand beside the article's: the fitting one first, then the one that says otherwise (under
 * another definition, or the latest). Empty when nothing is on record.
 */
export function dataFigures(finding: Finding, language: Language = ENGLISH): DataFigure[] {
  const { claim, evidence } = finding;
  const own = evidence.filter((item) => item.metric === claim.metric && item.instrument !== claim.benchmark);
  const pool = own.length > 0 ? own : evidence.filter((item) => item.instrument !== claim.benchmark);
  const then = pool.filter((item) => item.role === 'then');
  const first = then.find((item) => item.fits) ?? then[0] ?? pool[0];
  if (!first) return [];
  const second = counterpart(finding, first, pool);
  const sameDefinition = second !== undefined && second.definitions.join() === first.definitions.join();
  const isStreak = claim.metric === 'streak';
  return [first, ...(second ? [second] : [])].map((item) => ({
    figure: evidenceFigure(item, finding, { language, short: true, signed: isStreak }),
    caption: (sameDefinition || isStreak ? null : definitionLabel(tellingDefinitions(item, finding), language)) ?? evidenceEnd(item, language),
    fits: item.fits,
  }));
}

function counterpart(finding: Finding, first: Evidence, pool: readonly Evidence[]): Evidence | undefined {
  const others = pool.filter((item) => item !== first);
  if (finding.verdict === 'outdated') return others.find((item) => item.role === 'now');
  const then = others.filter((item) => item.role === 'then');
  const isOfSameDefinition = (item: Evidence): boolean => item.definitions.join() === first.definitions.join();
  // A streak has many figures: its first period and its last, or the one that breaks it.
  if (finding.claim.metric === 'streak') {
    const own = then.filter(isOfSameDefinition);
    return own.find((item) => item.fits !== first.fits) ?? own.at(-1);
  }
  return finding.verdict === 'supported' ? undefined : then.find((item) => !isOfSameDefinition(item));
}
