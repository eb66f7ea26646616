import type { CardWords } from '../../lib/present/page-views.ts';
import type { AxisMark, AxisPicture } from '../../lib/present/picture.ts';

const WIDTH = 340;
const PAD = 6;

/** The claim's interval as a band and each figure on record as a row with its point on the same axis. */
export function AxisView({ picture, words }: { picture: AxisPicture; words: CardWords }) {
  const [from, to] = picture.domain;
  const x = (value: number): number => PAD + ((value - from) / (to - from)) * (WIDTH - 2 * PAD);
  const left = picture.claim.low === null ? 0 : x(picture.claim.low);
  const right = picture.claim.high === null ? WIDTH : x(picture.claim.high);
  const band = <rect class="tm-band" x={left} y="0" width={Math.max(2, right - left)} height="12" rx="2" />;
  return (
    <figure class="tm-axis" aria-label={words.axis}>
      <div class="tm-row">
        <span class="tm-key" aria-hidden="true" />
        <span>{words.articleRange}</span>
      </div>
      {picture.marks.map((mark) => (
        <div class="tm-row-block">
          <div class="tm-row">
            <span>
              {mark.label ?? mark.date}
              {mark.label === null ? null : <span class="tm-dim">, {mark.date}</span>}
              {mark.role === 'now' ? <span class="tm-dim"> ({words.latest})</span> : null}
            </span>
            <b>{mark.figure}</b>
          </div>
          <svg viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true">
            {band}
            <path class="tm-track" d={`M${PAD} 6H${WIDTH - PAD}`} />
            <Point mark={mark} x={x} />
          </svg>
        </div>
      ))}
      <svg class="tm-ticks" viewBox={`0 0 ${WIDTH} 14`} aria-hidden="true">
        {picture.ticks.map((tick) => (
          <g>
            <path class="tm-track" d={`M${x(tick.value)} 0v3`} />
            <text x={x(tick.value)} y="12" text-anchor={anchorOf(x(tick.value))}>
              {tick.label}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** A label at an end of the axis must not be cut off. */
function anchorOf(x: number): 'start' | 'middle' | 'end' {
  return x < 24 ? 'start' : x > WIDTH - 24 ? 'end' : 'middle';
}

function Point({ mark, x }: { mark: AxisMark; x: (value: number) => number }) {
  const low = mark.low === null ? null : x(mark.low);
  const high = mark.high === null ? null : x(mark.high);
  const kind = mark.fits ? 'tm-point tm-fits' : 'tm-point';
  if (low !== null && high !== null && high - low < 2) return <circle class={kind} cx={(low + high) / 2} cy="6" r="4.5" />;
  const start = low ?? PAD;
  const end = high ?? WIDTH - PAD;
  return <rect class={kind} x={start} y="3.5" width={Math.max(4, end - start)} height="5" rx="2.5" />;
}
