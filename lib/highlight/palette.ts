/** Claims by their verdict. */
export type LineKind = 'supported' | 'definition-dependent' | 'outdated' | 'contradicted' | 'unverifiable';
/** What a mark stands for: a claim, or a ticker without one. */
export type MarkKind = LineKind | 'ticker';
/** `flash`: the place that was just jumped to. */
export type HighlightKind = MarkKind | 'flash';

/** Kinds from the least to the most telling: the later one is painted over the earlier where two meet. */
export const KINDS_BY_WEIGHT: readonly MarkKind[] = [
  'ticker',
  'unverifiable',
  'supported',
  'outdated',
  'definition-dependent',
  'contradicted',
];

/** Name under which a highlight is registered with the document. */
export function highlightName(kind: HighlightKind): string {
  return `tickmark-${kind}`;
}

export type Theme = 'light' | 'dark';

interface Line {
  readonly style: 'solid' | 'dashed' | 'double' | 'wavy' | 'dotted';
  readonly thickness: string;
  readonly offset: string;
  /** On light and on dark paper; each has a contrast of at least 3 to 1 there, and on sepia. */
  readonly light: string;
  readonly dark: string;
}

/** The shape alone tells the verdicts apart; the colours do too, also for colour-blind readers. */
const LINES: Readonly<Record<LineKind, Line>> = {
  supported: { style: 'solid', thickness: '2px', offset: '3px', light: '#1c66d0', dark: '#74adff' },
  'definition-dependent': { style: 'dashed', thickness: '2px', offset: '3px', light: '#7a35d6', dark: '#c9a4ff' },
  outdated: { style: 'double', thickness: '2px', offset: '2px', light: '#a86100', dark: '#ffbd55' },
  contradicted: { style: 'wavy', thickness: '2px', offset: '3px', light: '#d23a00', dark: '#ff8358' },
  unverifiable: { style: 'dotted', thickness: '1.5px', offset: '3px', light: '#767676', dark: '#a3a3a3' },
};

const TINT: Readonly<Record<Theme, string>> = { light: 'rgb(28 102 208 / 11%)', dark: 'rgb(116 173 255 / 22%)' };
const FLASH: Readonly<Record<Theme, string>> = { light: 'rgb(255 206 64 / 60%)', dark: 'rgb(255 206 64 / 38%)' };

/**
 * The style sheet of the marks. Bare `::highlight()` rules: Firefox (153) does not inherit highlight styles, so a rule
 * on `:root` would paint nothing there. Text colour is never set, since the colour of links carries meaning.
 *
 * @param theme whether the paper under the article is light or dark
 * @param shown verdicts that the reader wants marked
 */
export function markStyles(theme: Theme, shown: ReadonlySet<MarkKind>): string {
  const rules: string[] = [];
  for (const kind of KINDS_BY_WEIGHT) {
    if (!shown.has(kind)) continue;
    if (kind === 'ticker') rules.push(`::highlight(${highlightName(kind)}){background-color:${TINT[theme]}}`);
    else rules.push(lineRule(kind, LINES[kind][theme]));
  }
  rules.push(`::highlight(${highlightName('flash')}){background-color:${FLASH[theme]}}`);
  // Chromium (156) fills every highlight with the system's own colours then, so the shape has to show on that.
  const forced = KINDS_BY_WEIGHT.filter((kind) => kind !== 'ticker' && shown.has(kind)).map((kind) =>
    lineRule(kind as LineKind, 'HighlightText'),
  );
  return `${rules.join('\n')}\n@media (forced-colors: active){${forced.join('')}}`;
}

function lineRule(kind: LineKind, color: string): string {
  const { style, thickness, offset } = LINES[kind];
  return (
    `::highlight(${highlightName(kind)}){text-decoration:underline ${style} ${thickness} ${color};` +
    `text-underline-offset:${offset};text-decoration-skip-ink:none}`
  );
}
