import { fill } from '../../lib/present/fill.ts';
import type { ClaimView } from '../../lib/present/claim-view.ts';
import type { ReturnView, TickerView } from '../../lib/present/ticker-view.ts';
import { SourceLink } from '../source-link.tsx';
import { CARD, TICKER } from '../strings.ts';
import { VerdictMark } from '../verdict-mark.tsx';
import { actionsOf, CardActions, type TickerAction } from './card-actions.tsx';

export interface TickerCardProps {
  readonly ticker: TickerView;
  /** The page's claims about this instrument. */
  readonly claims: readonly ClaimView[];
  readonly onClose: () => void;
  /** Jumps to a claim on the page. Without it the claims are listed as text. */
  readonly onShow?: (claimId: number) => void;
  /** What was just done. */
  readonly said?: string | null;
  /** Without it the card has no buttons but the one that closes it. */
  readonly onAct?: (action: TickerAction) => void;
}

const ACTIONS = actionsOf(CARD.tickerActions);

/** The card of one instrument. What is not on record is said, not left out. */
export function TickerCard({ ticker, claims, onClose, onShow, said = null, onAct }: TickerCardProps) {
  return (
    <div class="tm tm-card">
      <button type="button" class="tm-close" aria-label={CARD.close} title={CARD.close} onClick={onClose}>
        ×
      </button>
      <section class="tm-ticker">
        <h2>{ticker.name}</h2>
        <p class="tm-reading">{ticker.about}</p>
        {ticker.tracks === null ? null : <p class="tm-reading">{fill(TICKER.tracks, { index: ticker.tracks })}</p>}
        <ThisYear ticker={ticker} />
        <Figures ticker={ticker} />
        <Memberships ticker={ticker} />
        {ticker.missing.map((sentence) => (
          <p class="tm-note" key={sentence}>
            {sentence}
          </p>
        ))}
        <Claims claims={claims} onShow={onShow} />
        <p class="tm-note">{fill(TICKER.dataEnd, { date: ticker.dataEnd })}</p>
        {onAct ? <CardActions actions={ACTIONS} said={said} onAct={onAct} /> : null}
      </section>
    </div>
  );
}

function ThisYear({ ticker: { thisYear, sparkline } }: { ticker: TickerView }) {
  if (thisYear === null) return <p class="tm-note">{TICKER.noSeries}</p>;
  const { own, benchmark, to, source } = thisYear;
  return (
    <>
      <dl class="tm-sides">
        <Return title={fill(TICKER.thisYear, { date: to })} value={own} />
        {benchmark === null ? null : <Return title={fill(TICKER.against, { name: benchmark.name })} value={benchmark} />}
      </dl>
      {sparkline === null ? null : <Sparkline {...sparkline} />}
      <p class="tm-sources">
        <SourceLink source={source} />
      </p>
    </>
  );
}

function Return({ title, value }: { title: string; value: ReturnView }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <b>{value.figure}</b>
        <small>{value.basis === 'price' ? TICKER.returnPrice : TICKER.returnTotal}</small>
      </dd>
    </div>
  );
}

const WIDTH = 340;
const HEIGHT = 44;

function Sparkline({ points, domain: [low, high] }: NonNullable<TickerView['sparkline']>) {
  const start = Date.parse(points[0]?.[0] ?? '');
  const length = Math.max(1, Date.parse(points.at(-1)?.[0] ?? '') - start);
  const y = (level: number): number => Math.round((HEIGHT - 3 - ((level - low) / (high - low)) * (HEIGHT - 6)) * 10) / 10;
  const path = points.map(([day, level]) => `${Math.round(((Date.parse(day) - start) / length) * WIDTH)} ${y(level)}`);
  return (
    <svg class="tm-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={TICKER.sparkline}>
      <path class="tm-track tm-base" d={`M0 ${y(100)}H${WIDTH}`} />
      <path class="tm-line tm-subject" d={`M${path.join('L')}`} />
    </svg>
  );
}

function Figures({ ticker: { figures } }: { ticker: TickerView }) {
  if (figures.length === 0) return <p class="tm-note">{TICKER.noFigures}</p>;
  return (
    <>
      <h3>{TICKER.onRecord}</h3>
      <ul class="tm-list">
        {figures.map((line) => (
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

function Memberships({ ticker: { memberships } }: { ticker: TickerView }) {
  if (memberships.length === 0) return null;
  return (
    <>
      <h3>{TICKER.heldIn}</h3>
      <ul class="tm-list">
        {memberships.map((item) => (
          <li>
            <div class="tm-row">
              <span>{item.name}</span>
              <b>{item.weight ?? TICKER.member}</b>
            </div>
            <span class="tm-dim">
              {item.asOf} · <SourceLink source={item.source} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Claims({ claims, onShow }: Pick<TickerCardProps, 'claims' | 'onShow'>) {
  if (claims.length === 0) return null;
  return (
    <>
      <h3>{TICKER.claims}</h3>
      <ul class="tm-list">
        {claims.map(({ claimId, verdict, verdictWords, short }) => {
          const words = (
            <>
              <VerdictMark verdict={verdict} /> {short}
              <span class="tm-dim">, {verdictWords}</span>
            </>
          );
          return (
            <li key={claimId}>
              {onShow ? (
                <button type="button" class="tm-jump" onClick={() => onShow(claimId)}>
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
