import type { ComputedFigure, ComputedMultiple, IndexFigures } from './index-math.ts';
import type { InstrumentId } from './instrument.ts';
import type { Definition, MetricId, Unit } from './metric.ts';
import type { Coverage, Observation, Source } from './observation.ts';
import type { CompanyRow, Portfolio } from './portfolio.ts';

/** With less than this part of the weight known a figure says nothing of the whole and does not go on record. */
const ON_RECORD_FROM = 0.5;

/** Companies that go on record by their own weight: the heaviest. */
const HOLDINGS_ON_RECORD = 25;

/**
 * The computed figures as observations: of the fund and, when it tracks an index, of the index, for which the fund stands.
 * A multiple that is no number (losses exceed earnings) is none, nor is a figure of which less than half is known.
 *
 * The title of the source does not name the fund's issuer: the figures are not the issuer's own, and an article that
 * quotes the issuer must not be held to them.
 */
export function indexObservations(figures: IndexFigures, index: InstrumentId | null): readonly Observation[] {
  const { fund } = figures.portfolio;
  const drafts = [...ratioDrafts(figures), ...weightDrafts(figures), ...countDrafts(figures)];
  return [fund, ...(index === null ? [] : [index])].flatMap((instrument) =>
    drafts.flatMap((draft) => observationOf(draft, instrument, figures) ?? []),
  );
}

interface Draft {
  readonly metric: MetricId;
  readonly unit: Unit;
  readonly figure: ComputedFigure | ComputedMultiple;
  readonly definitions: readonly Definition[];
  readonly component: string | null;
  /** Tells apart what metric, definitions and component do not; of several the first by name is shown where one has to do. */
  readonly variant: string;
  readonly method: string;
  readonly decimals: number;
  readonly isFromReports: boolean;
}

const NO_DETAIL = { definitions: [], component: null, variant: '' } as const;

function ratioDrafts({ pe, pb, ps, unprofitable }: IndexFigures): readonly Draft[] {
  const multiple = { ...NO_DETAIL, unit: 'x', decimals: 2, isFromReports: true } as const;
  const without: readonly Definition[] = ['trailing', 'excl_negative', 'as_reported'];
  const share = { ...NO_DETAIL, metric: 'unprofitable_share', unit: '%', decimals: 1, isFromReports: true } as const;
  return [
    { ...multiple, metric: 'pe', figure: pe.aggregateWithoutLosses, definitions: without, variant: 'whole-companies', method: 'market value over net income of twelve months, loss-makers left out, all sums over the whole companies' },
    { ...multiple, metric: 'pe', figure: pe.harmonicWithoutLosses, definitions: without, variant: 'by-weight', method: 'price over net income of twelve months, loss-makers left out, weighted harmonic mean' },
    { ...multiple, metric: 'pe', figure: pe.cappedWithoutLosses, definitions: without, variant: 'by-weight-capped', method: 'price over net income of twelve months, loss-makers left out, no company above 60, weighted harmonic mean' },
    { ...multiple, metric: 'pe', figure: pe.everyone, definitions: ['trailing', 'incl_negative', 'as_reported'], method: 'price over net income of twelve months, every company counted and losses taken off, by weight' },
    { ...multiple, metric: 'pb', figure: pb, method: 'price over book value, every company counted, by weight' },
    { ...multiple, metric: 'ps', figure: ps, method: 'price over sales of twelve months, every company counted, by weight' },
    { ...share, figure: unprofitable.byCount, definitions: ['by_count'], method: 'net loss over twelve months, by number of companies' },
    { ...share, figure: unprofitable.byWeight, definitions: ['by_weight'], method: 'net loss over twelve months, by weight' },
  ];
}

function weightDrafts(figures: IndexFigures): readonly Draft[] {
  const weight = { ...NO_DETAIL, unit: '%', decimals: 2, isFromReports: false } as const;
  const { topTen, sectors, portfolio } = figures;
  const holding = { ...weight, metric: 'holding_weight', method: 'market value over that of all share lines' } as const;
  const heaviest = portfolio.companies.slice(0, HOLDINGS_ON_RECORD).flatMap((company) => holdingsOf(company, portfolio));
  const own = heaviest.map(([component, weightPercent]) => ({ ...holding, component, figure: { ...topTen.lines, value: weightPercent } }));
  return [
    ...sectors.map((figure) => ({
      ...weight, metric: 'sector_weight' as const, component: figure.sector, figure,
      method: 'market value over that of all share lines',
    })),
    { ...weight, metric: 'holding_weight', component: 'TOP10', figure: topTen.lines, method: 'ten largest share lines, share classes counted apart, over all share lines' },
    { ...weight, metric: 'holding_weight', component: 'TOP10_COMPANIES', figure: topTen.companies, method: 'ten largest companies, share classes added together, over all share lines' },
    ...own,
  ];
}

/** A company's lines by their symbols; where it has several, all classes together too. */
function holdingsOf(company: CompanyRow, { lines }: Portfolio): readonly (readonly [component: string, weightPercent: number])[] {
  const own = lines.filter(({ constituent }) => company.lines.includes(constituent));
  const bySymbol = new Map<InstrumentId, number>();
  for (const { constituent, weightPercent } of own) {
    if (constituent.instrument === null) continue;
    bySymbol.set(constituent.instrument, (bySymbol.get(constituent.instrument) ?? 0) + weightPercent);
  }
  const all = bySymbol.size > 1 ? [...bySymbol.keys()].map((symbol) => [`${symbol}_COMPANIES`, company.weightPercent] as const) : [];
  return [...bySymbol, ...all];
}

function countDrafts({ constituents }: IndexFigures): readonly Draft[] {
  const count = { ...NO_DETAIL, metric: 'constituents', unit: 'count', decimals: 0, isFromReports: false } as const;
  return [
    { ...count, figure: constituents.lines, variant: 'lines', method: 'share lines with a market, share classes counted apart' },
    { ...count, figure: constituents.companies, variant: 'companies', method: 'companies, share classes counted once' },
  ];
}

function observationOf(draft: Draft, instrument: InstrumentId, figures: IndexFigures): Observation | null {
  const { metric, figure, definitions, component, variant, decimals } = draft;
  if (figure.value === null || figure.coverage.weight < ON_RECORD_FROM) return null;
  const { fund, asOf } = figures.portfolio;
  const value = Number(figure.value.toFixed(decimals));
  return {
    id: [instrument, metric, component, definitions.join('+'), variant, asOf, 'computed'].filter((part) => part !== null && part !== '').join('/'),
    instrument,
    metric,
    definitions,
    method: methodLine(draft, fund),
    component,
    low: value,
    high: value,
    text: null,
    unit: draft.unit,
    asOf: { from: asOf, to: asOf },
    validity: null,
    source: sourceOf(draft, figures),
    coverage: figure.coverage,
    computedFrom: fund,
  };
}

/** "…; holdings of IWM, 1,874 of 1,924 companies, 98.1% of weight, twelve months to between 2025-12-31 and 2026-03-31". */
function methodLine({ method, figure, isFromReports }: Draft, fund: InstrumentId): string {
  const parts = [`${figure.isPartial ? 'partial: ' : ''}${method}; holdings of ${fund}`];
  if (isFromReports) parts.push(coverageWords(figure.coverage));
  else if (figure.coverage.counted < figure.coverage.total) parts.push(`${percentWords(figure.coverage.weight)} of weight`);
  if (isFromReports && figure.inputs !== null) parts.push(inputsWords(figure.inputs));
  return parts.join(', ');
}

/** "1,874 of 1,924 companies, 98.1% of weight". */
export function coverageWords(coverage: Coverage): string {
  const { counted, total, weight } = coverage;
  return `${grouped(counted)} of ${grouped(total)} companies, ${percentWords(weight)} of weight`;
}

/** Rounded down: nothing is 100 % that is not all of it. */
function percentWords(part: number): string {
  return `${(Math.floor(part * 1000 + 1e-9) / 10).toFixed(1)}%`;
}

function inputsWords({ earliest, latest }: NonNullable<ComputedFigure['inputs']>): string {
  return earliest === latest ? `reports to ${latest}` : `reports to between ${earliest} and ${latest}`;
}

/** "1,874". No fund has a million lines. By hand, as the first use of a locale holds up a fresh worker. */
function grouped(count: number): string {
  const digits = String(count);
  return digits.length > 3 ? `${digits.slice(0, -3)},${digits.slice(-3)}` : digits;
}

function sourceOf({ isFromReports }: Draft, figures: IndexFigures): Source {
  const { fund, holdings } = figures.portfolio;
  const { source: { url }, ownFile } = holdings;
  const own = ownFile === undefined ? '' : ` (your file ${ownFile})`;
  return { title: `Computed from ${fund}’s holdings${own}${isFromReports ? ' and reports to the SEC' : ''}`, url };
}
