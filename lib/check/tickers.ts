import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { Observation, Source } from '../market/observation.ts';
import { yearToDate } from '../market/performance.ts';
import { levelsBetween, returnBetween } from '../market/returns.ts';
import { indexOf, knownTrackers } from './families.ts';
import type { Finding, ResolvedMention } from './finding.ts';
import { methodKey, methodOf } from './definitions.ts';
import { nameOf } from './judgement.ts';
import type { JudgeContext } from './judgement.ts';
import type { CompanyReport, MeasuredReturn, TickerSummary } from './report.ts';

const SPARK_POINTS = 40;

/** One summary for each instrument that the page mentions, in the order of first mention. */
export function tickerSummaries(
  mentions: readonly ResolvedMention[],
  findings: readonly Finding[],
  context: JudgeContext,
): readonly TickerSummary[] {
  const byId = new Map<InstrumentId, { instrument: Instrument; mentions: number[] }>();
  for (const { mention, instrument } of mentions) {
    const known = byId.get(instrument.id);
    if (known) known.mentions.push(mention.id);
    else byId.set(instrument.id, { instrument, mentions: [mention.id] });
  }
  return [...byId.values()].map(({ instrument, mentions: ids }) => ({
    instrument,
    tracksName: instrument.tracks === null ? null : nameOf(instrument.tracks, context.directory),
    ...membershipsOf(instrument, context),
    company: companyOf(instrument, context),
    figures: figuresOf(instrument.id, context),
    ...thisYearOf(instrument.id, context),
    mentions: ids,
    claims: findings.filter(({ claim }) => claim.subject === instrument.id).map(({ claim }) => claim.id),
  }));
}

/** By the holdings on record, and by weights that are on record without them; of each index the newest. */
function membershipsOf(instrument: Instrument, context: JudgeContext): Pick<TickerSummary, 'memberships' | 'noMembership'> {
  if (instrument.kind !== 'stock') return { memberships: [], noMembership: null };
  const { directory, evidence } = context;
  const newest = new Map<InstrumentId, TickerSummary['memberships'][number]>();
  const add = (index: InstrumentId, weightPercent: number | null, asOf: string, source: Source): void => {
    const known = newest.get(index);
    if (!known || known.asOf < asOf) newest.set(index, { index, indexName: nameOf(index, directory), weightPercent, asOf, source });
  };
  for (const { holder, weightPercent, asOf, source } of evidence.heldBy(instrument.id)) {
    add(indexOf(directory.byId(holder)) ?? holder, weightPercent, asOf, source);
  }
  for (const fund of knownTrackers()) {
    const index = indexOf(directory.byId(fund));
    if (index === null) continue;
    for (const { component, low, asOf, source } of evidence.observations(fund, 'holding_weight')) {
      if (component === instrument.id) add(index, low, asOf.to, source);
    }
  }
  const memberships = [...newest.values()];
  const noMembership = memberships.length > 0 ? null : evidence.hasHoldings ? 'not-held' : 'no-holdings';
  return { memberships, noMembership };
}

function companyOf({ id, kind }: Instrument, { evidence }: JudgeContext): CompanyReport | null {
  if (kind !== 'stock') return null;
  const company = evidence.company(id);
  if (company === null) return { kind: 'missing', reason: evidence.hasReports ? 'not-filed' : 'no-reports' };
  const { figures, marketValue } = company;
  const { netIncome, revenue, cik } = figures;
  return {
    kind: 'known',
    cik,
    netIncome: netIncome.kind === 'known' ? { value: netIncome.value, end: netIncome.end } : { missing: netIncome.reason },
    revenue: revenue.kind === 'known' ? { value: revenue.value, end: revenue.end } : null,
    marketValue,
  };
}

/** The newest figure of each metric, method and component. */
function figuresOf(id: InstrumentId, context: JudgeContext): readonly Observation[] {
  const newest = new Map<string, Observation>();
  for (const metric of context.metrics) {
    if (metric.judge !== 'observation') continue;
    for (const one of context.evidence.observations(id, metric.id)) {
      const key = `${metric.id} ${methodKey(methodOf(one))} ${one.component ?? ''}`;
      const known = newest.get(key);
      if (!known || known.asOf.to < one.asOf.to || (known.asOf.to === one.asOf.to && known.id > one.id)) newest.set(key, one);
    }
  }
  return [...newest.values()];
}

function thisYearOf(id: InstrumentId, context: JudgeContext): Pick<TickerSummary, 'thisYear' | 'sparkline'> {
  const { evidence } = context;
  for (const basis of ['total', 'price'] as const) {
    const series = evidence.series(id, basis);
    const found = series && yearToDate(series, evidence.dataEnd);
    if (!series || !found) continue;
    const [from, to] = [found.from[0], found.to[0]];
    const own = { percent: found.percent, basis, from, to, source: series.source };
    const benchmark =
      basis === 'total' ? measuredReturn('SPY', basis, from, to, context) : measuredReturn('INDEX:SP500', basis, from, to, context);
    return { thisYear: { own, benchmark }, sparkline: levelsBetween(series, from, to, SPARK_POINTS) };
  }
  return { thisYear: null, sparkline: [] };
}

function measuredReturn(
  id: InstrumentId,
  basis: 'price' | 'total',
  from: string,
  to: string,
  context: JudgeContext,
): MeasuredReturn | null {
  const series = context.evidence.series(id, basis);
  const found = series && returnBetween(series, from, to);
  return series && found ? { percent: found.percent, basis, from, to, source: series.source } : null;
}
