import type { ReturnsTable as Table } from '../../lib/present/returns-table.ts';
import { useLanguage } from '../language.ts';

/** Returns over the usual windows beside the benchmark's. Nothing where no window is on record. */
export function ReturnsTable({ table, name, benchmarkName }: { table: Table; name: string; benchmarkName: string | null }) {
  const { returns } = useLanguage().words.evidencePage;
  if (table.rows.length === 0) return null;
  const columns = [returns.window, returns.days, name, ...(benchmarkName === null ? [] : [benchmarkName, returns.difference])];
  return (
    <>
      <h3>{returns.title}</h3>
      <div class="tm-scroll">
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.window}>
                <th scope="row">{row.window}</th>
                <td>{row.days}</td>
                <td class="tm-figure">{row.own}</td>
                {benchmarkName === null ? null : (
                  <>
                    <td>{row.benchmark ?? returns.none}</td>
                    <td>{row.difference ?? returns.none}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.remarks.map((remark) => (
        <p key={remark} class="tm-small">
          {remark}
        </p>
      ))}
    </>
  );
}
