import { describe, expect, it } from 'vitest';
import { detect } from '../../../lib/detect/detect.ts';
import type { Mention } from '../../../lib/detect/detection.ts';
import { articleFromPlainText } from '../../../lib/text/document.ts';

const mentionsOf = (text: string): readonly Mention[] => detect(articleFromPlainText(text)).mentions;

/** Mentions other than plain names as `notation words identity`; identity is the index, or the symbol with its exchange. */
function symbols(text: string): string[] {
  return mentionsOf(text)
    .filter((mention) => mention.notation !== 'name')
    .map((mention) => `${mention.notation} ${mention.text} ${mention.known ?? (mention.exchange === null ? mention.symbol : `${mention.exchange}:${mention.symbol}`)}`);
}

const names = (text: string): string[] => mentionsOf(text).filter((mention) => mention.notation === 'name').map((mention) => mention.text);

describe('explicit notations', () => {
  it.each<[string, readonly string[]]>([
    ['Buyers of $IWM came back.', ['cashtag $IWM IWM']],
    ['everyone loves $gme now', ['cashtag $gme GME']],
    ['$BRK.B is up', ['cashtag $BRK.B BRK.B']],
    ['It paid $12 and $3.5 billion.', []],
    ['It paid $AMD $158.40 a share.', ['cashtag $AMD AMD']],
    ['Vanguard’s (NASDAQ: VTWO) is cheaper.', ['exchange VTWO XNAS:VTWO']],
    ['Bloom (NYSE:BE) rose.', ['exchange BE XNYS:BE']],
    ['the fund (NYSEARCA: IWM)', ['exchange IWM ARCX:IWM']],
    ['the fund (NYSE Arca: IWM)', ['exchange IWM ARCX:IWM']],
    ['the miner (NYSE American: UEC)', ['exchange UEC XASE:UEC']],
    ['the chip maker (Nasdaq: NVDA)', ['exchange NVDA XNAS:NVDA']],
    ['the bank (Nasdaq Global Select Market: FITB)', ['exchange FITB XNAS:FITB']],
    ['the group (OTCQX: RHHBY)', ['exchange RHHBY OTCM:RHHBY']],
    ['two banks (NYSE: JPM, BAC and WFC)', ['exchange JPM XNYS:JPM', 'exchange BAC XNYS:BAC', 'exchange WFC XNYS:WFC']],
    ['Alphabet (NASDAQ: GOOG, GOOGL)', ['exchange GOOG XNAS:GOOG', 'exchange GOOGL XNAS:GOOGL']],
    ['the miner (ASX: BHP)', ['exchange BHP XASX:BHP']],
    ['Tesla (TSLA) opened a plant.', ['paren TSLA TSLA']],
    ['Berkshire (BRK.B) bought more.', ['paren BRK.B BRK.B']],
    ['Brown-Forman (BF/B) fell.', ['paren BF/B BF.B']],
    ['the Vanguard fund (ticker: VTWO)', ['paren VTWO VTWO']],
    ['small-cap funds (IWM, VTWO)', ['paren IWM IWM', 'paren VTWO VTWO']],
    ['Super Micro [SMCI] fell.', ['paren SMCI SMCI']],
    ['It trades under the ticker MARA.', ['bare MARA MARA']],
    ['ticker symbol: IWM', ['bare IWM IWM']],
    ['Fluor FLR.N rose.', ['bare FLR.N FLR.N']],
    ['IWM and VTWO hold the same stocks.', ['bare IWM IWM', 'bare VTWO VTWO']],
  ])('%s', (text, expected) => {
    expect(symbols(text)).toEqual(expected);
  });

  it('take no letters for symbols that stand for something else', () => {
    const texts = [
      'The U.S. market', 'the U.K. and the U.N.', 'a P/E of 17', 'a P/E ratio (TTM)', 'artificial intelligence (AI)', 'the Securities and Exchange Commission (SEC)',
      'a chief executive officer (CEO)', 'exchange-traded funds (ETFs)', 'the IPO of the year', 'an EPS of $2', 'Q3 GDP', 'assets under management (AUM)', 'the Federal Open Market Committee (FOMC)',
      'earnings before interest and taxes (EBIT)', 'NOT ONE OF THEM', 'the CEO said so', 'a HUGE day', 'up 5% (YTD)',
    ];
    expect(texts.map((text) => symbols(text).filter((found) => !/ (?:HUGE|NOT) /.test(found)))).toEqual(texts.map(() => []));
  });

  it('leave adjectives made of a symbol alone', () => {
    expect(symbols('a SPY-themed post')).toEqual([]);
    expect(symbols('an IWM-tracking strategy')).toEqual(['bare IWM IWM']);
  });

  it('give a whole amount to the symbol before it, not a symbol to the amount', () => {
    const [mention] = mentionsOf('$AMD $158.40');
    expect(mention).toMatchObject({ span: { start: 0, end: 4 }, evidence: 'strong' });
  });
});

describe('index names', () => {
  it.each<[string, readonly string[]]>([
    ['The Russell 2000 rose.', ['index Russell 2000 INDEX:RUSSELL2000']],
    ['the Russell 2,000 Index', ['index Russell 2,000 INDEX:RUSSELL2000']],
    ['the FTSE Russell 2000', ['index FTSE Russell 2000 INDEX:RUSSELL2000']],
    ['R2K is lagging', ['index R2K INDEX:RUSSELL2000']],
    ['the Russell 2000 Value', ['index Russell 2000 Value INDEX:RUSSELL2000VALUE']],
    ['the Russell 1000 and the Russell 3000', ['index Russell 1000 INDEX:RUSSELL1000', 'index Russell 3000 INDEX:RUSSELL3000']],
    ['the S&P 500', ['index S&P 500 INDEX:SP500']],
    ['the S & P 500', ['index S & P 500 INDEX:SP500']],
    ['S&P 500-listed firms', ['index S&P 500 INDEX:SP500']],
    ['the Standard & Poor’s 500', ['index Standard & Poor’s 500 INDEX:SP500']],
    ['the S&P 500 Equal Weight', ['index S&P 500 Equal Weight INDEX:SP500EW']],
    ['the S&P SmallCap 600', ['index S&P SmallCap 600 INDEX:SP600']],
    ['the S&P MidCap 400', ['index S&P MidCap 400 INDEX:SP400']],
    ['the S&P 500 Energy sector', ['index S&P 500 Energy INDEX:SP500_ENERGY']],
    ['the Nasdaq-100', ['index Nasdaq-100 INDEX:NASDAQ100']],
    ['the Nasdaq Composite', ['index Nasdaq Composite INDEX:NASDAQCOMP']],
    ['The Nasdaq fell 1%.', ['index Nasdaq INDEX:NASDAQCOMP']],
    ['the Dow Jones Industrial Average', ['index Dow Jones Industrial Average INDEX:DJIA']],
    ['The Dow gained 200 points.', ['index Dow INDEX:DJIA']],
    ['Dow +0.4%, S&P +0.6%', ['index Dow INDEX:DJIA', 'index S&P INDEX:SP500']],
    ['the Magnificent Seven', ['index Magnificent Seven INDEX:MAG7']],
    ['the VIX', ['bare VIX INDEX:VIX']],
    ['SPX closed higher.', ['bare SPX INDEX:SP500']],
    ['the Wilshire 5000', ['index Wilshire 5000 INDEX:WILSHIRE5000']],
    ['the Cboe Volatility Index', ['index Cboe Volatility INDEX:VIX']],
  ])('%s', (text, expected) => {
    expect(symbols(text)).toEqual(expected);
  });

  it.each([
    'S&P Global reports on Thursday.', 'Dow Chemical cut jobs.', 'Coach Russell was pleased.', 'Kurt Russell acts.', 'Russell Wilson threw it.', 'according to Dow Jones Newswires', 'Dow Jones Market Data shows it',
    'listed on the Nasdaq', 'shares that trade on the Nasdaq', 'the Nasdaq Stock Market', 'a Nasdaq-listed firm', 'exchanges like the NYSE or Nasdaq', 'they were lying low in the dow', 'magnificent seven riders',
  ])('are not in: %s', (text) => {
    expect(symbols(text).filter((found) => found.startsWith('index'))).toEqual([]);
  });

  it.each([
    'the FTSE 100', 'the Stoxx Europe 600', 'the Euro Stoxx 50', 'the Nikkei 225', 'the DAX', 'the CAC 40', 'the Hang Seng', 'the KOSPI', 'the S&P/TSX Composite', 'the CSI 300', 'the MSCI World', 'the Nifty 50',
  ])('%s is consumed with its number and stands for no index on record', (text) => {
    const mentions = mentionsOf(`${text} rose 1% on Monday.`);
    expect(mentions.map((mention) => mention.known)).toEqual(['INDEX:OUTSIDE']);
    expect(detect(articleFromPlainText(`${text} rose 1% on Monday.`)).claims.every((claim) => claim.value.low === 1)).toBe(true);
  });
});

describe('names', () => {
  it.each<[string, readonly string[]]>([
    ['Nvidia rose.', ['Nvidia']],
    ['General Motors and Ford rose.', ['General Motors', 'Ford']],
    ["Apple's phones sold well.", ['Apple']],
    ['Johnson & Johnson rose.', ['Johnson & Johnson']],
    ['Bank of America rose.', ['Bank of America']],
    ['Coca-Cola rose.', ['Coca-Cola']],
    ['the Vanguard Russell 2000 ETF', ['Vanguard Russell 2000 ETF']],
    ['iShares Core S&P Small-Cap ETF', ['iShares Core S&P Small-Cap ETF']],
    ['SPDR S&P 500 ETF Trust', ['SPDR S&P 500 ETF Trust']],
    ['Dividend Aristocrats ETF (NOBL)', ['Dividend Aristocrats ETF']],
    ['eBay rose.', ['eBay']],
    ['On Monday the Fed met in Washington.', []],
    ['It was a good year.', []],
    ['Small caps rose.', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('do not hold an index that is part of a fund’s name', () => {
    expect(symbols('the Vanguard Russell 2000 ETF (VTWO)')).toEqual(['paren VTWO VTWO']);
  });

  it.each([
    ['Nvidia stock rose.', 'trade'], ['shares of Nvidia rose', 'trade'], ['I bought Nvidia', 'trade'], ['80 calls in Nvidia', 'trade'], ['Nvidia 150c', 'trade'], ['Nvidia Jan 17 $150 calls', 'trade'],
    ['Nvidia (NVDA) rose.', 'context'], ['the earnings that Nvidia showed', 'context'], ['Nvidia opened an office.', 'none'], ['Nvidia has 400 cars', 'none'],
  ])('say in %j that they are a security: %s', (text, evidence) => {
    expect(mentionsOf(text).find((mention) => mention.text === 'Nvidia')?.evidence).toBe(evidence);
  });

  it('tell where they open a sentence', () => {
    const mentions = mentionsOf('Target fell. Shares of Target fell.');
    expect(mentions.map((mention) => mention.sentenceStart)).toEqual([true, false]);
  });
});

describe('all mentions', () => {
  it('are numbered by place, and their words are those of the text', () => {
    const text = 'Apple (AAPL) and $IWM against the S&P 500.\nVTWO\t0.07%\nThe Nasdaq rose.';
    mentionsOf(text).forEach((mention, id) => {
      expect(mention.id).toBe(id);
      expect(text.slice(mention.span.start, mention.span.end)).toBe(mention.text);
    });
  });
});
