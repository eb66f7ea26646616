/**
 * Daily closes of Yahoo Finance (`v8/finance/chart`), as its own web pages ask for them. There is no published
 * description; what is relied on here was read off recorded answers.
 *
 * `close` is adjusted for splits, `adjclose` for splits and dividends. Every dividend changes all adjusted closes before
 * it, so a series is always asked for from its beginning and replaces the one of before.
 */
import { z } from 'zod';
import { addDays, dateOfDay, dayNumber, lastSessionOfMonth } from '../../market/calendar.ts';
import type { LevelSeries } from '../../market/observation.ts';
import { textOf } from './body.ts';
import { rawJson, shapeOf } from './json.ts';
import { notAfter, plausibleCloses } from './plausible.ts';
import { counted } from './printed.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { SourceContext, SourcePart, SourceSpec } from './source.ts';

/** An index or fund as Yahoo calls it. */
export interface Chart {
  readonly instrument: string;
  readonly symbol: string;
  /** An index has a price alone: its `adjclose` is its close. */
  readonly kind: 'index' | 'volatility' | 'fund';
}

const index = (symbol: string, id: string): Chart => ({ instrument: `INDEX:${id}`, symbol, kind: 'index' });

export const CHARTS: readonly Chart[] = [
  index('^GSPC', 'SP500'),
  index('^RUT', 'RUSSELL2000'),
  index('^RUI', 'RUSSELL1000'),
  index('^RUA', 'RUSSELL3000'),
  index('^MID', 'SP400'),
  index('^SP600', 'SP600'),
  index('^IXIC', 'NASDAQCOMP'),
  index('^NDX', 'NASDAQ100'),
  index('^DJI', 'DJIA'),
  { instrument: 'INDEX:VIX', symbol: '^VIX', kind: 'volatility' },
  ...'IWM VTWO IWN IWO IJR SPSM VIOO IJH MDY IWB VONE IWV VTHR VTI IWC IVV VOO SPY RSP QQQ DIA'
    .split(' ')
    .map((symbol): Chart => ({ instrument: symbol, symbol, kind: 'fund' })),
];

/** Indices are asked for from so many years back; what lies before is bundled, and nothing adjusts it. */
const INDEX_YEARS = 25;

const HOUR = 3600;
const DAY = 24 * HOUR;

const Levels = z.array(z.number().nullable());

const Events = z.record(z.string().regex(/^-?\d{1,12}$/), z.unknown());
const Split = z.object({ date: z.int(), numerator: z.number().positive(), denominator: z.number().positive() });
const Dividend = z.object({ date: z.int(), amount: z.number() });

const Result = z.object({
  meta: z.object({
    symbol: z.string(),
    currency: z.string().nullish(),
    /** Seconds to be added to UTC at present; half a year off by an hour in the other half. */
    gmtoffset: z.int().min(-14 * HOUR).max(14 * HOUR),
    regularMarketTime: z.int().nullish(),
    dataGranularity: z.string(),
    currentTradingPeriod: z.object({ regular: z.object({ start: z.int(), end: z.int() }) }).nullish(),
  }),
  timestamp: z.array(z.int()).optional(),
  events: z.object({ splits: Events.optional(), dividends: Events.optional() }).optional(),
  indicators: z.object({
    quote: z.array(z.object({ close: Levels.optional() })),
    adjclose: z.array(z.object({ adjclose: Levels.optional() })).optional(),
  }),
});
type Result = z.infer<typeof Result>;

/** From a moment in seconds to the day that it is where the market is. */
type DayAt = (seconds: number) => string;

const Body = z.object({
  chart: z.object({
    result: z.array(z.unknown()).nullable(),
    error: z.object({ code: z.string(), description: z.string().nullish() }).nullish(),
  }),
});

const WHAT = 'a chart of Yahoo Finance';
const NO_CLOSE = 'there is no close in it';

export const YAHOO_CHART: SourceSpec = {
  id: 'yahoo-chart',
  group: 'yahoo',
  title: 'Yahoo Finance daily closes',
  gives: 'Checks returns of the main indices and funds, with and without dividends, to the last close.',
  terms: 'Yahoo offers this to its own pages and promises nothing; use it for yourself only, and do not pass it on.',
  hosts: ['https://query1.finance.yahoo.com/*'],
  access: 'optional',
  schedule: { every: 'day', notBefore: '22:00' },
  fallback: null,
  requests: ({ today }) =>
    CHARTS.map(({ symbol, kind }) => ({
      key: symbol,
      url: addressOf(symbol, kind, today),
      maxBytes: 8_000_000,
      // Yahoo no longer has the symbol.
      emptyStatuses: [404],
    })),
  async parse(body, { key }, context) {
    const chart = CHARTS.find(({ symbol }) => symbol === key);
    if (chart === undefined) throw new SourceFormatError(key, 'nobody asked for this chart');
    const file = `${key} chart`;
    const json = rawJson(file, textOf(file, body));
    await context.pause();
    return chartPart(file, json, chart, context);
  },
};

/** `range=max` would silently come in monthly bars, whatever the interval; two days are daily. */
function addressOf(symbol: string, kind: Chart['kind'], today: string): string {
  const from = kind === 'fund' ? 0 : dayNumber(`${Number(today.slice(0, 4)) - INDEX_YEARS - 1}-12-15`) * DAY;
  const to = (dayNumber(today) + 2) * DAY;
  const query = `interval=1d&period1=${from}&period2=${to}&events=div%7Csplit`;
  return `https://query1.finance.yahoo.com/v8/finance/chart/${encodeURIComponent(symbol)}?${query}`;
}

/**
 * The closes in a body: the price series, and for a fund the total return series.
 *
 * @throws {SourceFormatError} when it is not this chart, reports an error, or has closes that cannot be.
 */
export function chartPart(file: string, json: unknown, chart: Chart, { today }: Pick<SourceContext, 'today'>): SourcePart {
  const { result, error } = shapeOf(file, json, Body, WHAT).chart;
  if (error !== null && error !== undefined) {
    throw new SourceFormatError(file, `Yahoo answers “${(error.description ?? error.code).slice(0, 200)}”`);
  }
  if (result?.[0] === undefined) throw new SourceFormatError(file, 'there is no chart in it');
  const read = shapeOf(file, result[0], Result, WHAT);
  const { symbol, currency } = read.meta;
  if (symbol.toUpperCase() !== chart.symbol) {
    throw new SourceFormatError(file, `this is the chart of “${symbol.slice(0, 30)}”, not of ${chart.symbol}`);
  }
  if (currency != null && currency !== 'USD') {
    throw new SourceFormatError(file, `the closes are in ${currency.slice(0, 10)}, not in dollars`);
  }
  const bars = closedBars(file, read, today);
  checkEvents(file, read, bars);
  const steps = chart.kind === 'volatility' ? 'volatility' : 'price';
  const url = `https://finance.yahoo.com/quote/${encodeURIComponent(chart.symbol)}/history/`;
  const closes = plausibleCloses(file, bars.map(({ day, close }) => [day, close] as const), steps);
  const asOf = closes.at(-1)?.[0] ?? null;
  const source = { title: `Yahoo Finance: closes of ${chart.symbol}`, url };
  const series: LevelSeries[] = [{ instrument: chart.instrument, basis: 'price', points: closes, source }];
  if (chart.kind === 'fund') {
    const points = bars.flatMap(({ day, adjusted }) => (adjusted === null ? [] : [[day, adjusted] as const]));
    if (points.at(-1)?.[0] !== asOf) throw new SourceFormatError(file, 'the adjusted closes are missing');
    const title = `Yahoo Finance: adjusted closes of ${chart.symbol}, dividends reinvested, as adjusted on ${asOf ?? today}`;
    series.push({ instrument: chart.instrument, basis: 'total', points: plausibleCloses(file, points, steps), source: { title, url } });
  }
  return { asOf, summary: `${counted(closes.length, 'close')} of ${chart.symbol}`, series };
}

interface Bar {
  readonly day: string;
  readonly close: number;
  readonly adjusted: number | null;
}

/** Bars of sessions that are over, one a day, ascending. Days without trade have no close and are left out. */
function closedBars(file: string, { meta, timestamp, indicators }: Result, today: string): Bar[] {
  const closes = indicators.quote[0]?.close ?? [];
  const adjusted = indicators.adjclose?.[0]?.adjclose;
  if (timestamp === undefined) {
    throw new SourceFormatError(file, closes.length > 0 ? 'there are closes, but no days' : NO_CLOSE);
  }
  for (const [what, list] of [['closes', closes], ['adjusted closes', adjusted]] as const) {
    if (list !== undefined && list.length !== timestamp.length) {
      throw new SourceFormatError(file, `${list.length} ${what} were found for ${timestamp.length} days`);
    }
  }
  const dayAt: DayAt = (seconds) => localDay(seconds, meta.gmtoffset);
  const closeDay = closeDayOf(file, meta, dayAt);
  const bars: Bar[] = [];
  for (const [at, seconds] of timestamp.entries()) {
    const close = closes[at] ?? null;
    const day = closeDay(dayAt(seconds));
    if (close === null || day === null) continue;
    notAfter(file, day, today);
    if (isWeekend(day)) throw new SourceFormatError(file, `there is a close on ${day}, a weekend: the days are wrong`);
    const bar = { day, close: single(close), adjusted: adjusted?.[at] == null ? null : single(adjusted[at]) };
    const before = bars.at(-1);
    if (before !== undefined && day <= before.day) {
      // After the bell the day in progress comes twice for a while, the later one with its last trade.
      const isLast = day === before.day && at === timestamp.length - 1;
      if (!isLast && (day < before.day || bar.close !== before.close)) {
        throw new SourceFormatError(file, `the close of ${day} comes after that of ${before.day}`);
      }
      bars.pop();
    }
    bars.push(bar);
  }
  if (isSessionOpen(meta, dayAt, bars.at(-1)?.day, today)) bars.pop();
  if (bars.length === 0) throw new SourceFormatError(file, NO_CLOSE);
  return bars;
}

/**
 * The day of a moment where the market is. The offset is that of today; a bar from the other half of the year may lie an
 * hour off, which only matters to one at midnight: the hour before it is taken for it, as no session opens then.
 */
function localDay(seconds: number, offset: number): string {
  return dateOfDay(Math.floor((seconds + offset + HOUR) / DAY));
}

function isWeekend(day: string): boolean {
  // 1970-01-01, day 0, was a Thursday.
  return [0, 6].includes((dayNumber(day) + 4) % 7);
}

/**
 * From a bar's day to the day of its close; null for a bar that is not complete. Daily bars are their own day; Yahoo
 * answers a long request in months or quarters at its own discretion, each dated with its first day.
 */
function closeDayOf(file: string, meta: Result['meta'], dayAt: DayAt): (day: string) => string | null {
  const { dataGranularity, regularMarketTime } = meta;
  if (dataGranularity === '1d') return (day) => day;
  const months = { '1mo': 1, '3mo': 3 }[dataGranularity];
  if (months === undefined) throw new SourceFormatError(file, `the bars are of “${dataGranularity.slice(0, 10)}”, not of a day`);
  const now = regularMarketTime == null ? '' : dayAt(regularMarketTime);
  return (day) => {
    const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months - 1;
    const close = lastSessionOfMonth(`${Math.floor(last / 12)}-${String((last % 12) + 1).padStart(2, '0')}`);
    return close < now ? close : null;
  };
}

/** Whether the last bar's session still goes on: its close is a price of the moment. */
function isSessionOpen(meta: Result['meta'], dayAt: DayAt, lastDay: string | undefined, today: string): boolean {
  if (lastDay === undefined || lastDay < today) return false;
  const { regularMarketTime, currentTradingPeriod } = meta;
  const session = currentTradingPeriod?.regular;
  if (session == null || regularMarketTime == null) return true;
  return dayAt(session.start) === lastDay && regularMarketTime < session.end;
}

/** Yahoo keeps figures in single precision, of which seven digits mean something. */
function single(value: number): number {
  return Number(value.toPrecision(7));
}

/**
 * Closes are adjusted for splits, adjusted ones for dividends too: on the day of either Yahoo has been seen to lag.
 *
 * @throws {SourceFormatError} when a split stands in the closes, or the dividends nowhere in the adjusted closes.
 */
function checkEvents(file: string, { meta, events }: Result, bars: readonly Bar[]): void {
  const splits = shapeOf(file, Object.values(events?.splits ?? {}), z.array(Split), WHAT);
  for (const { date, numerator, denominator } of splits) {
    const day = localDay(date, meta.gmtoffset);
    const at = bars.findIndex((bar) => bar.day >= day);
    const [before, after] = [bars[at - 1], bars[at]];
    if (before === undefined || after === undefined) continue;
    const fall = Math.log(before.close / after.close);
    if (Math.abs(fall - Math.log(numerator / denominator)) < Math.abs(fall)) {
      const split = `${numerator}:${denominator}`;
      throw new SourceFormatError(file, `the closes before ${day} are not adjusted for the split of that day (${split})`);
    }
  }
  const dividends = shapeOf(file, Object.values(events?.dividends ?? {}), z.array(Dividend), WHAT);
  const first = bars[0]?.day ?? '';
  const paid = dividends.some(({ date, amount }) => amount > 0 && localDay(date, meta.gmtoffset) > addDays(first, 1));
  const hasAdjusted = bars.some(({ adjusted }) => adjusted !== null);
  if (paid && hasAdjusted && bars.every(({ close, adjusted }) => adjusted === null || adjusted === close)) {
    throw new SourceFormatError(file, 'the adjusted closes are not adjusted for the dividends');
  }
}
