import { expect, it } from 'vitest';
import { createLog, messageOf } from '../../../lib/platform/log.ts';

it('says the room and the cause in one line', () => {
  const lines: string[] = [];
  const keep = (line: string): void => void lines.push(line);
  const log = createLog('data', { info: keep, warn: keep, error: keep });
  log.info('loaded');
  log.error('not stored', new RangeError('too big'));
  log.warn('odd', 7);
  expect(lines).toEqual(['[tickmark data] loaded', '[tickmark data] not stored: RangeError: too big', '[tickmark data] odd: 7']);
});

it('reads whatever was thrown', () => {
  expect([messageOf(new Error('no')), messageOf('no'), messageOf(undefined)]).toEqual(['Error: no', 'no', 'undefined']);
});
