import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assemble } from '../../../lib/data/market-data.ts';
import { snapshotBodies, thinned, writtenBody } from '../../../lib/data/snapshot-bodies.ts';
import { InstrumentsFile } from '../../../lib/data/snapshot-schema.ts';
import { parseSnapshot } from '../../../lib/data/snapshot.ts';
import type { SnapshotBodies } from '../../../lib/data/snapshot.ts';
import { gatherParts } from '../../../tools/lib/gather.ts';
import { startBadHost, well, withStatus } from '../../support/bad-host.ts';
import type { BadHost } from '../../support/bad-host.ts';
import { readBundledBodies } from '../../support/bundled.ts';
import { onDay } from '../../support/sources.ts';
import { toyBody, toySource } from './refresh/world.ts';
import { sampleBodies } from './sample.ts';

/** Through the text of the files and back. */
function reread(bodies: ReturnType<typeof snapshotBodies>): ReturnType<typeof parseSnapshot> {
  const texts = Object.entries(bodies).map(([name, body]) => [name, JSON.parse(writtenBody(body))]);
  return parseSnapshot(Object.fromEntries(texts) as SnapshotBodies);
}

describe('snapshotBodies', () => {
  it('gives back the bundled files, figure by figure and level by level', () => {
    const bodies = readBundledBodies();
    const bundled = parseSnapshot(bodies);
    const again = reread(snapshotBodies(InstrumentsFile.parse(bodies.instruments), bundled));
    expect(again.instruments).toEqual(bundled.instruments);
    expect(again.observations).toEqual(bundled.observations);
    expect(again.series.map(({ instrument, basis, source, points }) => [instrument, basis, source, points.at(-1)])).toEqual(
      bundled.series.map(({ instrument, basis, source, points }) => [instrument, basis, source, points.at(-1)]),
    );
    expect(again.asOf).toBe(bundled.asOf);
  });

  it('keeps month-ends, from 2025 on week-ends, and the last day', () => {
    const days = ['2024-11-28', '2024-11-29', '2024-12-30', '2024-12-31', '2025-01-02', '2025-01-03', '2025-01-30', '2025-01-31', '2025-02-03', '2025-02-04'];
    const { points } = thinned({ instrument: 'INDEX:A', basis: 'price', points: days.map((day) => [day, 1]), source: { title: 'A', url: null } });
    expect(points.map(([day]) => day)).toEqual(['2024-11-29', '2024-12-31', '2025-01-03', '2025-01-31', '2025-02-04']);
  });
});

describe('a snapshot from servers', () => {
  let host: BadHost;
  let isDown = false;
  const sources = [toySource({ fallback: 'toy-fallback' }), toySource({ id: 'toy-fallback' }), toySource({ id: 'toy-other', keys: ['GONE'] })];
  const today = onDay('2026-07-15');

  beforeAll(async () => {
    host = await startBadHost(
      (url) => (url.pathname.includes('GONE') ? null : toyBody(100)),
      (url) => (isDown && !url.pathname.includes('fallback') ? withStatus(500) : well),
    );
  });
  afterAll(() => host.close());

  async function gathered(): Promise<{ parts: Awaited<ReturnType<typeof gatherParts>>['parts']; told: string[]; failed: number }> {
    const told: string[] = [];
    const network = { fetch: host.fetch, now: () => Date.parse('2026-07-15T16:00:00Z') };
    const result = await gatherParts({ sources, network, context: today, wait: async () => undefined, onOutcome: (what, outcome) => told.push(`${what}: ${outcome}`) });
    return { ...result, told };
  }

  it('has the figures that are computed from what came, with how much went in', async () => {
    const { parts, told, failed } = await gathered();
    expect(told).toEqual(['toy-holdings SMPF: 1 holdings as of 2026-07-14', 'toy-other GONE: failed: not-found 404']);
    expect(failed).toBe(1);
    const bodies = sampleBodies();
    const data = await assemble(parseSnapshot(bodies), parts, today.today, today.pause);
    const { observations } = reread(snapshotBodies(InstrumentsFile.parse(bodies.instruments), data));
    expect(observations.find(({ instrument, metric }) => instrument === 'SMPF' && metric === 'constituents')).toMatchObject({
      low: 1, high: 1, asOf: { from: '2026-07-14', to: '2026-07-14' }, computedFrom: 'SMPF', coverage: { counted: 1, total: 1, weight: 1 },
      source: { title: 'Computed from SMPF’s holdings' },
    });
    expect(observations.some(({ metric, low }) => metric === 'pe' && low === 17.4)).toBe(true);
  });

  it('asks the fallback for what fails', async () => {
    isDown = true;
    const { parts, told } = await gathered();
    expect(parts).toHaveLength(1);
    expect(told.slice(0, 2)).toEqual(['toy-holdings SMPF: failed: server 500', 'toy-fallback SMPF: 1 holdings as of 2026-07-14']);
  });
});
