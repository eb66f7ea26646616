/** A small market of our own for tests of storage: three instruments, two observations, one level series. */
import type { SnapshotBodies } from '../../../lib/data/snapshot.ts';

export function sampleBodies(over: { pe?: number; asOf?: string } = {}): SnapshotBodies {
  const asOf = over.asOf ?? '2026-06-30';
  return {
    instruments: {
      format: 1,
      asOf,
      indices: [
        { id: 'INDEX:SAMPLE100', symbol: 'SMPL', name: 'Sample 100 Index', aliases: ['Sample 100'] },
        { id: 'INDEX:OTHER', name: 'Other Index', aliases: [] },
      ],
      funds: [
        {
          symbol: 'SMPF',
          name: 'Sample 100 Fund',
          exchange: 'ARCX',
          tracks: 'INDEX:SAMPLE100',
          aliases: [],
          former: [['OLDF', '2021-03-31']],
        },
      ],
      companies: [['WIDG.A', 'Widget Makers Inc.', 'XNYS', 'INDU', []]],
    },
    observations: {
      format: 1,
      asOf,
      sources: { factbook: ['Sample factbook', 'https://example.com/factbook'] },
      observations: [
        { on: 'INDEX:SAMPLE100', metric: 'pe', value: over.pe ?? 17.4, unit: 'x', asOf: '2026-05-29', method: 'trailing, loss-makers left out', source: 'factbook' },
        { on: 'INDEX:SAMPLE100', metric: 'holding_weight', component: 'WIDG.A', value: 1.25, unit: '%', asOf: '2026-05-29', method: 'weight in the index', source: 'factbook' },
      ],
    },
    levels: {
      format: 1,
      asOf,
      days: ['2025-12-31', '2026-01-30', '2026-06-30'],
      series: [{ on: 'INDEX:SAMPLE100', basis: 'price', source: ['Sample factbook', null], from: 0, values: [100, null, 112.5] }],
    },
  };
}
