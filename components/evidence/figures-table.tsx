import type { RecordRow } from '../../lib/present/record.ts';
import { SourceLink } from '../source-link.tsx';
import { useLanguage } from '../language.ts';

/** Every figure on record with its definition, date and source. */
export function FiguresTable({ rows, onDownload }: { rows: readonly RecordRow[]; onDownload: () => void }) {
  const { evidencePage, card } = useLanguage().words;
  const { columns } = evidencePage;
  return (
    <section>
      <h2>{evidencePage.figures}</h2>
      {rows.length === 0 ? (
        <p class="tm-dim">{evidencePage.noFigures}</p>
      ) : (
        <>
          <p>
            <button type="button" class="tm-link" onClick={onDownload}>
              {evidencePage.csv}
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
                      <SourceLink source={row.source} newTab={card.newTab} />
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
