import type { ClaimView } from '../../lib/present/claim-view.ts';
import type { CardWords } from '../../lib/present/page-views.ts';
import type { ReturnView, TickerView } from '../../lib/present/ticker-view.ts';
import { SourceLink } from '../source-link.tsx';
import { VerdictMark } from '../verdict-mark.tsx';
import { CardActions, TICKER_ACTIONS, type TickerAction } from './card-actions.tsx';

export interface TickerCardProps {
  readonly ticker: TickerView;
  readonly words: CardWords;
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

/** The card of one instrument. What is not on record is said, not left out. */
export function TickerCard({ ticker, words, claims, onClose, onShow, said = null, onAct }: TickerCardProps) {
  return (
    <div class="tm tm-card">
      <button type="button" class="tm-close" aria-label={words.close} title={words.close} onClick={onClose}>
        ×
      </button>
      <section class="tm-ticker">
        <h2>{ticker.name}</h2>
        <p class="tm-reading">{ticker.about}</p>
        {ticker.tracks === null ? null : <p class="tm-reading">{ticker.tracks}</p>}
        <ThisYear ticker={ticker} words={words} />
        <Figures ticker={ticker} words={words} />
        <Memberships ticker={ticker} words={words} />
        {ticker.missing.map((sentence) => (
          <p class="tm-note" key={sentence}>
            {sentence}
          </p>
        ))}
        <Claims claims={claims} words={words} onShow={onShow} />
        <p class="tm-note">{ticker.dataEnd}</p>
        {onAct ? <CardActions actions={TICKER_ACTIONS} words={words.tickerActions} said={said} onAct={onAct} /> : null}
      </section>
    </div>
  );
}

type PartProps = Pick<TickerCardProps, 'ticker' | 'words'>;

function ThisYear({ ticker: { thisYear, sparkline }, words }: PartProps) {
  if (thisYear === null) return <p class="tm-note">{words.ticker.noSeries}</p>;
  const { own, benchmark, source } = thisYear;
  return (
    <>
      <dl class="tm-sides">
        <Return value={own} />
        {benchmark === null ? null : <Return value={benchmark} />}
      </dl>
      {sparkline === null ? null : <Sparkline {...sparkline} label={words.ticker.sparkline} />}
      <p class="tm-sources">
        <SourceLink source={source} newTab={words.newTab} />
      </p>
    </>
  );
}

function Return({ value }: { value: ReturnView }) {
  return (
    <div>
      <dt>{value.title}</dt>
      <dd>
        <b>{value.figure}</b>
        <small>{value.basis}</small>
      </dd>
    </div>
  );
}

const WIDTH = 340;
const HEIGHT = 44;

function Sparkline({ points, domain: [low, high], label }: NonNullable<TickerView['sparkline']> & { label: string }) {
  const start = Date.parse(points[0]?.[0] ?? '');
  const length = Math.max(1, Date.parse(points.at(-1)?.[0] ?? '') - start);
  const y = (level: number): number => Math.round((HEIGHT - 3 - ((level - low) / (high - low)) * (HEIGHT - 6)) * 10) / 10;
  const path = points.map(([day, level]) => `${Math.round(((Date.parse(day) - start) / length) * WIDTH)} ${y(level)}`);
  return (
    <svg class="tm-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path class="tm-track tm-base" d={`M0 ${y(100)}H${WIDTH}`} />
      <path class="tm-line tm-subject" d={`M${path.join('L')}`} />
    </svg>
  );
}

function Figures({ ticker: { figures }, words }: PartProps) {
  if (figures.length === 0) return <p class="tm-note">{words.ticker.noFigures}</p>;
  return (
    <>
      <h3>{words.ticker.onRecord}</h3>
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
              {line.asOf} · <SourceLink source={line.source} newTab={words.newTab} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Memberships({ ticker: { memberships }, words }: PartProps) {
  if (memberships.length === 0) return null;
  return (
    <>
      <h3>{words.ticker.heldIn}</h3>
      <ul class="tm-list">
        {memberships.map((item) => (
          <li>
            <div class="tm-row">
              <span>{item.name}</span>
              <b>{item.weight}</b>
            </div>
            <span class="tm-dim">
              {item.asOf} · <SourceLink source={item.source} newTab={words.newTab} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Claims({ claims, words, onShow }: Pick<TickerCardProps, 'claims' | 'words' | 'onShow'>) {
  if (claims.length === 0) return null;
  return (
    <>
      <h3>{words.ticker.claims}</h3>
      <ul class="tm-list">
        {claims.map(({ claimId, verdict, verdictWords, short }) => {
          const line = (
            <>
              <VerdictMark verdict={verdict} /> {short}
              <span class="tm-dim">, {verdictWords}</span>
            </>
          );
          return (
            <li key={claimId}>
              {onShow ? (
                <button type="button" class="tm-jump" onClick={() => onShow(claimId)}>
                  {line}
                </button>
              ) : (
                line
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
