import { describe, expect, it } from 'vitest';
import { directoryKeys, resolve } from '../../../lib/check/resolve.ts';
import { createDirectory } from '../../../lib/data/snapshot.ts';
import { detect } from '../../../lib/detect/detect.ts';
import type { Instrument } from '../../../lib/market/instrument.ts';
import { articleFromPlainText } from '../../../lib/text/document.ts';

function instrument(id: string, name: string, over: Partial<Instrument> = {}): Instrument {
  return {
    id, kind: 'stock', symbol: id, name, aliases: [], exchange: 'XNYS', sector: 'Technology', tracks: null, formerSymbols: [], commonWord: false, ...over,
  };
}

const INSTRUMENTS: readonly Instrument[] = [
  instrument('INDEX:RUSSELL2000', 'Russell 2000 Index', { kind: 'index', symbol: 'RUT', sector: null }),
  instrument('INDEX:SP600', 'S&P SmallCap 600', { kind: 'index', symbol: null, sector: null }),
  instrument('INDEX:SP500', 'S&P 500 Index', { kind: 'index', symbol: 'SPX', sector: null }),
  instrument('INDEX:MAG7', 'Magnificent Seven', { kind: 'group', symbol: null, sector: null }),
  instrument('IWM', 'iShares Russell 2000 ETF', { kind: 'fund', exchange: 'ARCX', sector: null, tracks: 'INDEX:RUSSELL2000' }),
  instrument('VTWO', 'Vanguard Russell 2000 ETF', { kind: 'fund', exchange: 'XNAS', sector: null, tracks: 'INDEX:RUSSELL2000' }),
  instrument('AAPL', 'Apple Inc.'),
  instrument('NVDA', 'NVIDIA Corporation'),
  instrument('SMCI', 'Super Micro Computer, Inc.', { aliases: ['Supermicro'] }),
  instrument('EAT', 'Brinker International, Inc.', { commonWord: true }),
  instrument('TGT', 'Target Corporation', { aliases: ['Target'], commonWord: true }),
  instrument('GAP', 'The Gap, Inc.', { aliases: ['Gap'], commonWord: true, formerSymbols: [{ symbol: 'GPS', until: '2024-08-21' }] }),
  instrument('META', 'Meta Platforms, Inc.', { aliases: ['Meta', 'Facebook'], formerSymbols: [{ symbol: 'FB', until: '2022-06-08' }] }),
  instrument('GOOGL', 'Alphabet Inc. Class A', { aliases: ['Google'] }),
  instrument('GOOG', 'Alphabet Inc. Class C'),
  instrument('BRK.B', 'Berkshire Hathaway Inc. Class B'),
  instrument('ACME', 'Acme United Corporation', { aliases: ['Acme'] }),
  instrument('ACMX', 'Acme Lithium Inc.', { aliases: ['Acme'] }),
  instrument('BE', 'Bloom Energy Corporation'),
  instrument('ALL', 'The Allstate Corporation', { commonWord: true }),
  instrument('OLDS', 'Old Symbol Fund', { kind: 'fund' }),
  instrument('NEWN', 'Renamed Industries, Inc.', { formerSymbols: [{ symbol: 'OLDS', until: '2020-12-31' }] }),
  instrument('GONE', 'Gone Private, Inc.', { formerSymbols: [{ symbol: 'GONE', until: '2023-01-31' }] }),
  instrument('IBM', 'International Business Machines Corporation', { aliases: ['IBM'] }),
];

const directory = createDirectory(INSTRUMENTS);

function read(text: string, published: string | null = '2026-06-18') {
  const detection = detect(articleFromPlainText(text, { published }));
  return { detection, ...resolve(detection, directory) };
}

/** Mentions as `words=id`, in order. */
const named = (text: string, published?: string | null): string[] => read(text, published).mentions.map(({ mention, instrument: found }) => `${mention.text}=${found.id}`);

/** Claims as `metric figure of subject [vs benchmark]`. */
function claims(text: string): string[] {
  return read(text).claims.map((claim) => {
    const figure = text.slice(claim.valueSpan.start, claim.valueSpan.end);
    return `${claim.metric} ${figure} of ${claim.subject ?? claim.group}${claim.benchmark === null ? '' : ` vs ${claim.benchmark}`}`;
  });
}

describe('mentions resolve by', () => {
  it.each<[string, readonly string[]]>([
    ['Buyers of $AAPL came back.', ['$AAPL=AAPL']],
    ['Buyers of $ZZZZ came back.', []],
    ['a cheap fund (NASDAQ: VTWO)', ['VTWO=VTWO']],
    ['the fuel cells (NYSE:BE)', ['BE=BE']],
    ['NVIDIA Corporation (NVDA) rose.', ['NVIDIA Corporation=NVDA', 'NVDA=NVDA']],
    ['Nvidia shares rose.', ['Nvidia=NVDA']],
    ["Apple's shares rose.", ['Apple=AAPL']],
    ['Shares of Berkshire Hathaway rose.', ['Berkshire Hathaway=BRK.B']],
    ['Berkshire Hathaway (BRK-B) rose.', ['Berkshire Hathaway=BRK.B', 'BRK-B=BRK.B']],
    ['Shares of chipmaker Nvidia rose.', ['Nvidia=NVDA']],
    ['IBM shares rose.', ['IBM=IBM']],
    ['The Russell 2000 and the S&P 500 rose.', ['Russell 2000=INDEX:RUSSELL2000', 'S&P 500=INDEX:SP500']],
    ['the Vanguard Russell 2000 ETF', ['Vanguard Russell 2000 ETF=VTWO']],
    ['The Russell 2000 rose, and IWM with it.', ['Russell 2000=INDEX:RUSSELL2000', 'IWM=IWM']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('an index that the directory does not hold: nothing', () => {
    expect(named('The Wilshire 5000 rose 1% on Monday.')).toEqual([]);
    expect(claims('The Wilshire 5000 rose 1% on Monday.')).toEqual([]);
  });

  it('a foreign exchange: nothing, whatever trades under the letters at home', () => {
    expect(named('the miner (ASX: BE)')).toEqual([]);
    expect(named('the miner (NYSE: BE)')).toEqual(['BE=BE']);
  });
});

describe('short forms', () => {
  it('stand for the full name that came before', () => {
    expect(named('Super Micro Computer (NASDAQ: SMCI) shares fell. Super Micro had warned.')).toEqual(['Super Micro Computer=SMCI', 'SMCI=SMCI', 'Super Micro=SMCI']);
  });

  it('stand for a name that only its bracket explains', () => {
    expect(named('Brinker International (NYSE: EAT) shares rose. Brinker owns restaurants.')).toEqual(['Brinker International=EAT', 'EAT=EAT', 'Brinker=EAT']);
  });

  it('stand for nothing by themselves', () => {
    expect(named('Brinker shares rose.')).toEqual([]);
  });
});

describe('everyday words', () => {
  it.each([
    ['Target was open all night.', []],
    ['The gap widened, and all was well.', []],
    ['Shares of Target fell.', ['Target=TGT']],
    ['Target stock fell.', ['Target=TGT']],
    ['Gap (GAP) shares fell.', ['Gap=GAP', 'GAP=GAP']],
    ['The S&P 500 rose. ALL of it.', ['S&P 500=INDEX:SP500']],
    ['Allstate (NYSE: ALL) rose.', ['Allstate=ALL', 'ALL=ALL']],
    ['Everyone can EAT there.', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('name the company once it was named in full', () => {
    expect(named('Target (TGT) fell. Target had warned.')).toEqual(['Target=TGT', 'TGT=TGT', 'Target=TGT']);
  });
});

describe('share classes, former symbols and namesakes', () => {
  it('take one class for a company’s name, and each class for its symbol', () => {
    expect(named('Shares of Alphabet rose.')).toHaveLength(1);
    expect(named('Shares of Alphabet rose.')[0]).toMatch(/^Alphabet=GOOGL?$/);
    expect(named('Alphabet (NASDAQ: GOOG, GOOGL) rose.').slice(1)).toEqual(['GOOG=GOOG', 'GOOGL=GOOGL']);
  });

  it('follow a symbol of the past to its instrument, while it was its', () => {
    expect(named('Shares of $FB fell.', '2022-06-08')).toEqual(['$FB=META']);
    expect(named('Shares of $FB fell.', null)).toEqual(['$FB=META']);
    expect(named('Shares of $FB fell.', '2022-06-09')).toEqual([]);
    expect(named('the retailer (NYSE: GPS)', '2023-02-01')).toEqual(['GPS=GAP']);
  });

  it('follow a symbol that another has taken over to whose it was that day', () => {
    expect(named('Shares of $OLDS fell.', '2019-05-02')).toEqual(['$OLDS=NEWN']);
    expect(named('Shares of $OLDS fell.', '2024-05-02')).toEqual(['$OLDS=OLDS']);
    expect(named('Shares of $OLDS fell.', null)).toEqual(['$OLDS=OLDS']);
    expect(named('Renamed Industries (NYSE: OLDS) fell.', '2024-05-02')).toEqual(['Renamed Industries=NEWN', 'OLDS=NEWN']);
  });

  it('keep the last symbol of a company that is no longer listed', () => {
    expect(named('Shares of $GONE were taken private.', '2024-05-02')).toEqual(['$GONE=GONE']);
  });

  it('guess nobody where two companies share a name', () => {
    expect(named('Shares of Acme rose 3% on Monday.')).toEqual([]);
    expect(claims('Shares of Acme rose 3% on Monday.')).toEqual([]);
  });

  it('know which of two is meant once its symbol was given', () => {
    expect(named('Acme (NYSE: ACMX) shares fell. Shares of Acme had risen.')).toEqual(['Acme=ACMX', 'ACMX=ACMX', 'Acme=ACMX']);
  });
});

describe('the subject of a claim', () => {
  it.each<[string, readonly string[]]>([
    ['Nvidia fell 3% on Monday.', ['return 3% of NVDA']],
    ['The Russell 2000 beat the S&P 500 by 4 points this year.', ['return_vs 4 points of INDEX:RUSSELL2000 vs INDEX:SP500']],
    ['The Vanguard Russell 2000 ETF (NASDAQ: VTWO) charges 0.07%.', ['expense_ratio 0.07% of VTWO']],
    ['Nvidia makes up 8% of the S&P 500.', ['holding_weight 8% of INDEX:SP500']],
  ])('%s', (text, expected) => {
    expect(claims(text)).toEqual(expected);
  });

  it('is nobody else when the grammatical one is unknown', () => {
    expect(claims('The S&P 500 was flat. Zyxwer Holdings fell 12% on Monday.')).toEqual([]);
    expect(claims('Apple was flat in a slow session on Wall Street, but Zyxwer Holdings fell 12% on Monday.')).toEqual([]);
    expect(claims('The S&P 500 was flat. Apple fell 12% on Monday.')).toEqual(['return 12% of AAPL']);
  });

  it('is not what the metric cannot apply to', () => {
    // A company has no expense ratio: the fund of the sentence before is meant.
    expect(claims('IWM is popular. Apple aside, its expense ratio is 0.19%.')).toEqual(['expense_ratio 0.19% of IWM']);
  });

  it('is a fund when the text says so', () => {
    expect(claims('VTWO tracks the Russell 2000. The fund has a P/E of 17.')).toEqual(['pe 17 of VTWO']);
    expect(claims('VTWO tracks the Russell 2000. The index has a P/E of 17.')).toEqual(['pe 17 of INDEX:RUSSELL2000']);
  });

  it('is the article’s own index where only a size of company is named', () => {
    const text = 'The Russell 2000 is cheap. Small caps rose 3% on Monday.';
    const [claim] = read(text).claims;
    expect(claim).toMatchObject({ subject: 'INDEX:RUSSELL2000', group: 'GROUP:SMALLCAP' });
  });

  it('is a group without an instrument where no index is named', () => {
    const [claim] = read('Small caps trade at 15 times earnings.').claims;
    expect(claim).toMatchObject({ subject: null, group: 'GROUP:SMALLCAP' });
  });

  it('is not its own benchmark', () => {
    for (const claim of read('The S&P 500 beat the S&P 500 by 4 points this year.').claims) expect(claim.subject).not.toBe(claim.benchmark);
  });
});

describe('the holding of a weight', () => {
  it('is the company’s symbol', () => {
    expect(read('Bloom Energy is 0.9% of IWM’s portfolio, its largest position.').claims.map(({ component, subject }) => [component, subject])).toEqual([['BE', 'IWM']]);
  });

  it('leaves the claim out when nobody knows it', () => {
    expect(claims('Zyxwer Holdings accounts for 3% of the S&P 500.')).toEqual([]);
  });
});

describe('directoryKeys', () => {
  it('ask for everything that resolving looks up', () => {
    const text = 'Super Micro Computer (NASDAQ: SMCI) and $BRK.B fell; chipmaker Nvidia and Macy’s rose with the Russell 2000.';
    const keys = directoryKeys(read(text).detection);
    expect(keys.ids).toEqual(['INDEX:RUSSELL2000']);
    expect(keys.symbols).toEqual(expect.arrayContaining(['SMCI', 'BRK.B']));
    expect(keys.nameKeys).toEqual(expect.arrayContaining(['super micro computer', 'nvidia', 'macys']));
    expect(keys.nameKeys).not.toContain('');
  });

  it('give a directory of those rows alone the same answers', () => {
    const texts = [
      'Super Micro Computer (NASDAQ: SMCI) shares fell 3% on Monday. Super Micro had warned.', 'Target stock fell 2%.', 'Alphabet (NASDAQ: GOOG, GOOGL) rose.', '$FB fell 4% on Monday.',
      'Nvidia makes up 8% of the S&P 500, and IWM trades at a P/E of 17.', 'Shares of Acme rose 3% on Monday.',
    ];
    for (const text of texts) {
      const { detection, mentions, claims: found } = read(text);
      const keys = directoryKeys(detection);
      const asked = new Set<Instrument>();
      for (const id of keys.ids) if (directory.byId(id) !== null) asked.add(directory.byId(id)!);
      for (const symbol of keys.symbols) if (directory.bySymbol(symbol) !== null) asked.add(directory.bySymbol(symbol)!);
      for (const key of keys.nameKeys) for (const one of directory.byNameKey(key)) asked.add(one);
      const small = createDirectory(INSTRUMENTS.filter((one) => asked.has(one)));
      expect(resolve(detection, small)).toEqual({ mentions, claims: found });
    }
  });
});
