import { useEffect, useState } from 'preact/hooks';
import { Chart } from '../../components/chart.tsx';
import type { PageReport } from '../../lib/check/report.ts';
import { Database } from '../../lib/data/database.ts';
import { loadRecord } from '../../lib/data/instrument-record.ts';
import { useLanguage } from '../../components/language.ts';
import { BENCHMARK_ID } from '../../lib/present/benchmark.ts';
import { chartOf, type ChartPicture, type NamedSeries } from '../../lib/present/chart.ts';
import type { Language } from '../../lib/present/language.ts';

/** Beside the S&P 500, when the page names no index: the small and the large that are most written about. */
const USUAL = ['INDEX:RUSSELL2000', 'INDEX:NASDAQ100'] as const;
const LINES = 3;

/**
 * The indices of the page this year, and the S&P 500. Loaded apart from the popup, which shows its findings before the
 * database and the chart library have arrived. Nothing where no series is on record.
 */
export function IndexChart({ report, height }: { report: PageReport; height: number }) {
  const language = useLanguage();
  const [picture, setPicture] = useState<ChartPicture | null>(null);
  useEffect(() => {
    const left = new AbortController();
    chartFor(report, language).then(
      (made) => left.signal.aborted || setPicture(made),
      () => undefined, // the popup says by itself when there are no data
    );
    return () => left.abort();
  }, [report, language]);
  return picture === null ? null : <Chart picture={picture} height={height} />;
}

async function chartFor(report: PageReport, language: Language): Promise<ChartPicture | null> {
  const database = new Database();
  try {
    const records = await Promise.all([...indicesOf(report), BENCHMARK_ID].map((id) => loadRecord(database, id)));
    const series = records.flatMap((record): NamedSeries[] => {
      const price = record?.series.find(({ basis }) => basis === 'price');
      return record === null || price === undefined ? [] : [{ name: record.instrument.name, series: price }];
    });
    const year = report.dataEnd.slice(0, 4);
    return chartOf(series, `${Number(year) - 1}-12-31`, language);
  } finally {
    database.close();
  }
}

/** Those that the page names most, a fund as the index that it tracks. */
function indicesOf(report: PageReport): string[] {
  const counts = new Map<string, number>();
  for (const { instrument, mentions } of report.tickers) {
    const id = instrument.kind === 'index' ? instrument.id : instrument.tracks;
    if (id !== null && id !== BENCHMARK_ID) counts.set(id, (counts.get(id) ?? 0) + mentions.length);
  }
  const named = [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
  return (named.length === 0 ? [...USUAL] : named).slice(0, LINES);
}
