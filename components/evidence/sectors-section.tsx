import { fill } from '../../lib/present/fill.ts';
import type { SectorBars } from '../../lib/present/sectors.ts';
import { SourceLink } from '../source-link.tsx';
import { useLanguage } from '../language.ts';

/** The newest sector weights as bars. Nothing where none are on record. */
export function SectorsSection({ bars }: { bars: SectorBars | null }) {
  const { evidencePage, card } = useLanguage().words;
  if (bars === null) return null;
  return (
    <section>
      <h2>{evidencePage.sectors}</h2>
      <p class="tm-dim tm-small">
        {fill(evidencePage.asOf, { date: bars.asOf })} · <SourceLink source={bars.source} newTab={card.newTab} />
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
