import type { RecordRow } from '../../lib/present/record.ts';
import { SourceLink } from '../source-link.tsx';
import { EVIDENCE_PAGE } from '../strings.ts';

/** Every figure on record with its definition, date and source. */
export function FiguresTable({ rows, onDownload }: { rows: readonly RecordRow[]; onDownload: () => void }) {
  const { columns } = EVIDENCE_PAGE;
  return (
    <section>
      <h2>{EVIDENCE_PAGE.figures}</h2>
      {rows.length === 0 ? (
        <p class="tm-dim">{EVIDENCE_PAGE.noFigures}</p>
      ) : (
        <>
          <p>
            <button type="button" class="tm-link" onClick={onDownload}>
              {EVIDENCE_PAGE.csv}
            </button>
          </p>
          <div class="tm-scroll">
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
          </div>
        </>
      )}
    </section>
  );
}
