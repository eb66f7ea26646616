import type { InstrumentId } from './instrument.ts';

/**
 * Index families that the page itself knows: names that never need the directory. Patterns are in the language of
 * `detect/phrases.ts`. A name that is also a word ("the Dow", "the Russell") carries what must stand around it.
 */
export interface IndexName {
  readonly id: InstrumentId;
  readonly patterns: readonly string[];
  /**
   * `capital`: at least one word has a capital ("Dow", not "dow"); `upper`: all letters upper case (index symbols);
   * `article`: besides a capital, "the" before it or a market word near it, else it may be a person or a company;
   * `market`: besides that, a page about securities, since people and towns are called so too.
   */
  readonly needs: 'nothing' | 'capital' | 'upper' | 'article' | 'market';
}

const russell = (id: string, size: string): IndexName[] => [
  { id: `INDEX:RUSSELL${id}`, patterns: [`russell ${size}`, `ftse russell ${size}`], needs: 'nothing' },
  { id: `INDEX:RUSSELL${id}VALUE`, patterns: [`russell ${size} value`], needs: 'nothing' },
  { id: `INDEX:RUSSELL${id}GROWTH`, patterns: [`russell ${size} growth`], needs: 'nothing' },
];

const SP = 's&p';

const SECTOR_INDICES: readonly (readonly [string, string])[] = [
  ['INFOTECH', 'information technology|technology|tech|infotech'], ['FINANCIALS', 'financials|financial'],
  ['COMMSERV', 'communication services|communications'], ['REALESTATE', 'real estate'], ['ENERGY', 'energy'],
  ['HEALTHCARE', 'health care|healthcare'], ['INDUSTRIALS', 'industrials'], ['MATERIALS', 'materials'],
  ['UTILITIES', 'utilities'], ['CONSDISC', 'consumer discretionary'], ['CONSSTAPLES', 'consumer staples'],
];

export const INDEX_NAMES: readonly IndexName[] = [
  ...russell('2000', '2000|2,000'),
  ...russell('1000', '1000|1,000'),
  ...russell('3000', '3000|3,000'),
  { id: 'INDEX:RUSSELL2000', patterns: ['r2k', 'russell2000', 'russell small cap index'], needs: 'nothing' },
  { id: 'INDEX:RUSSELL2000', patterns: ['russell'], needs: 'market' },
  { id: 'INDEX:RUSSELL2000', patterns: ['rut', 'rty'], needs: 'upper' },
  { id: 'INDEX:RUSSELLMIDCAP', patterns: ['russell mid cap', 'russell midcap'], needs: 'capital' },
  { id: 'INDEX:RUSSELLMICROCAP', patterns: ['russell micro cap', 'russell microcap'], needs: 'capital' },
  { id: 'INDEX:SP500', patterns: [`${SP} 500`, `${SP}500`, `standard & poor 's 500`, `standard and poor 's 500`, `s and p 500`, `${SP} 500 composite`, 'sp 500', 'sp500'], needs: 'nothing' },
  { id: 'INDEX:SP500', patterns: [SP], needs: 'article' },
  { id: 'INDEX:SP500', patterns: ['spx', 'gspc', 'inx'], needs: 'upper' },
  { id: 'INDEX:SP500EW', patterns: [`${SP} 500 equal weight|weighted`, `equal weight|weighted ${SP} 500`], needs: 'nothing' },
  { id: 'INDEX:SP400', patterns: [`${SP} 400`, `${SP} mid cap 400`, `${SP} midcap 400`, `${SP} mid cap`, `${SP} midcap`], needs: 'nothing' },
  { id: 'INDEX:SP600', patterns: [`${SP} 600`, `${SP} small cap 600`, `${SP} smallcap 600`, `${SP} small cap`, `${SP} smallcap`], needs: 'nothing' },
  { id: 'INDEX:SP1500', patterns: [`${SP} 1500`, `${SP} composite 1500`], needs: 'nothing' },
  { id: 'INDEX:NASDAQ100', patterns: ['nasdaq 100', 'nasdaq100', 'nasdaq - 100'], needs: 'nothing' },
  { id: 'INDEX:NASDAQ100', patterns: ['ndx'], needs: 'upper' },
  { id: 'INDEX:NASDAQCOMP', patterns: ['nasdaq composite', 'nasdaq comp'], needs: 'nothing' },
  { id: 'INDEX:NASDAQCOMP', patterns: ['nasdaq'], needs: 'article' },
  { id: 'INDEX:NASDAQCOMP', patterns: ['ixic'], needs: 'upper' },
  { id: 'INDEX:DJIA', patterns: ['dow jones industrial average', 'dow jones industrials', 'dow jones industrial', 'dow industrials', 'dow jones', 'dow 30'], needs: 'capital' },
  { id: 'INDEX:DJIA', patterns: ['dow'], needs: 'article' },
  { id: 'INDEX:DJIA', patterns: ['djia', 'dji', 'indu'], needs: 'upper' },
  { id: 'INDEX:VIX', patterns: ['cboe volatility index', 'volatility index', 'cboe vix'], needs: 'capital' },
  { id: 'INDEX:VIX', patterns: ['vix'], needs: 'upper' },
  { id: 'INDEX:MAG7', patterns: ['magnificent seven', 'magnificent 7'], needs: 'capital' },
  { id: 'INDEX:MAG7', patterns: ['mag 7', 'mag7', 'mag seven'], needs: 'capital' },
  { id: 'INDEX:WILSHIRE5000', patterns: ['wilshire 5000', 'wilshire 5,000'], needs: 'nothing' },
  { id: 'INDEX:KRX', patterns: ['kbw regional banking [index]', 'kbw nasdaq regional banking'], needs: 'capital' },
  ...SECTOR_INDICES.map(([id, words]): IndexName => ({
    id: `INDEX:SP500_${id}`,
    patterns: words.split('|').map((word) => `${SP} 500 ${word} [sector|index]`),
    needs: 'nothing',
  })),
];

/** First words of fund names; with "ETF", "Fund" or "Trust" at the end the whole is one fund name. */
export const FUND_BRANDS: readonly string[] = [
  'vanguard', 'ishares', 'spdr', 'invesco', 'schwab', 'fidelity', 'proshares', 'direxion', 'wisdomtree', 'first trust',
  'state street', 'vaneck', 'global x', 'ark', 'jpmorgan', 'avantis', 'dimensional', 'pacer', 'blackrock', 't. rowe price',
  'goldman sachs', 'franklin', 'john hancock', 'amplify', 'roundhill', 'xtrackers', 'grayscale', 'american century',
  'nuveen', 'pimco', 'cambria', 'innovator', 'victoryshares', 'flexshares', 'alps', 'simplify', 'kraneshares', 'capital group',
];

/** Words for companies by size, and the indices that stand for them; which of them the article means decides resolution. */
export const SIZE_GROUPS: readonly { readonly patterns: readonly string[]; readonly group: InstrumentId; readonly indices: readonly InstrumentId[] }[] = [
  {
    patterns: ['small cap|caps', 'small cap stocks|shares|equities|companies', 'smaller stocks', 'small stocks', 'small company stocks', 'smallcaps|smallcap', 'smaller companies', 'small cap index|benchmark|gauge|barometer'],
    group: 'GROUP:SMALLCAP',
    indices: ['INDEX:RUSSELL2000', 'INDEX:SP600'],
  },
  {
    patterns: ['mid cap|caps', 'mid cap stocks|shares|companies', 'midcaps|midcap', 'mid cap index|benchmark|gauge'],
    group: 'GROUP:MIDCAP',
    indices: ['INDEX:SP400', 'INDEX:RUSSELLMIDCAP'],
  },
  {
    patterns: ['large cap|caps', 'large cap stocks|shares|companies', 'big caps|cap', 'large stocks', 'blue chips', 'larger companies', 'large companies', 'large cap index|benchmark|gauge'],
    group: 'GROUP:LARGECAP',
    indices: ['INDEX:SP500', 'INDEX:RUSSELL1000'],
  },
];

/** Well-known fund symbols: lets the page tell "the fund" from "the stock" before the directory is asked. */
export const KNOWN_FUND_SYMBOLS: ReadonlySet<string> = new Set(
  ('IWM VTWO IWN IWO VTWV VTWG IJR SLY SPSM VIOO VB VBR VBK AVUV SCHA IWC IJH MDY VO IVV VOO SPY SPLG QQQ QQQM ONEQ DIA IWB IWV VTI VONE VTHR IWF IWD IWR RSP SCHD SCHB VYM VIG NOBL JEPI JEPQ ' +
    'XLK XLF XLV XLE XLI XLY XLP XLU XLB XLRE XLC VGT SMH SOXX XBI IBB KRE KBE VXF VUG VTV ARKK TLT AGG BND GLD HYG EEM VWO VEA VT VXUS DGRO VNQ EFA IEMG IEFA SLV TQQQ SQQQ UVXY VFINX SCHX SPYG SPYV XOP XRT ITB XHB ' +
    'URTY RWM TNA TZA DFAS DFSV PSCT XSMO UPRO SH SPXL SPXS SPXU SDS SOXL SOXS LABU FAS FAZ ITOT HDV DVY IGV IYR MTUM QUAL USMV MGK MAGS ARKG ARKF ARKW IPO IEF SHY LQD TIP SGOV TMF IAU GDX GDXJ USO UNG BOIL KOLD IBIT GBTC ETHE BITO ARKQ ARKX ICLN TAN MSOS JETS JNUG NUGT UCO GUSH FXI KWEB EWJ INDA EWZ VXX SPYM SPLG').split(' '),
);

/** Stands for any index that is not on record, so that its figures pass to nobody else. No directory knows it. */
export const OUTSIDE_INDEX: InstrumentId = 'INDEX:OUTSIDE';

/** Foreign indices and gauges: consumed with their numbers ("Stoxx 600", "FTSE 100"), never marked. */
export const OUTSIDE_INDICES: readonly string[] = [
  'stoxx [europe] [600|50]', 'euro stoxx [600|50]', 'ftse 100|250|350', 'ftse mib', 'ftse all share', 'dax [40]', 'mdax', 'cac 40', 'cac', 'ibex 35', 'nikkei [225|average]', 'topix', 'kospi', 'kosdaq', 'hang seng [index]', 'csi 300',
  'shanghai composite', 'shenzhen component', 'sensex', 'nifty 50', 'nifty', 's&p / tsx [composite]', 's&p tsx', 'tsx venture', 'tsx [composite]', 'asx 200', 's&p / asx 200', 'bovespa', 'msci eafe', 'msci emerging markets', 'msci world', 'msci acwi', 'straits times index',
];
