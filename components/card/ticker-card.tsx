import type { Finding } from '../../lib/check/finding.ts';
import type { MeasuredReturn, TickerSummary } from '../../lib/check/report.ts';
import { formatDate } from '../../lib/present/dates.ts';
import { fill } from '../../lib/present/fill.ts';
import { formatNumber } from '../../lib/present/format.ts';
import { extent, indexTo100, thin } from '../../lib/present/picture.ts';
import { readingOf } from '../../lib/present/reading.ts';
import { exchangeName, figureLines, kindName, returnFigure } from '../../lib/present/ticker.ts';
import { BENCHMARK_ID, BENCHMARK_NAME, VERDICT_WORDS } from '../../lib/present/words.ts';
import { SourceLink } from '../source-link.tsx';
import { CARD, TICKER } from '../strings.ts';
import { VerdictMark } from '../verdict-mark.tsx';

export interface TickerCardProps {
  readonly summary: TickerSummary;
  /** The page's claims about this instrument. */
  readonly findings: readonly Finding[];
  readonly dataEnd: string;
  readonly onClose: () => void;
  /** Jumps to a claim on the page. Without it the claims are listed as text. */
  readonly onShow?: (claimId: number) => void;
}

/** The card of one instrument. What is not on record is said, not left out. */
export function TickerCard({ summary, findings, dataEnd, onClose, onShow }: TickerCardProps) {
  const { instrument, tracksName } = summary;
  const about = [instrument.symbol, exchangeName(instrument), kindName(instrument), instrument.sector];
  return (
    <div class="tm tm-card">
      <button type="button" class="tm-close" aria-label={CARD.close} title={CARD.close} onClick={onClose}>
        ×
      </button>
      <section class="tm-ticker">
        <h2>{instrument.name}</h2>
        <p class="tm-reading">{about.filter((part) => part !== null).join(' · ')}</p>
        {tracksName === null ? null : <p class="tm-reading">{fill(TICKER.tracks, { index: tracksName })}</p>}
        <ThisYear summary={summary} />
        <Figures summary={summary} />
        <Memberships summary={summary} />
        <Claims findings={findings} onShow={onShow} />
        <p class="tm-note">{fill(TICKER.dataEnd, { date: formatDate(dataEnd) })}</p>
      </section>
    </div>
  );
}

function ThisYear({ summary }: { summary: TickerSummary }) {
  if (summary.thisYear === null) return <p class="tm-note">{TICKER.noSeries}</p>;
  const { own, benchmark } = summary.thisYear;
  const isBenchmark = summary.instrument.id === BENCHMARK_ID;
  return (
    <>
      <dl class="tm-sides">
        <div>
          <dt>{fill(TICKER.thisYear, { date: formatDate(own.to) })}</dt>
          <dd>
            <b>{returnFigure(own)}</b>
            <small>{basisWords(own)}</small>
          </dd>
        </div>
        {benchmark === null || isBenchmark ? null : (
          <div>
            <dt>{fill(TICKER.against, { name: BENCHMARK_NAME })}</dt>
            <dd>
              <b>{returnFigure(benchmark)}</b>
              <small>{basisWords(benchmark)}</small>
            </dd>
          </div>
        )}
      </dl>
      <Sparkline points={summary.sparkline} />
      <p class="tm-sources">
        <SourceLink source={own.source} />
      </p>
    </>
  );
}

function basisWords(measured: MeasuredReturn): string {
  return measured.basis === 'price' ? TICKER.returnPrice : TICKER.returnTotal;
}

const WIDTH = 340;
const HEIGHT = 44;

function Sparkline({ points }: { points: TickerSummary['sparkline'] }) {
  const indexed = thin(indexTo100(points), 80);
  const first = indexed[0];
  const last = indexed.at(-1);
  if (!first || !last || indexed.length < 3) return null;
  const [low, high] = extent(indexed.map(([, level]) => level));
  const start = Date.parse(first[0]);
  const length = Math.max(1, Date.parse(last[0]) - start);
  const y = (level: number): number => Math.round((HEIGHT - 3 - ((level - low) / (high - low)) * (HEIGHT - 6)) * 10) / 10;
  const path = indexed.map(([day, level]) => `${Math.round(((Date.parse(day) - start) / length) * WIDTH)} ${y(level)}`);
  return (
    <svg class="tm-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={TICKER.sparkline}>
      <path class="tm-track tm-base" d={`M0 ${y(100)}H${WIDTH}`} />
      <path class="tm-line tm-subject" d={`M${path.join('L')}`} />
    </svg>
  );
}

function Figures({ summary }: { summary: TickerSummary }) {
  const lines = figureLines(summary);
  if (lines.length === 0) return <p class="tm-note">{TICKER.noFigures}</p>;
  return (
    <>
      <h3>{TICKER.onRecord}</h3>
      <ul class="tm-list">
        {lines.map((line) => (
          <li>
            <div class="tm-row">
              <span>
                {line.name}
                {line.definition === null ? null : <span class="tm-dim">, {line.definition}</span>}
              </span>
              <b>{line.figure}</b>
            </div>
            <span class="tm-dim">
              {line.asOf} · <SourceLink source={line.source} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Memberships({ summary }: { summary: TickerSummary }) {
  if (summary.memberships.length === 0) {
    return summary.instrument.kind === 'stock' ? <p class="tm-note">{TICKER.noMembership}</p> : null;
  }
  return (
    <>
      <h3>{TICKER.heldIn}</h3>
      <ul class="tm-list">
        {summary.memberships.map((item) => (
          <li>
            <div class="tm-row">
              <span>{item.indexName}</span>
              <b>{item.weightPercent === null ? TICKER.member : `${formatNumber(item.weightPercent)}%`}</b>
            </div>
            <span class="tm-dim">
              {formatDate(item.asOf)} · <SourceLink source={item.source} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Claims({ findings, onShow }: Pick<TickerCardProps, 'findings' | 'onShow'>) {
  if (findings.length === 0) return null;
  return (
    <>
      <h3>{TICKER.claims}</h3>
      <ul class="tm-list">
        {findings.map((finding) => {
          const { metric, value } = readingOf(finding);
          const words = (
            <>
              <VerdictMark verdict={finding.verdict} /> {metric} {value}
              <span class="tm-dim">, {VERDICT_WORDS[finding.verdict]}</span>
            </>
          );
          return (
            <li key={finding.claim.id}>
              {onShow ? (
                <button type="button" class="tm-jump" onClick={() => onShow(finding.claim.id)}>
                  {words}
                </button>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
