import type { Claim, Directory } from './finding.ts';
import type { InstrumentId } from '../market/instrument.ts';
import type { MetricId } from '../market/metric.ts';
import { METRICS, metricById } from '../market/metrics/index.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import { SIZE_FAMILIES, candidatesFor, knownTrackers, sizeFamilyOfGroup } from './families.ts';

/** What has to be loaded before `checkArticle` can speak. Every pair once. */
export interface EvidenceKeys {
  readonly observations: readonly { readonly instrument: InstrumentId; readonly metric: MetricId }[];
  readonly series: readonly { readonly instrument: InstrumentId; readonly basis: 'price' | 'total' }[];
}

const FAMILY_MEMBERS: ReadonlySet<InstrumentId> = new Set(Object.values(SIZE_FAMILIES).flat());

/**
 * Observations and series that the claims and the tickers of a page are judged and described by: the subject and the
 * benchmark, the index a fund tracks, the funds that track an index, and the other indices of a size family when the
 * subject may stand for one ("small caps").
 *
 * `mentioned` are the page's instruments, for the ticker summaries; without them only claims are provided for.
 */
export function evidenceKeys(
  claims: readonly Claim[],
  directory: Directory,
  mentioned: readonly InstrumentId[] = [],
  metrics: readonly MetricSpec[] = METRICS,
): EvidenceKeys {
  const keys = new KeyCollector();
  for (const claim of claims) {
    const metric = metricById(claim.metric, metrics);
    if (!metric || metric.judge === 'none' || claim.forecast) continue;
    // "Small caps" with no index named stand for every index of that size.
    const ofSize = [claim.group, claim.benchmarkGroup].flatMap((group) => {
      const family = sizeFamilyOfGroup(group);
      return family === null ? [] : SIZE_FAMILIES[family];
    });
    for (const party of [claim.subject, claim.benchmark, ...ofSize]) {
      if (party === null) continue;
      for (const subject of withFamily(party)) {
        for (const candidate of candidatesFor(subject, metric, directory)) keys.addFor(candidate.id, metric);
      }
    }
  }
  for (const id of mentioned) keys.addSummary(id, metrics);
  if (mentioned.length > 0) {
    keys.series('INDEX:SP500');
    keys.series('SPY');
    // A company's weights stand with the funds that hold it.
    for (const fund of knownTrackers()) keys.observation(fund, 'holding_weight');
  }
  return keys.done();
}

/** The metrics whose observations may speak for a claim under `metric`: an unstated P/E may be a forward one. */
export function metricsFor(metric: MetricId): readonly MetricId[] {
  return metric === 'pe' ? ['pe', 'pe_forward'] : [metric];
}

function withFamily(id: InstrumentId): readonly InstrumentId[] {
  if (!FAMILY_MEMBERS.has(id)) return [id];
  const families = Object.values(SIZE_FAMILIES).filter((members) => members.includes(id));
  return [id, ...families.flat().filter((member) => member !== id)];
}

class KeyCollector {
  readonly #observations = new Map<string, { instrument: InstrumentId; metric: MetricId }>();
  readonly #series = new Map<string, { instrument: InstrumentId; basis: 'price' | 'total' }>();

  addFor(instrument: InstrumentId, metric: MetricSpec): void {
    for (const id of metricsFor(metric.id)) this.observation(instrument, id);
    if (metric.judge === 'return' || metric.judge === 'streak') {
      this.series(instrument);
      // How far price and total return may lie apart (VERDICTS 12).
      this.observation(instrument, 'dividend_yield');
    }
    if (metric.id === 'price' || metric.id === 'index_level') this.series(instrument);
  }

  addSummary(instrument: InstrumentId, metrics: readonly MetricSpec[]): void {
    for (const metric of metrics) {
      if (metric.judge === 'observation') this.observation(instrument, metric.id);
    }
    this.series(instrument);
  }

  observation(instrument: InstrumentId, metric: MetricId): void {
    this.#observations.set(`${instrument} ${metric}`, { instrument, metric });
  }

  series(instrument: InstrumentId): void {
    for (const basis of ['price', 'total'] as const) this.#series.set(`${instrument} ${basis}`, { instrument, basis });
  }

  done(): EvidenceKeys {
    return { observations: [...this.#observations.values()], series: [...this.#series.values()] };
  }
}
