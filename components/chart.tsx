import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './chart.css';
import { dayOf, secondsOf, type ChartPicture } from '../lib/present/chart.ts';
import { formatShortDate } from '../lib/present/dates.ts';
import { formatNumber } from '../lib/present/format.ts';
import type { Language } from '../lib/present/language.ts';
import { useLanguage } from './language.ts';

/** Told apart by dashes too, for those who do not tell the colours apart and for forced colours. */
const DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 3], [8, 3, 2, 3]];
const COLOURS = ['--line-1', '--line-2', '--line-3', '--line-4'] as const;
const MARGIN_PX = 34;

/** uPlot's numbers for its kinds of scale. */
const LINEAR = 1;
const LOGARITHMIC = 3;
const WIDE = 8;

export interface ChartProps {
  readonly picture: ChartPicture;
  readonly height: number;
  /** A day to be marked by a vertical line, `YYYY-MM-DD`, with its words in the legend. */
  readonly marked?: { readonly day: string; readonly words: string } | null;
}

/** Level lines over time. What it shows is said in its label and in the legend. */
export function Chart({ picture, height, marked = null }: ChartProps) {
  const language = useLanguage();
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    let plot = draw(element, picture, height, marked?.day ?? null, language);
    const redraw = (): void => {
      plot.destroy();
      plot = draw(element, picture, height, marked?.day ?? null, language);
    };
    // A canvas keeps the colours that it was drawn with.
    const schemes = [matchMedia('(prefers-color-scheme: dark)'), matchMedia('(forced-colors: active)')];
    for (const scheme of schemes) scheme.addEventListener('change', redraw);
    const width = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    width.observe(element);
    return () => {
      for (const scheme of schemes) scheme.removeEventListener('change', redraw);
      width.disconnect();
      plot.destroy();
    };
  }, [picture, height, marked?.day, language]);

  return (
    <figure class="tm-chart">
      <div ref={holder} role="img" aria-label={picture.label} />
      <ul class="tm-chart-legend">
        {picture.lines.map((line, index) => (
          <li key={line.name}>
            <i class={`tm-line-${index + 1}`} aria-hidden="true" />
            {line.name} <b>{line.said}</b>
          </li>
        ))}
        {marked === null ? null : (
          <li>
            <i class="tm-line-mark" aria-hidden="true" />
            {marked.words}
          </li>
        )}
      </ul>
    </figure>
  );
}

/** Whether the largest value is many times the smallest, and none is zero or less. */
function isWide({ lines, isSparse }: ChartPicture): boolean {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  const smallest = Math.min(...values);
  return isSparse && smallest > 0 && Math.max(...values) > smallest * WIDE;
}

/** The colour that a custom property stands for here and now: the property itself keeps `light-dark()` unresolved. */
function colourReader(element: HTMLElement): (name: string) => string {
  return (name) => {
    const before = element.style.color;
    element.style.color = `var(${name})`;
    const { color } = getComputedStyle(element);
    element.style.color = before;
    return color;
  };
}

function draw(element: HTMLElement, picture: ChartPicture, height: number, marked: string | null, language: Language): uPlot {
  const colour = colourReader(element);
  const font = `11px ${getComputedStyle(element).fontFamily}`;
  const grid = { stroke: colour('--rule'), width: 1 };
  const axis = { stroke: colour('--dim'), font, grid, ticks: { show: false }, gap: 4 };
  const options: uPlot.Options = {
    width: Math.max(1, element.clientWidth),
    height,
    padding: [8, 28, 0, 0], // half a date at the right end
    legend: { show: false },
    cursor: { show: false },
    // The days are calendar days: without this a reader west of Greenwich would see each a day early.
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    // A P/E of 900 in a year without profits would press all others to the ground.
    scales: { x: { time: true }, y: { distr: isWide(picture) ? LOGARITHMIC : LINEAR } },
    axes: [
      { ...axis, size: 22, grid: { show: false }, space: 90, values: (_plot, splits) => splits.map((split) => formatShortDate(dayOf(split), language)) },
      { ...axis, size: MARGIN_PX, space: 28, values: (_plot, splits) => splits.map((split) => (split === null ? null : formatNumber(split, { language }))) },
    ],
    series: [
      {},
      ...picture.lines.map((line, index) => ({
        label: line.name,
        stroke: colour(COLOURS[index % COLOURS.length]!),
        dash: [...DASHES[index % DASHES.length]!],
        width: picture.isSparse ? 1 : index === 0 ? 2 : 1.5,
        spanGaps: true,
        points: { show: picture.isSparse, size: 6, fill: colour(COLOURS[index % COLOURS.length]!) },
      })),
    ],
    hooks: {
      draw: [
        (plot) => {
          if (marked === null) return;
          const x = plot.valToPos(secondsOf(marked), 'x', true);
          const { ctx, bbox } = plot;
          if (x < bbox.left || x > bbox.left + bbox.width) return;
          ctx.save();
          ctx.strokeStyle = colour('--text');
          ctx.lineWidth = devicePixelRatio;
          ctx.beginPath();
          ctx.moveTo(x, bbox.top);
          ctx.lineTo(x, bbox.top + bbox.height);
          ctx.stroke();
          ctx.restore();
        },
      ],
    },
  };
  return new uPlot(options, [[...picture.seconds], ...picture.lines.map(({ values }) => [...values])], element);
}
