import { expect, it } from 'vitest';
import { evidenceAddress, evidenceWanted } from '../../../lib/present/evidence-address.ts';

it.each([
  ['INDEX:RUSSELL2000', '2026-06-18'],
  ['BRK.B', null],
  ['a@b#c/ü', '2026-01-01'],
  ['', null],
])('comes back as it was: %s, %s', (instrument, day) => {
  const address = evidenceAddress(instrument, day);
  expect(evidenceWanted(address.slice(address.indexOf('#')))).toEqual({ instrument, day });
});

it.each(['', '#%E0%A4%A', '#IWM@yesterday', '#IWM@2026-01-01@2026-01-02'])('names nothing: %s', (hash) => {
  expect(evidenceWanted(hash)).toEqual({ instrument: '', day: null });
});
