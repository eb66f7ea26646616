/**
 * Runs and records of calendar periods, as they stand in `ClaimValue.text` of `streak` claims. The words are parted by
 * single spaces:
 *
 * - `run UNIT DIRECTION`: so many periods in a row; the number is the claim's value (unit `count`), its period the last
 *   one of the run. "October 2025 brought the sixth straight monthly gain": `run month up`, 6, `month:2025-10`.
 * - `not since UNIT DIRECTION`: the value is the year (unit `year`) that was the last with that direction, the claim's
 *   period the newest one that is spoken of. "Has not beaten the S&P 500 over a calendar year since 2020": `not since year
 *   ahead`, 2020. A `streak` claim without text means the same.
 * - `best UNIT since SINCE`, `worst UNIT since SINCE`: no better (worse) period between the one that SINCE names and the
 *   claim's own. SINCE is a year or a period code; without `since …` the record is claimed for all time. "The best quarter
 *   since the second one of 2020": `best quarter since quarter:2020Q2`.
 */
export type StreakUnit = 'year' | 'quarter' | 'month' | 'week' | 'day';

/** `up` and `down` against the subject's own past, `ahead` and `behind` against the benchmark. */
export type StreakDirection = 'up' | 'down' | 'ahead' | 'behind';

export type StreakForm =
  | { readonly kind: 'run'; readonly unit: StreakUnit; readonly direction: StreakDirection }
  | { readonly kind: 'not-since'; readonly unit: StreakUnit; readonly direction: StreakDirection }
  | { readonly kind: 'record'; readonly unit: StreakUnit; readonly extreme: 'best' | 'worst'; readonly since: string | null };

const UNITS: readonly string[] = ['year', 'quarter', 'month', 'week', 'day'] satisfies readonly StreakUnit[];
const DIRECTIONS: readonly string[] = ['up', 'down', 'ahead', 'behind'] satisfies readonly StreakDirection[];

/** The text of a form, as `parseStreak` reads it. */
export function formatStreak(form: StreakForm): string {
  if (form.kind === 'run') return `run ${form.unit} ${form.direction}`;
  if (form.kind === 'not-since') return `not since ${form.unit} ${form.direction}`;
  return `${form.extreme} ${form.unit}${form.since === null ? '' : ` since ${form.since}`}`;
}

/** Reads a form; null for a text that is none. A missing text is "no calendar year ahead since". */
export function parseStreak(text: string | null): StreakForm | null {
  if (text === null) return { kind: 'not-since', unit: 'year', direction: 'ahead' };
  const words = text.split(' ');
  if (words[0] === 'run') return directed('run', words[1], words[2]);
  if (words[0] === 'not' && words[1] === 'since') return directed('not-since', words[2], words[3]);
  if (words[0] === 'best' || words[0] === 'worst') {
    const unit = words[1];
    if (!isUnit(unit)) return null;
    if (words.length === 2) return { kind: 'record', unit, extreme: words[0], since: null };
    const since = words[3];
    return words[2] === 'since' && since ? { kind: 'record', unit, extreme: words[0], since } : null;
  }
  return null;
}

function directed(kind: 'run' | 'not-since', unit: string | undefined, direction: string | undefined): StreakForm | null {
  return isUnit(unit) && isDirection(direction) ? { kind, unit, direction } : null;
}

function isUnit(word: string | undefined): word is StreakUnit {
  return word !== undefined && UNITS.includes(word);
}

function isDirection(word: string | undefined): word is StreakDirection {
  return word !== undefined && DIRECTIONS.includes(word);
}
