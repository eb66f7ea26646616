import type { CardWords } from '../lib/present/page-views.ts';
import type { LinesPicture } from '../lib/present/picture.ts';

const WIDTH = 340;
const HEIGHT = 84;
const PAD = 5;

/** Level series over one window, each indexed to 100 at its first day. Time runs by calendar days. */
export function LinesView({ picture, words }: { picture: LinesPicture; words: CardWords }) {
  const start = Date.parse(picture.from);
  const length = Math.max(1, Date.parse(picture.to) - start);
  const [low, high] = [Math.min(picture.domain[0], 100), Math.max(picture.domain[1], 100)];
  const x = (day: string): number => PAD + ((Date.parse(day) - start) / length) * (WIDTH - 2 * PAD);
  const y = (level: number): number => HEIGHT - PAD - ((level - low) / (high - low || 1)) * (HEIGHT - 2 * PAD);
  return (
    <figure class="tm-lines">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.lines}>
        <path class="tm-track tm-base" d={`M0 ${y(100)}H${WIDTH}`} />
        {picture.until === null ? null : <path class="tm-track tm-until" d={`M${round(x(picture.until))} 0V${HEIGHT}`} />}
        {picture.lines.toReversed().map((line) => (
          <path class={`tm-line tm-${line.party}`} d={`M${line.points.map(([day, level]) => `${round(x(day))} ${round(y(level))}`).join('L')}`} />
        ))}
      </svg>
      <div class="tm-row tm-dim">
        <span>{picture.days.from} = 100</span>
        {picture.days.until === null ? null : <span>{picture.days.until}</span>}
        <span>{picture.days.to}</span>
      </div>
      <ul class="tm-legend">
        {picture.lines.map((line) => (
          <li>
            <i class={`tm-${line.party}`} aria-hidden="true" />
            {line.name} <b>{line.end}</b>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
