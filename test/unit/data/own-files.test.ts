import { describe, expect, it } from 'vitest';
import { knownInstruments, listOwnFiles, readOwnFile, removeOwnFile, storeOwnFile } from '../../../lib/data/own-files.ts';
import type { OfFund } from '../../../lib/data/own-files.ts';
import { eraseDatabase } from '../../../lib/data/erase.ts';
import { exportEverything } from '../../../lib/data/export-everything.ts';
import { refresh } from '../../../lib/data/refresh/refresh.ts';
import { addCorrection } from '../../../lib/data/corrections.ts';
import { onDay } from '../../support/sources.ts';
import { createWorld, DAY, isReadable, toyBody, weightInUse } from './refresh/world.ts';
import type { World } from './refresh/world.ts';

const TODAY = onDay('2026-07-15');
const HOLDINGS = 'Ticker,Weight\nWIDG.A,60\nOTHER,40\n';
const FIGURES = 'instrument,metric,value,as_of,source\nSMPF,pe,16.4,2026-06-30,Fact sheet\nINDEX:SAMPLE100,pe,17.1,2026-06-30,\n';

/** A world whose database is filled from the sample and its one source. */
async function filledWorld(): Promise<World> {
  const world = createWorld();
  await refresh(world);
  return world;
}

async function bring(world: World, name: string, text: string, of: OfFund | null): Promise<void> {
  const { database, now, version } = world;
  const known = await knownInstruments(database);
  const file = await readOwnFile(name, new TextEncoder().encode(text), known, TODAY);
  await storeOwnFile(database, file, of, { known, context: TODAY, now, version });
}

async function figuresInUse({ database }: World, instrument: string): Promise<(readonly [number | null, string])[]> {
  const rows = await database.observations.toArray();
  return rows.filter((row) => row.instrument === instrument && row.metric === 'pe').map(({ low, source }) => [low, source.title] as const);
}

describe('a file of holdings', () => {
  const OWN = { fund: 'SMPF', asOf: '2026-07-14' };

  it('goes before a source’s for the same day, and survives refreshes', async () => {
    const world = await filledWorld();
    expect(await weightInUse(world)).toBe(100);
    await bring(world, 'mine.csv', HOLDINGS, OWN);
    await world.build();
    expect(await weightInUse(world)).toBe(60);
    const titles = (await world.database.observations.toArray()).map(({ source }) => source.title);
    expect(titles).toContain('Computed from SMPF’s holdings (your file mine.csv)');
    world.answer = () => new Response(toyBody(80));
    world.now += DAY;
    await refresh(world);
    world.groups.clear();
    await refresh(world);
    expect(await weightInUse(world)).toBe(60);
    expect(await listOwnFiles(world.database)).toMatchObject([{ kind: 'holdings', name: 'mine.csv', fund: 'SMPF', asOf: '2026-07-14', summary: '2 holdings' }]);
  });

  it('gives way to a later day of a source', async () => {
    const world = await filledWorld();
    await bring(world, 'mine.csv', HOLDINGS, OWN);
    world.answer = () => new Response(toyBody(80, '2026-07-15'));
    world.now += DAY;
    await refresh(world);
    expect(await weightInUse(world)).toBe(80);
  });

  it('replaces the one of the same fund, and is gone once it is removed', async () => {
    const world = await filledWorld();
    await bring(world, 'mine.csv', HOLDINGS, OWN);
    await bring(world, 'newer/mine.csv', 'Ticker,Weight\nWIDG.A,75\nOTHER,25\n', OWN);
    const [file, ...others] = await listOwnFiles(world.database);
    expect(others).toEqual([]);
    expect(file?.name).toBe('newer/mine.csv');
    await world.build();
    expect(await weightInUse(world)).toBe(75);
    await removeOwnFile(world.database, file!.id);
    await world.build();
    expect(await weightInUse(world)).toBe(100);
    expect(await world.database.contents.count()).toBe(1);
  });

  it('brings a fund that no list has, and no company as a fund', async () => {
    const world = await filledWorld();
    await bring(world, 'mine.csv', HOLDINGS, { fund: 'NEWF', asOf: '2026-07-14' });
    await world.build();
    const known = await knownInstruments(world.database);
    expect([known.kindOf('NEWF'), known.kindOf('WIDG.A'), known.kindOf('NONE')]).toEqual(['fund', 'stock', null]);
    await expect(bring(world, 'mine.csv', HOLDINGS, { fund: 'WIDG.A', asOf: '2026-07-14' })).rejects.toThrow('mine.csv: WIDG.A is no fund');
    await expect(bring(world, 'mine.csv', HOLDINGS, null)).rejects.toThrow('does not say of which fund');
    await expect(bring(world, 'mine.csv', HOLDINGS, { fund: 'SMPF', asOf: '2026-08-01' })).rejects.toThrow('2026-08-01 has not come yet');
    expect(await listOwnFiles(world.database)).toHaveLength(1);
  });
});

describe('a file of figures', () => {
  it('stands beside what is on record, marked as the reader’s', async () => {
    const world = await filledWorld();
    await bring(world, 'mine.csv', FIGURES, null);
    await world.build();
    // The directory stays the one of the generation before while nothing in it changes.
    expect((await knownInstruments(world.database)).kindOf('SMPF')).toBe('fund');
    expect(await figuresInUse(world, 'SMPF')).toEqual([[16.4, 'Fact sheet (your file mine.csv)']]);
    expect((await figuresInUse(world, 'INDEX:SAMPLE100')).toSorted()).toEqual([[17.1, 'Your file mine.csv'], [17.4, 'Sample factbook']]);
  });

  const mistakes: [string, string, string][] = [
    ['an instrument that is not on record', FIGURES.replace('SMPF', 'SMPG'), 'mine.csv, line 2, “instrument”: “SMPG” is not on record; the symbol of a company or fund, or an index of the evidence page was expected'],
    ['a figure that is none', FIGURES.replace('17.1', 'seventeen'), 'mine.csv, line 3, “value”: “seventeen” is not a number'],
    ['a day to come', FIGURES.replace('2026-06-30', '2026-09-30'), 'mine.csv, line 2, “as_of”'],
    ['a missing column', FIGURES.replace('metric', 'measure'), 'mine.csv'],
    ['a fund’s holdings without weights', 'Ticker,Name\nWIDG.A,Widget\n', 'mine.csv'],
    ['nothing', '', 'mine.csv: the file is empty'],
    ['a web page', '<!doctype html><p>Sign in', 'mine.csv: this is a web page'],
  ];
  it.each(mistakes)('changes nothing when it has %s', async (_, text, fault) => {
    const world = await filledWorld();
    await bring(world, 'mine.csv', FIGURES, null);
    const before = await world.database.contents.toArray();
    await expect(bring(world, 'mine.csv', text, null)).rejects.toThrow(fault);
    expect(await world.database.contents.toArray()).toEqual(before);
  });

  it('changes nothing when there is no room for it', async () => {
    const world = await filledWorld();
    world.fullTable = 'contents';
    await expect(bring(world, 'mine.csv', FIGURES, null)).rejects.toThrow('no room');
    expect(await listOwnFiles(world.database)).toEqual([]);
    expect(await isReadable(world)).toBe(true);
  });
});

describe('everything', () => {
  it('is exported: choices, corrections, own files, and the data in use', async () => {
    const world = await filledWorld();
    await bring(world, 'mine.csv', FIGURES, null);
    await addCorrection(world.database, { kind: 'muted', host: 'a.com', quote: 'P/E of 17', instrument: 'SMPF', metric: 'pe' }, world.now);
    await world.build();
    const text = await exportEverything(world.database, { version: '1.0.0', now: world.now, settings: { dwellMs: 100 } });
    const all = JSON.parse(text) as Record<string, unknown[]>;
    expect(all).toMatchObject({
      format: 'tickmark-export', formatVersion: 1, exportedAt: '2026-07-15T16:00:00.000Z', settings: { dwellMs: 100 }, dataEnd: '2026-06-30',
      corrections: [{ host: 'a.com', quote: 'P/E of 17' }],
      ownFiles: [{ key: 'figures//mine.csv', content: { observations: [{ instrument: 'SMPF', low: 16.4 }, { low: 17.1 }] } }],
      answers: [{ id: 'toy-holdings/SMPF' }],
      levels: [{ instrument: 'INDEX:SAMPLE100', basis: 'price', points: [['2025-12-31', 100], ['2026-06-30', 112.5]] }],
      holdings: [{ fund: 'SMPF', asOf: '2026-07-14' }],
      memberships: [{ instrument: 'WIDG.A', heldBy: [{ holder: 'SMPF', weightPercent: 100 }] }],
    });
    expect(all['instruments']).toHaveLength(4);
    expect(text).not.toContain('"generation"');
  });

  it('is erased, and what comes with the extension fills the database again', async () => {
    const world = await filledWorld();
    await bring(world, 'mine.csv', FIGURES, null);
    await addCorrection(world.database, { kind: 'muted', host: 'a.com', quote: 'P/E of 17', instrument: null, metric: null }, world.now);
    await eraseDatabase(world.database);
    for (const table of world.database.tables) expect(await table.count(), table.name).toBe(0);
    await world.build();
    expect(await isReadable(world)).toBe(true);
    expect(await weightInUse(world)).toBeNull();
  });

  it('is erased after a build that is under way, never within it', async () => {
    const world = await filledWorld();
    await Promise.all([world.build(), eraseDatabase(world.database), world.build()]);
    expect(await isReadable(world)).toBe(true);
  });
});
