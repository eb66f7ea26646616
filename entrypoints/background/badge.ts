import type { PageReport } from '../../lib/check/report.ts';
import { fill } from '../../lib/present/fill.ts';
import { ENGLISH, type Language } from '../../lib/present/language.ts';
import { countVerdicts, summaryLine } from '../../lib/present/summary.ts';

/** What the toolbar button shows for one tab. */
export interface Badge {
  /** Number of contradicted and definition-dependent claims; empty for none. */
  readonly text: string;
  readonly colour: string;
  readonly title: string;
}

/** The darker tone of the marks' colours, on which white figures have a contrast of at least 4.5 to 1. */
const CONTRADICTED_COLOUR = '#b93814';
const DEPENDENT_COLOUR = '#6938b8';

export const EMPTY_BADGE: Badge = { text: '', colour: DEPENDENT_COLOUR, title: 'Tickmark' };

/** The badge of a report. Copies of a claim count once, as in the popup. */
export function badgeOf(report: PageReport, language: Language = ENGLISH): Badge {
  const counts = countVerdicts(report.findings);
  const flagged = counts.contradicted + counts['definition-dependent'];
  return {
    text: flagged === 0 ? '' : String(flagged),
    colour: counts.contradicted > 0 ? CONTRADICTED_COLOUR : DEPENDENT_COLOUR,
    title: fill(language.words.toolbar.badge, { summary: summaryLine(report.findings, language) }),
  };
}
