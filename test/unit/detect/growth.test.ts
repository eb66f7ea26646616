import { Session } from 'node:inspector/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detect } from '../../../lib/detect/detect.ts';
import { articleFromPlainText } from '../../../lib/text/document.ts';
import { growth } from '../../support/growth.ts';

/**
 * Detection takes twice as long for twice the text, whatever the text. Work is counted, not timed: how often each function
 * and each block of one was entered, as the engine counts it for coverage.
 */
const repeated = (part: string, length: number): string => part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** Each makes as many of something as fit, or keeps something open that never closes. */
const HOSTILE: Readonly<Record<string, string>> = {
  digits: '1234567890',
  'figures without words': '7 ',
  'thousands without an end': '1,000,',
  commas: ',',
  'capitals without a gap': 'A',
  'capitalised words': 'Alpha Beta ',
  'words in capitals': 'AB CD ',
  quotes: '"',
  apostrophes: "'s",
  'opening brackets': '(',
  'closing brackets': ')',
  'symbols in brackets that never close': '(A, ',
  cashtags: '$A ',
  'a list of symbols': 'NYSE: A, B and C, ',
  hyphens: 'a-',
  'one sentence of claims': 'and the Russell 2000 rose 3% while Apple fell 2% in 2024 ',
  'figures for one name': 'the S&P 500 fell 3%, 4%, 5%, ',
  multiples: 'P/E of 17, ',
  periods: 'in March 2024 ',
  'index names': 'the Nasdaq, ',
  'small words that decide': 'it will not be, but if ',
  'one block of sentences': 'The Russell 2000 trades at 17 times earnings. It fell 3% in 2024. ',
  fractions: 'half of a third of ',
  'numbers in words': 'one hundred and twenty five thousand ',
  ranges: '3% to 4% to ',
  'tiles of a label and a figure': 'Russell 2000\nP/E\n17\n',
  'lines that refer to others': 'It rose 3%.\n',
  'a table': '| Fund | P/E |\n| IWM | 17 |\n',
  'a wide row': '17\t',
  records: 'its best year since 1999, ',
  weights: 'Nvidia is 7% of the fund, technology 30% of the index, ',
  runs: 'fifth straight ',
  pairs: 'the former 3% the latter 4% ',
  'soft hyphens': '\u00ad',
  abbreviations: 'U.S. ',
  exclamations: '! A',
  'names of funds': 'Vanguard A B C D E F ',
  'names with links': 'A&B of C de D ',
  definitions: 'excluding unprofitable companies 17x ',
};

const session = new Session();
beforeAll(async () => {
  session.connect();
  await session.post('Profiler.enable');
  // Before the first run: what the engine has optimised by then is not counted.
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
});
afterAll(() => session.disconnect());

async function workFor(text: string): Promise<number> {
  const article = articleFromPlainText(text, { published: '2026-05-15' });
  await session.post('Profiler.takePreciseCoverage'); // sets the counters back
  detect(article);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const own = result.filter(({ url }) => /\/lib\/(?:text|detect)\//.test(url));
  expect(own.length).toBeGreaterThan(10);
  return own.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges)).reduce((sum, { count }) => sum + count, 0);
}

describe('work grows with the length of the text', () => {
  // The tables are compiled and the words of the first text met.
  beforeAll(() => void detect(articleFromPlainText('The S&P 500 rose 3% in 2025.')));

  it.each(Object.entries(HOSTILE))('%s', { timeout: 120_000 }, async (_, part) => {
    const small = await workFor(repeated(part, 32_000));
    const large = await workFor(repeated(part, 64_000));
    expect(large).toBeLessThan(small * 2.2);
  });
});

/** What is not counted is copying and searching inside the engine; at these lengths it would be most of the time. */
describe('time grows with the length of the text', () => {
  it.each([
    ['a block of 8 MB without the end of a sentence', 'the fund, of which it holds a part (', 8_000_000],
    ['100,000 figures in one sentence', 'and 17 ', 700_000],
    ['a block of 1 MB of sentences', 'The fund is old. It holds Apple, and little else. ', 1_000_000],
    ['100,000 lines', 'It fell\n', 800_000],
  ])('%s', { timeout: 240_000 }, (_, part, length) => {
    const whole = articleFromPlainText(repeated(part, length), { published: '2026-05-15' });
    const half = articleFromPlainText(repeated(part, length / 2), { published: '2026-05-15' });
    expect(growth(() => detect(half), () => detect(whole), 3)).toBeLessThan(3);
  });
});
