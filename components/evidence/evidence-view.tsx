import type { Instrument } from '../../lib/market/instrument.ts';
import { formatDate } from '../../lib/present/dates.ts';
import { fill } from '../../lib/present/fill.ts';
import type { LinesPicture } from '../../lib/present/picture.ts';
import type { RecordRow } from '../../lib/present/record.ts';
import { exchangeName, kindName } from '../../lib/present/ticker.ts';
import { LinesView } from '../lines-picture.tsx';
import { SourceLink } from '../source-link.tsx';
import { EVIDENCE_PAGE, TICKER } from '../strings.ts';

export type EvidenceState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'unknown'; readonly id: string }
  | {
      readonly kind: 'ready';
      readonly instrument: Instrument;
      readonly rows: readonly RecordRow[];
      readonly chart: LinesPicture | null;
      readonly basis: 'price' | 'total';
      readonly dataEnd: string;
    };

export interface EvidenceViewProps {
  readonly state: EvidenceState;
  /** What can be chosen, by name. */
  readonly instruments: readonly Instrument[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly onDownload: () => void;
}

/** What is on record of one instrument, with source and as-of date of each figure. */
export function EvidenceView({ state, instruments, chosen, onChoose, onDownload }: EvidenceViewProps) {
  return (
    <main class="tm tm-evidence">
      <label class="tm-field">
        {EVIDENCE_PAGE.choose}
        <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
          {instruments.some(({ id }) => id === chosen) ? null : <option value={chosen}>{chosen}</option>}
          {instruments.map(({ id, name, symbol }) => (
            <option key={id} value={id}>
              {name}
              {symbol === null ? '' : ` (${symbol})`}
            </option>
          ))}
        </select>
      </label>
      <div aria-live="polite">
        <Content state={state} onDownload={onDownload} />
      </div>
    </main>
  );
}

function Content({ state, onDownload }: Pick<EvidenceViewProps, 'state' | 'onDownload'>) {
  if (state.kind === 'loading') return <p>{EVIDENCE_PAGE.loading}</p>;
  if (state.kind === 'failed') return <p>{fill(EVIDENCE_PAGE.failed, { error: state.error })}</p>;
  if (state.kind === 'unknown') {
    return <p>{state.id === '' ? EVIDENCE_PAGE.none : fill(EVIDENCE_PAGE.unknown, { id: state.id })}</p>;
  }
  const { instrument, rows, chart, basis, dataEnd } = state;
  const about = [instrument.symbol, exchangeName(instrument), kindName(instrument), instrument.sector];
  return (
    <>
      <h1>{fill(EVIDENCE_PAGE.title, { name: instrument.name })}</h1>
      <p class="tm-dim">
        {about.filter((part) => part !== null).join(' · ')} · {fill(TICKER.dataEnd, { date: formatDate(dataEnd) })}
      </p>
      <h2>{EVIDENCE_PAGE.chart}</h2>
      {chart === null ? (
        <p class="tm-dim">{EVIDENCE_PAGE.noSeries}</p>
      ) : (
        <>
          <LinesView picture={chart} label={EVIDENCE_PAGE.chart} />
          <p class="tm-dim tm-small">
            {fill(EVIDENCE_PAGE.chartNote, {
              date: formatDate(chart.from),
              basis: basis === 'price' ? TICKER.returnPrice : TICKER.returnTotal,
            })}
          </p>
        </>
      )}
      <h2>{EVIDENCE_PAGE.figures}</h2>
      {rows.length === 0 ? <p class="tm-dim">{EVIDENCE_PAGE.noFigures}</p> : <Table rows={rows} onDownload={onDownload} />}
    </>
  );
}

function Table({ rows, onDownload }: { rows: readonly RecordRow[]; onDownload: () => void }) {
  const { columns } = EVIDENCE_PAGE;
  return (
    <>
      <p>
        <button type="button" class="tm-link" onClick={onDownload}>
          {EVIDENCE_PAGE.csv}
        </button>
      </p>
      <table>
        <thead>
          <tr>
            {[columns.metric, columns.definition, columns.figure, columns.asOf, columns.source].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id}>
              <th scope="row">{rows[index - 1]?.metric === row.metric ? <span class="tm-same">{row.metric}</span> : row.metric}</th>
              <td>{row.definition}</td>
              <td class="tm-figure">{row.figure}</td>
              <td>{row.asOf}</td>
              <td>
                <SourceLink source={row.source} />
                <small class="tm-dim">{row.method}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
