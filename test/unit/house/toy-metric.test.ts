import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../../lib/check/check-article.ts';
import { createDirectory, createEvidenceStore } from '../../../lib/data/snapshot.ts';
import { detect } from '../../../lib/detect/detect.ts';
import type { MetricId } from '../../../lib/market/metric.ts';
import { METRICS } from '../../../lib/market/metrics/index.ts';
import type { MetricSpec } from '../../../lib/market/metrics/spec.ts';
import { articleFromPlainText } from '../../../lib/text/document.ts';
import { loadBundledSnapshot } from '../../support/bundled.ts';

/** The steps of docs/house.md, "Adding a metric", with a metric that the project does not have. */
const INTEREST_COVER = 'interest_cover' as MetricId;

const interestCover: MetricSpec = {
  id: INTEREST_COVER,
  name: 'Interest cover',
  unit: 'x',
  plausible: [-50, 500],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: { nouns: ['interest cover|coverage [ratio]'], tails: ['times interest [expense]'], verbs: [] },
  definitions: [],
  ageing: { kind: 'drifts', windowDays: 120, noise: { relative: 0.1, absolute: 0 } },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0.05 },
};

const snapshot = loadBundledSnapshot();
const directory = createDirectory(snapshot.instruments);
const evidence = createEvidenceStore({
  ...snapshot,
  observations: [
    {
      id: 'toy', instrument: 'INDEX:RUSSELL2000', metric: INTEREST_COVER, definitions: [],
      method: 'operating profit over interest paid', component: null, low: 2.4, high: 2.4, text: null, unit: 'x',
      asOf: { from: '2026-05-29', to: '2026-05-29' }, validity: null, source: { title: 'A source', url: null },
    },
  ],
});

function findingsIn(text: string, metrics: readonly MetricSpec[]) {
  const detection = detect(articleFromPlainText(text, { published: '2026-06-01' }), metrics);
  const options = { directory, evidence, published: '2026-06-01', title: null, today: '2026-06-02', metrics };
  return checkArticle(detection, options).findings.filter(({ claim }) => claim.metric === INTEREST_COVER);
}

describe('a metric that is added as the page says', () => {
  const metrics = [...METRICS, interestCover];

  it('is found and judged', () => {
    const [finding, ...others] = findingsIn('The Russell 2000 has an interest coverage ratio of 2.4.', metrics);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ claim: { value: { low: 2.4 }, subject: 'INDEX:RUSSELL2000' }, verdict: 'supported' });
    expect(finding?.evidence[0]?.source.title).toBe('A source');
  });

  it('is judged by its data: another figure is contradicted', () => {
    const [finding] = findingsIn('The Russell 2000 has an interest coverage ratio of 6.1.', metrics);
    expect(finding?.verdict).toBe('contradicted');
  });

  it('is not there without it', () => {
    expect(findingsIn('The Russell 2000 has an interest coverage ratio of 2.4.', METRICS)).toEqual([]);
  });
});
