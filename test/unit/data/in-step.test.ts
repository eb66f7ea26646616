/**
 * What is loaded from the database for a page must be enough: the report must be the one that the whole snapshot in
 * memory gives. A key that resolving or judging asks for and loading leaves out would show as a difference.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPage } from '../../../entrypoints/background/check-page.ts';
import { checkArticle } from '../../../lib/check/check-article.ts';
import { placesOf } from '../../../lib/check/places.ts';
import type { PageReport } from '../../../lib/check/report.ts';
import { Database } from '../../../lib/data/database.ts';
import { writeGeneration } from '../../../lib/data/generations.ts';
import { assemble } from '../../../lib/data/market-data.ts';
import { createPace } from '../../../lib/data/pace.ts';
import type { PartContent } from '../../../lib/data/packed.ts';
import { createDirectory, createEvidenceStore } from '../../../lib/data/snapshot.ts';
import type { Snapshot } from '../../../lib/data/snapshot.ts';
import { detect } from '../../../lib/detect/detect.ts';
import type { Instrument } from '../../../lib/market/instrument.ts';
import { articleThatFits } from '../../../lib/messages/limits.ts';
import { workerMessages } from '../../../lib/messages/protocol.ts';
import { articleFromPlainText } from '../../../lib/text/document.ts';
import { loadBundledSnapshot } from '../../support/bundled.ts';

let snapshot: Snapshot;
let database: Database;
let whole: Pick<Parameters<typeof checkArticle>[1], 'directory' | 'evidence'>;

beforeAll(async () => {
  const data = await assemble(loadBundledSnapshot(), [{ asOf: '2026-09-30', content: FILED }], '2026-10-08', createPace());
  snapshot = data;
  const beside = { ...data, hasHoldings: true, hasReports: true };
  whole = { directory: createDirectory(data.instruments), evidence: createEvidenceStore(data, beside) };
  database = new Database('test', { indexedDB: new IDBFactory(), IDBKeyRange });
  await writeGeneration(database, data, { snapshotVersion: '1', loadedAt: 0, parts: 0 });
});

const SOURCE = { title: 'A source', url: null };

/** A fund's holdings and what two companies reported, so that cards have all that sources give. */
const FILED: PartContent = {
  holdings: [
    {
      fund: 'ONEQ',
      asOf: '2026-09-30',
      source: SOURCE,
      lines: ['AAPL', 'NVDA', 'NONE'].map((printedSymbol) => ({
        printedSymbol, name: printedSymbol, sector: null, kind: 'equity', isUnlisted: false, weightPercent: 33.3, marketValueUsd: 1_000, quantity: 10, priceUsd: 100,
      })),
    },
  ],
  filers: new Map([['AAPL', 320193], ['NVDA', 1045810]]),
  frames: [
    {
      tag: 'NetIncomeLoss', unit: 'USD', period: 'CY2025', source: SOURCE,
      facts: [{ cik: 320193, start: '2025-07-01', end: '2026-06-30', value: 1e11, accession: '0000320193-26-000073' }],
    },
    {
      tag: 'WeightedAverageNumberOfDilutedSharesOutstanding', unit: 'shares', period: 'CY2025', source: SOURCE,
      facts: [{ cik: 320193, start: '2025-07-01', end: '2026-06-30', value: 15e9, accession: '0000320193-26-000073' }],
    },
  ],
};

const PUBLISHED = '2026-10-07';

/** Reports of one text: over the rows loaded for it, across the wire as the worker gets and gives them, and over everything. */
async function bothReports(text: string): Promise<[loaded: PageReport, whole: PageReport]> {
  const article = articleFromPlainText(text, { published: PUBLISHED });
  const { request, reply } = workerMessages.checkPage;
  const sent = request.parse(asJson({ article: articleThatFits(article), title: null, published: PUBLISHED, language: null }));
  const answer = await checkPage(database, sent, { url: null, host: null }, '2026-10-08');
  expect(reply.safeParse(asJson(answer)).error?.issues).toBeUndefined();
  if (answer.state !== 'checked') throw new Error(`nothing found in: ${text}`);
  const detection = detect(article);
  expect(answer.places).toEqual(placesOf(detection));
  expect(asJson(answer.views)).toEqual(answer.views);
  expect(answer.views.claims.map(({ claimId }) => claimId)).toEqual(answer.report.findings.map(({ claim }) => claim.id));
  expect(answer.views.tickers.map(({ instrument }) => instrument)).toEqual(answer.report.tickers.map(({ instrument }) => instrument.id));
  return [answer.report, checkArticle(detection, { ...whole, published: PUBLISHED, title: null, today: '2026-10-08' })];
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

const PARAGRAPHS = [
  'The Russell 2000 trades at a P/E ratio of 17, and about 40% of its companies are unprofitable.',
  'The iShares Russell 2000 ETF (IWM) is up more than 8% over the S&P 500 this year.',
  'VTWO (NASDAQ: VTWO) yields 1.2% and holds about 2,000 stocks; technology makes up 15% of the fund.',
  'Small caps gained 10% in 2024. The Russell 2000 has not beaten the S&P 500 over a calendar year since 2020.',
  'The S&P 500 returned 25% in 2024, the Nasdaq-100 gained 24.9%, while the Dow Jones rose 13%.',
  'Apple (AAPL) is 7% of the S&P 500, and $NVDA is the largest holding of QQQ at 9%.',
  'To join the S&P 500 a company needs a market value of at least $22.7 billion. The index dates from 1957.',
  'Small caps gained 11.3% in 2025.',
  'Large caps beat small caps in 2025.',
  'Facebook, now Meta Platforms, and Square traded higher. Berkshire Hathaway (BRK/B) fell.',
];

describe('a report over loaded rows is the report over everything', () => {
  for (const text of PARAGRAPHS) {
    it(text, async () => {
      const [loaded, all] = await bothReports(text);
      expect(all.tickers.length + all.findings.length).toBeGreaterThan(0);
      expect(loaded).toEqual(all);
    });
  }

  it('has who holds a company and what it earned', async () => {
    const [{ tickers }] = await bothReports('Apple (AAPL) and NVIDIA (NVDA) rose 4% this year.');
    const [apple, nvidia] = tickers;
    expect(apple?.memberships).toContainEqual({ index: 'INDEX:NASDAQCOMP', indexName: expect.any(String) as string, weightPercent: 33.3, asOf: '2026-09-30', source: SOURCE });
    expect(apple?.company).toMatchObject({ kind: 'known', netIncome: { value: 1e11 }, marketValue: { usd: 1.5e12, asOf: '2026-09-30' } });
    expect(nvidia?.company).toEqual({ kind: 'missing', reason: 'not-filed' });
  });

  it('is not asked for when the text names nobody and states nothing', async () => {
    const article = articleThatFits(articleFromPlainText('mix the flour with the water and let it rest.'));
    const empty = new Database('empty', { indexedDB: new IDBFactory(), IDBKeyRange });
    expect(await checkPage(empty, { article, title: null, published: null, language: 'en' }, { url: null, host: null }, '2026-10-08')).toEqual({ state: 'nothing-found' });
  });

  it('for whatever instruments a text names, however it writes them', async () => {
    const form = fc.constantFrom('cashtag', 'bracket', 'exchange', 'name', 'alias', 'former');
    const sentence = fc.tuple(fc.constantFrom(...snapshot.instruments), form, fc.constantFrom('rose 4% this year', 'trades at a P/E of 20', 'yields 2%', 'beat the S&P 500 by 3 points this year'));
    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 6 }), async (sentences) => {
        // A name may not be taken for one ("ePlus", "3M"); the index always is, so that there is a report.
        const text = ['The S&P 500 is watched.', ...sentences.map(([instrument, how, what]) => `Shares of ${written(instrument, how)} stock, which ${what}, are watched.`)].join('\n');
        const [loaded, all] = await bothReports(text);
        expect(loaded).toEqual(all);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

function written(instrument: Instrument, how: string): string {
  const { symbol, name, aliases, formerSymbols } = instrument;
  if (how === 'alias') return aliases[0] ?? name;
  if (how === 'former') return `$${formerSymbols[0]?.symbol ?? symbol ?? 'SPY'}`;
  if (symbol === null || how === 'name') return name;
  return { cashtag: `$${symbol}`, bracket: `${name} (${symbol})`, exchange: `NYSE: ${symbol}` }[how] ?? name;
}
