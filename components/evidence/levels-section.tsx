import { useState } from 'preact/hooks';
import type { LevelSeries } from '../../lib/market/observation.ts';
import { chartOf } from '../../lib/present/chart.ts';
import { formatDate } from '../../lib/present/dates.ts';
import { fill } from '../../lib/present/fill.ts';
import { returnsTable } from '../../lib/present/returns-table.ts';
import { basisName } from '../../lib/present/ticker.ts';
import { Chart } from '../chart.tsx';
import { useLanguage } from '../language.ts';
import { ReturnsTable } from './returns-table.tsx';

const RANGES = ['year', 'y1', 'y5', 'y10', 'all'] as const;
type Range = (typeof RANGES)[number];
type Basis = LevelSeries['basis'];

/** Years back from the end of the data; `year` is this calendar year. */
const YEARS: Readonly<Record<Exclude<Range, 'year'>, number>> = { y1: 1, y5: 5, y10: 10, all: 200 };

export interface LevelsSectionProps {
  readonly name: string;
  /** Series of the instrument, at most one a basis. */
  readonly own: readonly LevelSeries[];
  readonly benchmarkName: string;
  /** Series of what it is compared with; empty for the benchmark itself. */
  readonly benchmark: readonly LevelSeries[];
  readonly dataEnd: string;
  /** The article's day, to be marked; null for none. */
  readonly day: string | null;
}

/** The instrument's levels beside the benchmark's, over a window and on a basis that the reader chooses. */
export function LevelsSection({ name, own, benchmarkName, benchmark, dataEnd, day }: LevelsSectionProps) {
  const language = useLanguage();
  const { evidencePage, chartRanges } = language.words;
  const [range, setRange] = useState<Range>(day === null ? 'y1' : rangeAround(day, dataEnd));
  const [basis, setBasis] = useState<Basis>(own[0]?.basis ?? 'price');
  const bases = own.map((series) => series.basis);
  const [mine, other] = [own, benchmark].map((series) => series.find((one) => one.basis === basis));
  const named = (series: readonly LevelSeries[], title: string) =>
    series.filter((one) => one.basis === basis).map((one) => ({ name: title, series: one }));
  const picture = chartOf([...named(own, name), ...named(benchmark, benchmarkName)], startOf(range, dataEnd, mine), language);
  return (
    <section>
      <h2>{evidencePage.chart}</h2>
      {own.length === 0 ? (
        <p class="tm-dim">{evidencePage.noSeries}</p>
      ) : (
        <>
          <div class="tm-choices">
            <Choices label={evidencePage.range} all={RANGES.map((one) => [one, chartRanges[one]] as const)} chosen={range} onChoose={setRange} />
            {bases.length < 2 ? null : (
              <Choices
                label={evidencePage.basis}
                all={(['price', 'total'] as const).map((one) => [one, basisName(one, language)] as const)}
                chosen={basis}
                onChoose={setBasis}
              />
            )}
          </div>
          {picture === null ? (
            <p class="tm-dim">{evidencePage.noSeries}</p>
          ) : (
            <Chart picture={picture} height={260} marked={day === null ? null : { day, words: fill(evidencePage.articleDay, { date: formatDate(day, language) }) }} />
          )}
          {mine === undefined ? null : (
            <ReturnsTable
              table={returnsTable(mine, other === undefined ? null : { name: benchmarkName, series: other }, { dataEnd, since: day }, language)}
              name={name}
              benchmarkName={other === undefined ? null : benchmarkName}
            />
          )}
        </>
      )}
    </section>
  );
}

/** A row of buttons of which one is pressed. */
function Choices<T extends string>({ label, all, chosen, onChoose }: {
  label: string;
  all: readonly (readonly [T, string])[];
  chosen: T;
  onChoose: (choice: T) => void;
}) {
  return (
    <div class="tm-filter" role="group" aria-label={label}>
      {all.map(([choice, words]) => (
        <button key={choice} type="button" aria-pressed={choice === chosen} onClick={() => onChoose(choice)}>
          {words}
        </button>
      ))}
    </div>
  );
}

/** The shortest range that the day lies in. */
function rangeAround(day: string, dataEnd: string): Range {
  return RANGES.find((range) => startOf(range, dataEnd) <= day) ?? 'all';
}

function startOf(range: Range, dataEnd: string, series?: LevelSeries): string {
  const year = Number(dataEnd.slice(0, 4));
  if (range === 'year') return `${year - 1}-12-31`;
  const start = `${year - YEARS[range]}${dataEnd.slice(4)}`;
  const first = series?.points[0]?.[0];
  return first !== undefined && first > start ? first : start;
}
