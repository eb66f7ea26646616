import { useEffect, useState } from 'preact/hooks';
import { EvidenceView, type EvidenceState } from '../../components/evidence/evidence-view.tsx';
import { Database } from '../../lib/data/database.ts';
import { listIndicesAndFunds, loadRecord } from '../../lib/data/instrument-record.ts';
import type { Instrument } from '../../lib/market/instrument.ts';
import type { Observation } from '../../lib/market/observation.ts';
import { download } from '../../lib/platform/download.ts';
import { comparedLevels, recordCsv, recordRows } from '../../lib/present/record.ts';
import { BENCHMARK_ID, BENCHMARK_NAME } from '../../lib/present/words.ts';

/** The chart begins with the last ten calendar years or so; older levels are monthly and seldom asked for. */
const CHART_FROM = '2015-12-31';

/** Wires the evidence page to the database; the instrument stands in the address after `#`. */
export function EvidenceApp() {
  const [database] = useState(() => new Database());
  const [chosen, setChosen] = useState(instrumentInAddress);
  const [state, setState] = useState<EvidenceState>({ kind: 'loading' });
  const [observations, setObservations] = useState<readonly Observation[]>([]);
  const [instruments, setInstruments] = useState<readonly Instrument[]>([]);

  useEffect(() => {
    const follow = (): void => setChosen(instrumentInAddress());
    addEventListener('hashchange', follow);
    listIndicesAndFunds(database).then(setInstruments, () => setInstruments([]));
    return () => removeEventListener('hashchange', follow);
  }, [database]);

  useEffect(() => {
    const left = new AbortController();
    const show = async (): Promise<void> => {
      const { next, rows } = await evidenceOf(database, chosen).catch(failure);
      if (left.signal.aborted) return;
      setState(next);
      setObservations(rows);
    };
    void show();
    return () => left.abort();
  }, [database, chosen]);

  return (
    <EvidenceView
      state={state}
      instruments={instruments}
      chosen={chosen}
      onChoose={(id) => {
        location.hash = encodeURIComponent(id);
      }}
      onDownload={() => download(`tickmark-${chosen.toLowerCase().replace(/[^a-z0-9.]+/g, '-')}.csv`, recordCsv(observations), 'text/csv')}
    />
  );
}

function instrumentInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

interface Shown {
  readonly next: EvidenceState;
  readonly rows: readonly Observation[];
}

function failure(error: unknown): Shown {
  return { next: { kind: 'failed', error: error instanceof Error ? error.message : String(error) }, rows: [] };
}

async function evidenceOf(database: Database, id: string): Promise<Shown> {
  const record = id === '' ? null : await loadRecord(database, id);
  if (record === null) return { next: { kind: 'unknown', id }, rows: [] };
  const { instrument, observations, series, dataEnd } = record;
  const benchmark = id === BENCHMARK_ID ? null : await loadRecord(database, BENCHMARK_ID);
  const [own] = series;
  const other = benchmark?.series.find(({ basis }) => basis === own?.basis);
  const chart =
    own === undefined
      ? null
      : comparedLevels({ name: instrument.name, series: own }, other ? { name: BENCHMARK_NAME, series: other } : null, CHART_FROM);
  return {
    next: { kind: 'ready', instrument, rows: recordRows(observations), chart, basis: own?.basis ?? 'price', dataEnd },
    rows: observations,
  };
}
