import { useMemo, useRef, useState } from 'preact/hooks';
import {
  filterConstituents,
  sectorsOf,
  sortConstituents,
  type ConstituentColumn,
  type ConstituentFilter,
  type ConstituentRow,
} from '../../lib/present/constituents.ts';
import { formatShortDate } from '../../lib/present/dates.ts';
import { fill } from '../../lib/present/fill.ts';
import { formatFigure, formatNumber, formatPercent } from '../../lib/present/format.ts';
import type { Source } from '../../lib/market/observation.ts';
import { sectorName } from '../../lib/present/sector-name.ts';
import { wordOf } from '../../lib/present/word-of.ts';
import { SourceLink } from '../source-link.tsx';
import { useLanguage } from '../language.ts';
import { useVirtualRows } from '../virtual-rows.ts';

/** Height of a row; the style sheet has the same. */
const ROW_PX = 28;
const NONE = '–';
const KINDS: readonly ConstituentFilter['which'][] = ['all', 'losses', 'profits', 'unknown'];

export interface ConstituentsProps {
  readonly rows: readonly ConstituentRow[];
  /** In words. */
  readonly asOf: string;
  readonly source: Source;
  /** The rows as they are listed, in their order. */
  readonly onDownload: (rows: readonly ConstituentRow[]) => void;
}

const COLUMNS: readonly ConstituentColumn[] = ['rank', 'symbol', 'name', 'sector', 'weightPercent', 'netIncome', 'marketValue', 'pe'];
/** Largest first when they are first chosen. */
const FIGURES: ReadonlySet<ConstituentColumn> = new Set(['weightPercent', 'netIncome', 'marketValue', 'pe']);

/** The companies of a fund, and what each contributes to the computed figures. */
export function ConstituentsTable({ rows, asOf, source, onDownload }: ConstituentsProps) {
  const language = useLanguage();
  const { companies, evidencePage, card } = language.words;
  const [filter, setFilter] = useState<ConstituentFilter>({ which: 'all', sector: null, query: '' });
  const [order, setOrder] = useState<{ column: ConstituentColumn; descending: boolean }>({ column: 'rank', descending: false });
  const listed = useMemo(
    () => sortConstituents(filterConstituents(rows, filter), order.column, order.descending),
    [rows, filter, order],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const { items, totalPx } = useVirtualRows(scroller, listed.length, ROW_PX);
  const above = items[0]?.start ?? 0;
  const below = totalPx - (items.at(-1)?.end ?? 0);
  const choose = (column: ConstituentColumn): void =>
    setOrder((before) => ({ column, descending: before.column === column ? !before.descending : FIGURES.has(column) }));
  return (
    <section>
      <h2>{companies.title}</h2>
      <p class="tm-dim tm-small">
        {fill(evidencePage.asOf, { date: asOf })} · <SourceLink source={source} newTab={card.newTab} />
      </p>
      <Filters rows={rows} filter={filter} onFilter={setFilter} />
      <p class="tm-row tm-small">
        <span role="status">{fill(companies.listed, { n: formatNumber(listed.length, { language }), all: formatNumber(rows.length, { language }) })}</span>
        <button type="button" class="tm-link" onClick={() => onDownload(listed)}>
          {evidencePage.csv}
        </button>
      </p>
      {/* Reached by keyboard, so that it can be scrolled by keyboard. */}
      <div class="tm-companies" ref={scroller} tabIndex={0} role="region" aria-label={companies.title}>
        <table aria-rowcount={listed.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {COLUMNS.map((column) => (
                <th
                  key={column}
                  scope="col"
                  class={FIGURES.has(column) ? 'tm-figure' : undefined}
                  aria-sort={order.column !== column ? 'none' : order.descending ? 'descending' : 'ascending'}
                >
                  <button type="button" onClick={() => choose(column)}>
                    {companies.columns[column]}
                    <span aria-hidden="true">{order.column !== column ? '' : order.descending ? ' ↓' : ' ↑'}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {above > 0 ? <Space px={above} /> : null}
            {items.map(({ index }) => {
              const row = listed[index];
              return row === undefined ? null : <Row key={row.rank} row={row} index={index} />;
            })}
            {below > 0 ? <Space px={below} /> : null}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** In place of the rows that are out of sight. */
function Space({ px }: { px: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={COLUMNS.length} style={{ height: px, padding: 0, border: 0 }} />
    </tr>
  );
}

function Row({ row, index }: { row: ConstituentRow; index: number }) {
  const language = useLanguage();
  const { companies, constituents } = language.words;
  const sector = row.sector === null ? null : sectorName(row.sector, language);
  const isLoss = row.netIncome !== null && row.netIncome < 0;
  return (
    <tr aria-rowindex={index + 2} class={isLoss ? 'tm-loss' : undefined}>
      <td>{row.rank}</td>
      <td>
        <b>{row.symbol ?? NONE}</b>
      </td>
      <th scope="row" title={row.name}>
        {row.name}
      </th>
      <td title={sector ?? undefined}>{sector ?? NONE}</td>
      <td class="tm-figure">{formatPercent(row.weightPercent, { language, decimals: 2 })}</td>
      <td class="tm-figure" title={row.incomeEnd === null ? undefined : fill(companies.incomeTo, { date: formatShortDate(row.incomeEnd, language) })}>
        {row.netIncome === null ? <span class="tm-dim">{row.missing === null ? NONE : wordOf(constituents.missing, row.missing)}</span> : formatFigure(row.netIncome, 'USD', { language })}
      </td>
      <td class="tm-figure">{row.marketValue === null ? NONE : formatFigure(row.marketValue, 'USD', { language })}</td>
      <td class="tm-figure">{isLoss ? companies.loss : row.pe === null ? NONE : formatNumber(row.pe, { language, decimals: 1 })}</td>
    </tr>
  );
}

function Filters({ rows, filter, onFilter }: {
  rows: readonly ConstituentRow[];
  filter: ConstituentFilter;
  onFilter: (filter: ConstituentFilter) => void;
}) {
  const language = useLanguage();
  const { companies } = language.words;
  const sectors = useMemo(() => sectorsOf(rows), [rows]);
  return (
    <div class="tm-choices">
      <input
        type="search"
        value={filter.query}
        placeholder={companies.search}
        aria-label={companies.search}
        onInput={(event) => onFilter({ ...filter, query: event.currentTarget.value })}
      />
      <div class="tm-filter" role="group" aria-label={companies.which}>
        {KINDS.map((which) => (
          <button key={which} type="button" aria-pressed={filter.which === which} onClick={() => onFilter({ ...filter, which })}>
            {companies.kinds[which]}
          </button>
        ))}
      </div>
      <select
        aria-label={companies.columns.sector}
        value={filter.sector ?? ''}
        onChange={(event) => onFilter({ ...filter, sector: event.currentTarget.value === '' ? null : event.currentTarget.value })}
      >
        <option value="">{companies.allSectors}</option>
        {sectors.map((sector) => (
          <option key={sector} value={sector}>
            {sectorName(sector, language)}
          </option>
        ))}
      </select>
    </div>
  );
}
