import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maySayAnything } from '../../../lib/detect/gate.ts';
import { growth } from '../../support/growth.ts';
import { PROJECT } from '../../support/run.ts';

const OTHER_PAGES = {
  cooking: `Brown the onions in a heavy pot, then add the chicken stock and two glasses of white wine. Simmer for 40 minutes at
    160 °C. The recipe yields six plates; Maria, who shares the kitchen with her brother, adds a spoon of mustard. Half of the
    liquid should be gone. A price worth paying for a good sauce is time: the butter goes in last, off the heat.`,
  sport: `Arsenal beat Chelsea 3-1 on Sunday after trailing at half-time. The home side had the ball for most of the match and
    returned to the top of the table with 58 points from 24 games. "We shared the work," said the coach, whose team has not
    lost since November. The NBA champions, meanwhile, were beaten 112-98 in Boston and are down two games to one.`,
  law: `The court held that the tenant may end the lease when the landlord fails to repair the roof within a fair time. Under
    section 12 of the Act, notice must be given in writing. The appeal was dismissed; the Federal Bureau of Investigation (FBI)
    had no part in the case. Two of the three judges shared the view that a fund set aside for repairs belongs to the tenants.`,
  code: `Call \`list.map(fn)\` to build a new array; the index is the second argument. In HTML and CSS nothing else changes.
    const total = items.length; for (let i = 0; i < total; i++) { $name = read($row); } The Hypertext Markup Language (HTML)
    page is served over HTTPS. Returns null when the key is missing, and an exchange of two values takes one line.`,
};

const SAYS_SOMETHING = [
  '$IWM is where the money went.',
  'everyone holds $gme these days',
  'Vanguard Russell 2000 (NASDAQ: VTWO)',
  'Bloom Energy, listed as NYSE:BE, makes fuel cells.',
  'Tesla (TSLA) opened a plant.',
  'Berkshire Hathaway (BRK.B) bought more.',
  'The S&P 500 closed at a record.',
  'The Nasdaq slipped.',
  'Small companies, as in the Russell 2000, did better.',
  'Russell 1000 members report next week.',
  'The Dow Jones average is older.',
  'Technology stocks led.',
  'Apple shares were little changed.',
  'Microsoft’s stock is back where it was.',
  'Three ETFs charge less.',
  'The fund holds about 2,000 companies.',
  'It trades at a P/E of 17.',
  'a price-to-book ratio of 2.1',
  'It pays a dividend every quarter.',
  'Its market cap doubled.',
  'earnings per share of two dollars',
  'Investors were wary.',
  'Small-caps lag.',
  'Nvidia sank 5.9% and Micron 7.2%.',
  'IWM went nowhere: +0.9%.',
  'Palantir is priced at more than 80 times revenue.',
  'Rivian Automotive Inc reported its numbers.',
];

describe('the gate', () => {
  it.each(Object.entries(OTHER_PAGES))('lets a page about %s go', (_, text) => {
    expect(maySayAnything(text)).toBe(false);
  });

  it.each(SAYS_SOMETHING)('keeps: %s', (text) => {
    expect(maySayAnything(text)).toBe(true);
    expect(maySayAnything(`${OTHER_PAGES.cooking}\n${text}\n${OTHER_PAGES.law}`)).toBe(true);
  });

  it('imports nothing', () => {
    expect(readFileSync(join(PROJECT, 'lib/detect/gate.ts'), 'utf8')).not.toMatch(/^import|\bfrom '/m);
  });

  it.each(globSync('test/{corpus/passages,cases/metrics/*}.jsonl', { cwd: PROJECT }))('keeps whatever is labelled in %s', (file) => {
    expect(lostOf(join(PROJECT, file))).toEqual([]);
  });

  // A sentence by itself ("Rivian lost 41 cents a share") says less of what it is about than any page does.
  it.each([['development', 14], ['heldout', 6]])('keeps the own articles, all but a few single sentences: %s', (part, few) => {
    expect(lostOf(join(PROJECT, `test/corpus/articles.${part}.jsonl`)).length).toBeLessThanOrEqual(few);
  });

  const beside = join(PROJECT, '../shared/corpus');
  if (!existsSync(beside)) {
    it('has no further labelled sets beside the project to be tried on', () => {
      expect(existsSync(beside)).toBe(false);
    });
  } else {
    it.each(globSync('*.jsonl', { cwd: beside }))('keeps whatever is labelled in %s', (file) => {
      expect(lostOf(join(beside, file))).toEqual([]);
    });
  }

  // Each makes as many beginnings of a match as fit; ten times the text may take about ten times as long, not a hundred.
  it.each(['A-', 'Aa ', 'up ', 'a’s ', 'A (B', 'AA (BA) ', '$a,', '$ ', 'price ', 'times a ', '9.', 'aAAAAAA'])('takes linear time on repeated %j', (part) => {
    const [small, large] = [part.repeat(20_000), part.repeat(200_000)];
    expect(growth(() => maySayAnything(small), () => maySayAnything(large), 40)).toBeLessThan(40);
  });
});

/** One line of any labelled set: texts with mentions, claims or symbols, and statements with a verdict. */
interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly tickers?: readonly unknown[];
  readonly claims?: readonly unknown[];
  readonly allSymbols?: readonly unknown[];
  readonly verdict?: string;
}

/** Ids of the labelled texts that the gate lets go. */
function lostOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');
  const labelled = lines
    .map((line) => JSON.parse(line) as Labelled)
    .filter(({ tickers = [], claims = [], allSymbols = [], verdict }) => tickers.length + claims.length + allSymbols.length > 0 || verdict !== undefined);
  expect(labelled.length).toBeGreaterThan(0);
  return labelled.filter(({ text }) => !maySayAnything(text)).map(({ id }) => id);
}
