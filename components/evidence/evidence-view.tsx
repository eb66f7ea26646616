import type { Instrument } from '../../lib/market/instrument.ts';
import type { LevelSeries } from '../../lib/market/observation.ts';
import type { ChartPicture } from '../../lib/present/chart.ts';
import { formatDate } from '../../lib/present/dates.ts';
import { fill } from '../../lib/present/fill.ts';
import type { RecordRow } from '../../lib/present/record.ts';
import type { SectorBars } from '../../lib/present/sectors.ts';
import { aboutLine } from '../../lib/present/ticker.ts';
import { Chart } from '../chart.tsx';
import { useLanguage } from '../language.ts';
import { ConstituentsTable, type ConstituentsProps } from './constituents-table.tsx';
import { FiguresTable } from './figures-table.tsx';
import { LevelsSection } from './levels-section.tsx';
import { SectorsSection } from './sectors-section.tsx';

/** What is on record of one instrument. */
export interface EvidenceReady {
  readonly kind: 'ready';
  readonly instrument: Instrument;
  readonly rows: readonly RecordRow[];
  readonly series: readonly LevelSeries[];
  readonly benchmarkName: string;
  readonly benchmark: readonly LevelSeries[];
  /** Charts by definition, each with its heading. */
  readonly definitions: readonly { readonly title: string; readonly picture: ChartPicture }[];
  readonly sectors: SectorBars | null;
  /** The companies of the fund, or of the fund that stands for the index; null without its holdings. */
  readonly constituents: Omit<ConstituentsProps, 'onDownload'> | null;
  readonly dataEnd: string;
}

export type EvidenceState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'unknown'; readonly id: string }
  | EvidenceReady;

export interface EvidenceViewProps {
  readonly state: EvidenceState;
  /** What can be chosen, by name. */
  readonly instruments: readonly Instrument[];
  readonly chosen: string;
  /** The day of the article from which the reader comes; null for none. */
  readonly day: string | null;
  readonly onChoose: (id: string) => void;
  readonly onDownload: () => void;
  readonly onDownloadCompanies: ConstituentsProps['onDownload'];
}

/** What is on record of one instrument, with source and as-of date of each figure. */
export function EvidenceView(props: EvidenceViewProps) {
  const { state, instruments, chosen, onChoose } = props;
  const { evidencePage } = useLanguage().words;
  return (
    <main class="tm tm-evidence">
      <label class="tm-field">
        {evidencePage.choose}
        <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
          {instruments.some(({ id }) => id === chosen) ? null : <option value={chosen}>{chosen === '' ? evidencePage.chooseOne : chosen}</option>}
          {instruments.map(({ id, name, symbol }) => (
            <option key={id} value={id}>
              {name}
              {symbol === null ? '' : ` (${symbol})`}
            </option>
          ))}
        </select>
      </label>
      {state.kind === 'ready' ? <Ready {...props} state={state} /> : <Missing state={state} />}
    </main>
  );
}

function Missing({ state }: { state: Exclude<EvidenceState, EvidenceReady> }) {
  const { evidencePage } = useLanguage().words;
  if (state.kind === 'loading') return <p role="status">{evidencePage.loading}</p>;
  if (state.kind === 'failed') return <p role="alert">{fill(evidencePage.failed, { error: state.error })}</p>;
  return (
    <>
      <h1>{evidencePage.name}</h1>
      <p>{state.id === '' ? evidencePage.none : fill(evidencePage.unknown, { id: state.id })}</p>
    </>
  );
}

function Ready({ state, day, onDownload, onDownloadCompanies }: EvidenceViewProps & { state: EvidenceReady }) {
  const { instrument, rows, series, benchmarkName, benchmark, definitions, sectors, constituents, dataEnd } = state;
  const language = useLanguage();
  return (
    <>
      <h1>{instrument.name}</h1>
      <p class="tm-dim">
        {aboutLine(instrument, language)} · {fill(language.words.card.ticker.dataEnd, { date: formatDate(dataEnd, language) })}
      </p>
      <LevelsSection
        key={`${instrument.id}@${day}`}
        name={instrument.name}
        own={series}
        benchmarkName={benchmarkName}
        benchmark={benchmark}
        dataEnd={dataEnd}
        day={day}
      />
      {definitions.map(({ title, picture }) => (
        <section key={title}>
          <h2>{title}</h2>
          <Chart picture={picture} height={180} />
        </section>
      ))}
      {constituents === null ? null : <ConstituentsTable {...constituents} onDownload={onDownloadCompanies} />}
      <SectorsSection bars={sectors} />
      <FiguresTable rows={rows} onDownload={onDownload} />
    </>
  );
}
