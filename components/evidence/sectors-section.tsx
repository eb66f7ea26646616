import { fill } from '../../lib/present/fill.ts';
import type { SectorBars } from '../../lib/present/sectors.ts';
import { SourceLink } from '../source-link.tsx';
import { EVIDENCE_PAGE } from '../strings.ts';

/** The newest sector weights as bars. Nothing where none are on record. */
export function SectorsSection({ bars }: { bars: SectorBars | null }) {
  if (bars === null) return null;
  return (
    <section>
      <h2>{EVIDENCE_PAGE.sectors}</h2>
      <p class="tm-dim tm-small">
        {fill(EVIDENCE_PAGE.asOf, { date: bars.asOf })} · <SourceLink source={bars.source} />
      </p>
      <table class="tm-bars">
        <tbody>
          {bars.rows.map((row) => (
            <tr key={row.sector}>
              <th scope="row">{row.sector}</th>
              <td class="tm-figure">{row.figure}</td>
              <td aria-hidden="true">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none">
                  <rect width={row.share * 100} height="8" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
