import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartPart, CHARTS, YAHOO_CHART } from '../../../../lib/data/sources/yahoo-chart.ts';
import type { Chart } from '../../../../lib/data/sources/yahoo-chart.ts';
import { addSessions, dayNumber } from '../../../../lib/market/calendar.ts';
import { calendarYearReturn } from '../../../../lib/market/returns.ts';
import { loadBundledSnapshot } from '../../../support/bundled.ts';
import { onDay, parsed, refused, wireSample } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');
const WINTER = -5 * 3600;
const SUMMER = -4 * 3600;

/** Seconds of a moment in New York. */
const at = (day: string, time: string, offset: number) => dayNumber(day) * 86_400 + Number(time.slice(0, 2)) * 3600 + Number(time.slice(3)) * 60 - offset;
const open = (day: string) => at(day, '09:30', SUMMER);

interface Bars {
  readonly days?: readonly string[];
  readonly stamps?: readonly number[];
  readonly close: readonly (number | null)[];
  readonly adjusted?: readonly (number | null)[];
}
/** A body as Yahoo sends it in the evening of 7 October 2026. */
const chart = (symbol: string, { days = [], stamps = days.map(open), close, adjusted }: Bars, more: { meta?: object; events?: object; result?: object } = {}) =>
  JSON.stringify({
    chart: {
      result: [
        {
          meta: {
            currency: 'USD', symbol, exchangeName: 'PCX', instrumentType: 'ETF', firstTradeDate: null, gmtoffset: SUMMER, timezone: 'EDT',
            exchangeTimezoneName: 'America/New_York', regularMarketTime: at('2026-10-07', '16:00', SUMMER), dataGranularity: '1d', range: '',
            currentTradingPeriod: { regular: { start: open('2026-10-07'), end: at('2026-10-07', '16:00', SUMMER) } },
            ...more.meta,
          },
          timestamp: stamps,
          ...(more.events === undefined ? {} : { events: more.events }),
          indicators: { quote: [{ close, open: close }], ...(adjusted === undefined ? {} : { adjclose: [{ adjclose: adjusted }] }) },
          ...more.result,
        },
      ],
      error: null,
    },
  });

const DAYS = ['2026-10-05', '2026-10-06', '2026-10-07'];
const IWM = { days: DAYS, close: [270, 274, 277.5], adjusted: [269.1, 273.1, 277.5] };
const points = async (body: string, context = TODAY) => (await parsed(YAHOO_CHART, 'IWM', body, context)).series?.map(({ basis, points }) => [basis, points]);

describe('what is asked for', () => {
  it('is a fund from its beginning and an index from 25 years back, by the day, as “max” would come by the month', () => {
    const urls = new Map(YAHOO_CHART.requests(TODAY).map(({ key, url }) => [key, url]));
    expect(urls.get('IWM')).toBe('https://query1.finance.yahoo.com/v8/finance/chart/IWM?interval=1d&period1=0&period2=1791590400&events=div%7Csplit');
    expect(urls.get('^GSPC')).toBe('https://query1.finance.yahoo.com/v8/finance/chart/%5EGSPC?interval=1d&period1=976838400&period2=1791590400&events=div%7Csplit');
    expect(YAHOO_CHART.requests(TODAY).every(({ emptyStatuses }) => emptyStatuses?.includes(404))).toBe(true);
  });

  it('is of instruments that the bundled directory knows, each once', () => {
    const kinds = new Map(loadBundledSnapshot().instruments.map(({ id, kind }) => [id, kind]));
    for (const { instrument, kind } of CHARTS) expect([instrument, kinds.get(instrument)]).toEqual([instrument, kind === 'fund' ? 'fund' : 'index']);
    expect(new Set(CHARTS.map(({ instrument }) => instrument)).size).toBe(CHARTS.length);
  });

  it('covers every fund and index of which the bundle has levels to today', () => {
    const asked = new Set(CHARTS.map(({ instrument }) => instrument));
    const bundled = loadBundledSnapshot().series.map(({ instrument }) => instrument);
    expect(bundled.filter((id) => !asked.has(id))).toEqual([]);
  });
});

describe('yahoo-chart', () => {
  it('gives a fund’s closes as the price series and its adjusted closes as the total return series', async () => {
    expect(await parsed(YAHOO_CHART, 'IWM', chart('IWM', IWM), TODAY)).toEqual({
      asOf: '2026-10-07',
      summary: '3 closes of IWM',
      series: [
        {
          instrument: 'IWM', basis: 'price', points: [['2026-10-05', 270], ['2026-10-06', 274], ['2026-10-07', 277.5]],
          source: { title: 'Yahoo Finance: closes of IWM', url: 'https://finance.yahoo.com/quote/IWM/history/' },
        },
        {
          instrument: 'IWM', basis: 'total', points: [['2026-10-05', 269.1], ['2026-10-06', 273.1], ['2026-10-07', 277.5]],
          source: { title: 'Yahoo Finance: adjusted closes of IWM, dividends reinvested, as adjusted on 2026-10-07', url: 'https://finance.yahoo.com/quote/IWM/history/' },
        },
      ],
    });
  });

  it('gives an index’s price alone, although its adjusted closes are there: they are no total return', async () => {
    const { series } = await parsed(YAHOO_CHART, '^RUT', chart('^RUT', { days: DAYS, close: [2700, 2740, 2793.2], adjusted: [2700, 2740, 2793.2] }), TODAY);
    expect(series?.map(({ instrument, basis, source }) => [instrument, basis, source.url])).toEqual([['INDEX:RUSSELL2000', 'price', 'https://finance.yahoo.com/quote/%5ERUT/history/']]);
  });

  it('leaves out days without a close', async () => {
    expect(await points(chart('IWM', { days: DAYS, close: [270, null, 277.5], adjusted: [269.1, null, 277.5] }))).toEqual([
      ['price', [['2026-10-05', 270], ['2026-10-07', 277.5]]],
      ['total', [['2026-10-05', 269.1], ['2026-10-07', 277.5]]],
    ]);
  });

  it('rounds away what single precision made of a figure', async () => {
    const [price] = (await points(chart('IWM', { days: ['2026-10-07'], close: [Math.fround(134.84)], adjusted: [Math.fround(134.84)] })))!;
    expect(Math.fround(134.84)).not.toBe(134.84);
    expect(price).toEqual(['price', [['2026-10-07', 134.84]]]);
  });

  it('dates bars where the market is, in the other half of the year and at midnight too', async () => {
    // Offset of summer, bars of winter: the session opens at 9:30 of winter, a month begins at midnight of winter.
    const stamps = [at('2026-01-05', '00:00', WINTER), at('2026-01-06', '09:30', WINTER), at('2026-10-05', '00:00', SUMMER), at('2026-10-06', '09:30', SUMMER)];
    const days = ['2026-01-05', '2026-01-06', '2026-10-05', '2026-10-06'];
    const body = { stamps, close: [1, 1, 1, 1], adjusted: [1, 1, 1, 1] };
    expect((await points(chart('IWM', body)))?.[0]?.[1]).toEqual(days.map((day) => [day, 1]));
    expect((await points(chart('IWM', body, { meta: { gmtoffset: WINTER } })))?.[0]?.[1]).toEqual(days.map((day) => [day, 1]));
  });

  describe('a session that is still open', () => {
    const now = (time: string) => ({ meta: { regularMarketTime: at('2026-10-07', time, SUMMER) } });
    const evening = onDay('2026-10-07');

    it('is not a close', async () => {
      expect((await points(chart('IWM', IWM, now('13:12')), evening))?.[0]?.[1]).toEqual([['2026-10-05', 270], ['2026-10-06', 274]]);
    });

    it('is over with the bell', async () => {
      expect((await points(chart('IWM', IWM, now('16:00')), evening))?.[0]?.[1]).toHaveLength(3);
    });

    it('was over for long when the day is past, whenever the last trade was', async () => {
      expect((await points(chart('IWM', IWM, now('15:58')), TODAY))?.[0]?.[1]).toHaveLength(3);
    });

    it('is taken for open where nothing says when it ends', async () => {
      for (const meta of [{ currentTradingPeriod: null }, { regularMarketTime: null }]) {
        expect((await points(chart('IWM', IWM, { meta }), evening))?.[0]?.[1]).toHaveLength(2);
      }
    });

    it('comes twice for a while after the bell; the later bar counts', async () => {
      const stamps = [open('2026-10-06'), open('2026-10-07'), at('2026-10-07', '16:00', SUMMER)];
      expect((await points(chart('IWM', { stamps, close: [274, 277.1, 277.5], adjusted: [274, 277.1, 277.5] }), evening))?.[0]?.[1]).toEqual([['2026-10-06', 274], ['2026-10-07', 277.5]]);
    });
  });

  it('takes bars of a month for closes at its end, and none of the month that runs', async () => {
    const stamps = ['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'].map((day) => at(day, '00:00', SUMMER)).concat(at('2026-10-07', '16:00', SUMMER));
    const body = chart('IWM', { stamps, close: [1, 2, 3, 4, 4], adjusted: [1, 2, 3, 4, 4] }, { meta: { dataGranularity: '1mo' } });
    expect((await points(body))?.[0]?.[1]).toEqual([['2026-07-31', 1], ['2026-08-31', 2], ['2026-09-30', 3]]);
  });

  describe('splits and dividends', () => {
    const splits = { splits: { '1': { date: open('2026-10-06'), numerator: 4, denominator: 1, splitRatio: '4:1' } } };

    it('are in the closes already', async () => {
      expect((await points(chart('IWM', IWM, { events: splits })))?.[0]?.[1]).toHaveLength(3);
    });

    it('are refused where the closes before a split are not adjusted', () =>
      refused(YAHOO_CHART, 'IWM', chart('IWM', { days: DAYS, close: [1080, 274, 277.5], adjusted: [1080, 274, 277.5] }, { events: splits }), TODAY, 'the closes before 2026-10-06 are not adjusted for the split of that day (4:1)'));

    it('are refused where shares were put together and the closes do not know', () => {
      const events = { splits: { '1': { date: open('2026-10-06'), numerator: 1, denominator: 10 } } };
      return refused(YAHOO_CHART, 'IWM', chart('IWM', { days: DAYS, close: [27, 274, 277.5], adjusted: [27, 274, 277.5] }, { events }), TODAY, 'not adjusted for the split of that day (1:10)');
    });

    const dividends = { dividends: { '1': { date: open('2026-10-07'), amount: 0.9 } } };
    it('must be in the adjusted closes', async () => {
      await refused(YAHOO_CHART, 'IWM', chart('IWM', { ...IWM, adjusted: IWM.close }, { events: dividends }), TODAY, 'the adjusted closes are not adjusted for the dividends');
      expect(await points(chart('IWM', IWM, { events: dividends }))).toHaveLength(2);
    });

    it('need not be: a fund that pays nothing has adjusted closes like its closes', async () => {
      expect(await points(chart('IWM', { ...IWM, adjusted: IWM.close }))).toHaveLength(2);
    });
  });

  const error = (code: string, description: string | null) => JSON.stringify({ chart: { result: null, error: { code, description } } });
  const faults: [string, string, string | RegExp][] = [
    ['an error of Yahoo’s', error('Not Found', 'No data found, symbol may be delisted'), 'IWM chart: Yahoo answers “No data found, symbol may be delisted”'],
    ['an error without words', error('Bad Request', null), 'Yahoo answers “Bad Request”'],
    ['a text', 'Edge: Too Many Requests', 'JSON was expected, but the file begins “Edge: Too Many Requests”'],
    ['a web page', '<!doctype html><title>Will be right back...</title>', 'this is a web page'],
    ['JSON cut short', chart('IWM', IWM).slice(0, -40), 'the JSON is cut short'],
    ['an answer of another kind', '{"finance":{"result":null,"error":{"code":"Unauthorized"}}}', '“chart”: not a chart of Yahoo Finance'],
    ['no result', '{"chart":{"result":[],"error":null}}', 'there is no chart in it'],
    ['another symbol', chart('QQQ', IWM), 'this is the chart of “QQQ”, not of IWM'],
    ['another currency', chart('IWM', IWM, { meta: { currency: 'GBp' } }), 'the closes are in GBp, not in dollars'],
    ['bars of a week', chart('IWM', IWM, { meta: { dataGranularity: '1wk' } }), 'the bars are of “1wk”, not of a day'],
    ['days without closes', chart('IWM', IWM, { result: { indicators: { quote: [{}] } } }), '0 closes were found for 3 days'],
    ['closes without days', chart('IWM', IWM, { result: { timestamp: undefined } }), 'there are closes, but no days'],
    ['neither', chart('IWM', IWM, { result: { timestamp: undefined, indicators: { quote: [{}] } } }), 'there is no close in it'],
    ['days and closes that do not match', chart('IWM', { ...IWM, close: [1, 2] }), '2 closes were found for 3 days'],
    ['nothing but days without trade', chart('IWM', { days: DAYS, close: [null, null, null], adjusted: [null, null, null] }), 'there is no close in it'],
    ['a fund without adjusted closes', chart('IWM', { days: DAYS, close: IWM.close }), 'the adjusted closes are missing'],
    ['a last day without adjusted close', chart('IWM', { ...IWM, adjusted: [1, 2, null] }), 'the adjusted closes are missing'],
    ['days out of order', chart('IWM', { ...IWM, days: ['2026-10-06', '2026-10-05', '2026-10-07'] }), 'the close of 2026-10-05 comes after that of 2026-10-06'],
    ['two closes of one day', chart('IWM', { ...IWM, days: ['2026-10-05', '2026-10-05', '2026-10-07'] }), 'the close of 2026-10-05 comes after that of 2026-10-05'],
    ['a day to come', chart('IWM', { ...IWM, days: ['2026-10-06', '2026-10-07', '2026-10-09'] }), 'the date 2026-10-09 lies in the future (today is 2026-10-08)'],
    ['an offset that moves sessions to a weekend', chart('IWM', { ...IWM, days: ['2026-10-01', '2026-10-02', '2026-10-05'] }, { meta: { gmtoffset: 14 * 3600 } }), 'there is a close on 2026-10-03, a weekend'],
    ['a close of nothing', chart('IWM', { ...IWM, close: [270, 0, 277] }), '0 on 2026-10-06 is no level'],
    ['a close below nothing', chart('IWM', { ...IWM, close: [-270, 274, 277] }), '-270 on 2026-10-05 is no level'],
    ['a close beyond all bounds', chart('IWM', { ...IWM, close: [1e12, 1e12, 1e12] }), '1000000000000 on 2026-10-05 is no level'],
    ['a close with a digit too many', chart('IWM', { ...IWM, close: [270, 2740, 277] }), 'the close goes from 270 to 2740 on 2026-10-06, more than 2 times as much or as little'],
    ['an adjusted close of another scale', chart('IWM', { ...IWM, adjusted: [2.7, 273, 277] }), 'the close goes from 2.7 to 273 on 2026-10-06'],
    ['a close that is no number', chart('IWM', IWM).replace('277.5', 'NaN'), 'this is not JSON'],
    ['a close that is text', chart('IWM', IWM).replace('277.5', '"277.5"'), 'not a chart of Yahoo Finance'],
    ['a split by nothing', chart('IWM', IWM, { events: { splits: { '1': { date: 1, numerator: 4, denominator: 0 } } } }), 'row 1, “denominator”'],
  ];
  it.each(faults)('refuses %s', (_, body, words) => refused(YAHOO_CHART, 'IWM', body, TODAY, words));

  it('lets volatility double in a day, but not more than double twice', async () => {
    const vix = (close: number[]) => chart('^VIX', { days: DAYS.slice(0, close.length), close });
    expect((await parsed(YAHOO_CHART, '^VIX', vix([17.31, 37.32]), TODAY)).series?.[0]?.points).toHaveLength(2);
    await refused(YAHOO_CHART, '^VIX', vix([17.31, 77]), TODAY, 'more than 4 times as much');
  });

  it('takes nothing from keys that would change what objects inherit', async () => {
    const body = chart('IWM', IWM, { events: {} }).replace('"events":{}', '"__proto__":{"polluted":1},"events":{"dividends":{"1":{"date":1,"amount":0,"__proto__":{"polluted":1}}}}');
    expect(await points(body)).toHaveLength(2);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('gives every close back on its day, in either half of the year', async () => {
    const closes = fc.array(fc.double({ min: 100, max: 150, noNaN: true }), { minLength: 2, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(closes, fc.integer({ min: 100, max: 400 }), fc.constantFrom(SUMMER, WINTER), fc.constantFrom(SUMMER, WINTER), async (close, back, offset, stampOffset) => {
        const days = close.map((_, number) => addSessions('2026-10-07', number - back));
        const body = chart('IWM', { stamps: days.map((day) => at(day, '09:30', stampOffset)), close, adjusted: close }, { meta: { gmtoffset: offset } });
        expect((await points(body))?.[0]?.[1]).toEqual(days.map((day, number) => [day, Number(close[number]!.toPrecision(7))]));
      }),
    );
  });
});

describe('answers as recorded', () => {
  const json = (path: string): unknown => {
    const body = JSON.parse(wireSample(path)!.toString()) as { response?: { bodyJson: unknown } };
    return body.response?.bodyJson ?? body;
  };
  const fund = (symbol: string): Chart => ({ instrument: symbol, symbol, kind: 'fund' });
  const read = (path: string, symbol: string) => chartPart(path, json(path), fund(symbol), TODAY).series!.map(({ points }) => points);
  const recorded = (path: string, what: string, test: (path: string) => void) => it.runIf(wireSample(path) !== null)(`${path.slice(6)}: ${what}`, () => test(path));

  recorded('yahoo/v8_chart_AAPL_2025-11.json', 'daily bars, the last one stamped with its last trade', (path) => {
    const [price, total] = read(path, 'AAPL');
    expect(price).toHaveLength(127);
    expect([price![0], price!.at(-1), total![0]]).toEqual([['2025-04-30', 212.5], ['2025-10-29', 269.7], ['2025-04-30', 211.9811]]);
  });

  recorded('yahoo/v8_chart_VFINX_max_3mo_2025-10-30.json', 'bars of quarters, dated with their first day; the running one is left out; distributions of capital gains', (path) => {
    const [series] = chartPart(path, json(path), fund('VFINX'), TODAY).series!.toReversed();
    expect(series!.points).toHaveLength(163);
    expect([series!.points[0]?.[0], series!.points.at(-1)?.[0]]).toEqual(['1985-03-29', '2025-09-30']);
    // The fund's own figures, net of its costs of 0.14% (Vanguard): 2019 31.33%, 2022 −18.23%, 2008 −37.02%.
    for (const [year, percent] of [[2019, 31.33], [2022, -18.23], [2008, -37.02]] as const) {
      expect(calendarYearReturn(series!, year)?.percent).toBeCloseTo(percent, 0);
    }
  });

  recorded('yahoo/yf2_chart-AAPL-2020-08-31-to-2020-11-07.json', 'a split and a dividend, keyed by their moments; 49 bars', (path) => {
    const [price, total] = read(path, 'AAPL');
    expect([price!.length, price![0]?.[0], price!.at(-1)?.[0]]).toEqual([49, '2020-08-31', '2020-11-06']);
    expect(total!.at(-1)![1] / price!.at(-1)![1]).toBeGreaterThan(total![0]![1] / price![0]![1]);
  });

  recorded('yahoo/yf2_historical-via-chart-MSFT-dividends-2021-02-01-to-2022-01-31.csv.json', '252 bars, 4 dividends, no split', (path) => {
    expect(read(path, 'MSFT').map(({ length }) => length)).toEqual([252, 252]);
  });

  recorded('yahoo/yf2_chart-QQQ-2020-01-01-to-2020-01-03.json', 'one bar, adjusted close far below the close', (path) => {
    expect(read(path, 'QQQ')).toEqual([[['2020-01-02', 216.16]], [['2020-01-02', 209.6381]]]);
  });

  recorded('yahoo/yf2old_chart-SI-2020-01-01-to-2020-01-03.json', 'one bar', (path) => {
    expect(read(path, 'SI')[0]).toEqual([['2020-01-02', 15.93]]);
  });

  recorded('yahoo/yf2_chart-AAPL.json', 'a bar of winter under the offset of summer', (path) => {
    expect(read(path, 'AAPL')).toEqual([[['2022-02-22', 164.32]], [['2022-02-22', 161.6999]]]);
  });

  const crumb = wireSample('yahoo/yf2_getCrumb-getcrumb.json');
  it.runIf(crumb !== null)('yf2_getCrumb-getcrumb.json: a body of one word is no chart (refused)', () => {
    const { response } = JSON.parse(crumb!.toString()) as { response: { bodyText: string } };
    return refused(YAHOO_CHART, 'IWM', response.bodyText, TODAY, 'JSON was expected, but the file begins “haT3oykhHqZ”');
  });

  recorded('yahoo/jb_aapl_chart_5d_cl_adjcl.json', 'closes and adjusted closes alone', (path) => {
    expect(read(path, 'AAPL').map((points) => points.at(-1))).toEqual([['2021-04-23', 134.32], ['2021-04-23', 134.22]]);
  });

  recorded('yahoo/jb_aapl_chart_5d_formatted.json', 'the same, indented', (path) => {
    expect(read(path, 'AAPL')[0]).toHaveLength(5);
  });

  const refusals: [string, string, string, string][] = [
    ['yahoo/yf2_chart-AAPL-2025-02-01-to-2025-02-02-includePrePost-false-interval-1m.json', 'AAPL', 'a weekend has no timestamp key, and quote is [{}]', 'there is no close in it'],
    ['yahoo/jb_aapl_chart_no_results.json', 'AAPL', 'nothing traded yet', 'there is no close in it'],
    ['yahoo/jb_aapl_chart_5d_no_ts.json', 'AAPL', 'closes without days', 'there are closes, but no days'],
    ['yahoo/yf2_chart-notimestamp-quotes-length.fake.json', 'AAPL', 'a close without a day', 'there are closes, but no days'],
    ['yahoo/yf2old_chart-BEKE-2020-01-01-to-2020-01-03.json', 'BEKE', 'result null with an error in words', 'Yahoo answers “Data doesn\'t exist for startDate = 1577836800, endDate = 1578009600”'],
    ['yahoo/yf2_chart-0P000071W8.TO-2020-01-01-to-2020-01-03.json', '0P000071W8.TO', 'another currency', 'the closes are in CAD, not in dollars'],
    ['yahoo/yf2_quote-QQQ.json', 'QQQ', 'a quote is no chart', '“chart”: not a chart'],
    ['yahoo/yf2_quote-^VXAPL.json', '^VXAPL', 'a quote of an index neither', '“chart”: not a chart'],
    ['yahoo/yf2_quoteSummary-all-QQQ.json', 'QQQ', 'nor is a summary', '“chart”: not a chart'],
  ];
  for (const [path, symbol, what, words] of refusals) {
    recorded(path, `${what} (refused)`, () => expect(() => read(path, symbol)).toThrow(words));
  }
});
