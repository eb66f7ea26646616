import { useEffect, useState } from 'preact/hooks';
import { EvidenceView, type EvidenceState } from '../../components/evidence/evidence-view.tsx';
import { useLanguage } from '../../components/language.ts';
import { Database } from '../../lib/data/database.ts';
import { listIndicesAndFunds, loadRecord } from '../../lib/data/instrument-record.ts';
import type { Instrument } from '../../lib/market/instrument.ts';
import type { MetricId } from '../../lib/market/metric.ts';
import type { Observation } from '../../lib/market/observation.ts';
import { download } from '../../lib/platform/download.ts';
import { BENCHMARK_ID, BENCHMARK_NAME } from '../../lib/present/benchmark.ts';
import { constituentRows, constituentsCsv } from '../../lib/present/constituents.ts';
import { formatDate } from '../../lib/present/dates.ts';
import { definitionChart } from '../../lib/present/chart.ts';
import { evidenceAddress, evidenceWanted } from '../../lib/present/evidence-address.ts';
import { fill } from '../../lib/present/fill.ts';
import type { Language } from '../../lib/present/language.ts';
import { metricName } from '../../lib/present/metric-names.ts';
import { recordCsv, recordRows } from '../../lib/present/record.ts';
import { sectorBars } from '../../lib/present/sectors.ts';

/** Metrics whose figures on one day differ by definition: what readers come for. */
const BY_DEFINITION: readonly MetricId[] = ['pe', 'pe_forward', 'unprofitable_share'];

/** Wires the evidence page to the database; the instrument and the article's day stand in the address after `#`. */
export function EvidenceApp() {
  const language = useLanguage();
  const { evidencePage } = language.words;
  const [database] = useState(() => new Database());
  const [wanted, setWanted] = useState(() => evidenceWanted(location.hash));
  const [state, setState] = useState<EvidenceState>({ kind: 'loading' });
  const [observations, setObservations] = useState<readonly Observation[]>([]);
  const [instruments, setInstruments] = useState<readonly Instrument[]>([]);
  const chosen = wanted.instrument;

  useEffect(() => {
    const follow = (): void => setWanted(evidenceWanted(location.hash));
    addEventListener('hashchange', follow);
    listIndicesAndFunds(database).then(setInstruments, () => setInstruments([]));
    return () => removeEventListener('hashchange', follow);
  }, [database]);

  useEffect(() => {
    const left = new AbortController();
    const show = async (): Promise<void> => {
      const { next, rows } = await evidenceOf(database, chosen, language).catch(failure);
      if (left.signal.aborted) return;
      document.title = next.kind === 'ready' ? fill(evidencePage.title, { name: next.instrument.name }) : evidencePage.name;
      setState(next);
      setObservations(rows);
    };
    void show();
    return () => left.abort();
  }, [database, chosen, language]);

  return (
    <EvidenceView
      state={state}
      instruments={instruments}
      chosen={chosen}
      day={wanted.day}
      onChoose={(id) => {
        location.hash = new URL(evidenceAddress(id, wanted.day), location.href).hash;
      }}
      onDownloadCompanies={(rows) => download(fileName(chosen, 'companies'), constituentsCsv(rows), 'text/csv')}
      onDownload={() => download(fileName(chosen, 'figures'), recordCsv(observations), 'text/csv')}
    />
  );
}

function fileName(instrument: string, what: string): string {
  return `tickmark-${instrument.toLowerCase().replace(/[^a-z0-9.]+/g, '-')}-${what}.csv`;
}

interface Shown {
  readonly next: EvidenceState;
  readonly rows: readonly Observation[];
}

function failure(error: unknown): Shown {
  return { next: { kind: 'failed', error: error instanceof Error ? error.message : String(error) }, rows: [] };
}

async function evidenceOf(database: Database, id: string, language: Language): Promise<Shown> {
  const record = id === '' ? null : await loadRecord(database, id);
  if (record === null) return { next: { kind: 'unknown', id }, rows: [] };
  const { instrument, observations, series, holdings, dataEnd } = record;
  const benchmark = id === BENCHMARK_ID ? null : await loadRecord(database, BENCHMARK_ID);
  return {
    next: {
      kind: 'ready',
      instrument,
      rows: recordRows(observations, language),
      series,
      benchmarkName: BENCHMARK_NAME,
      benchmark: benchmark?.series ?? [],
      definitions: BY_DEFINITION.flatMap((metric) => {
        const picture = definitionChart(observations, metric, language);
        return picture === null ? [] : [{ title: fill(language.words.evidencePage.byDefinition, { metric: metricName(metric, language) }), picture }];
      }),
      sectors: sectorBars(observations, language),
      constituents:
        holdings === null || holdings.companies.length === 0
          ? null
          : { rows: constituentRows(holdings.companies), asOf: formatDate(holdings.asOf, language), source: holdings.source },
      dataEnd,
    },
    rows: observations,
  };
}
