import type { ClaimView } from '../../lib/present/claim-view.ts';
import type { CardWords } from '../../lib/present/page-views.ts';
import { LinesView } from '../lines-picture.tsx';
import { SourceLink } from '../source-link.tsx';
import { VerdictMark } from '../verdict-mark.tsx';
import { AxisView } from './axis-picture.tsx';
import { CardActions, CLAIM_ACTIONS, type ClaimAction } from './card-actions.tsx';

export interface ClaimCardProps {
  /** Those under the pointer; the card stacks them. */
  readonly claims: readonly ClaimView[];
  readonly words: CardWords;
  /** What was just done with a claim, by its id. */
  readonly said?: { readonly claimId: number; readonly words: string } | null;
  readonly onClose: () => void;
  /** Without it the card has no buttons but the one that closes it. */
  readonly onAct?: (action: ClaimAction, claim: ClaimView) => void;
}

/** The card of one or several claims. */
export function ClaimCard({ claims, words, said = null, onClose, onAct }: ClaimCardProps) {
  return (
    <div class="tm tm-card">
      <button type="button" class="tm-close" aria-label={words.close} title={words.close} onClick={onClose}>
        ×
      </button>
      {claims.map((claim) => (
        <ClaimSection key={claim.claimId} claim={claim} words={words} said={said?.claimId === claim.claimId ? said.words : null} onAct={onAct} />
      ))}
    </div>
  );
}

interface SectionProps {
  readonly claim: ClaimView;
  readonly words: CardWords;
  readonly said: string | null;
  readonly onAct?: ClaimCardProps['onAct'];
}

function ClaimSection({ claim, words, said, onAct }: SectionProps) {
  const { verdict, picture } = claim;
  return (
    <section class={`tm-claim tm-${verdict}`}>
      <h2>
        <VerdictMark verdict={verdict} />
        {claim.verdictWords}
      </h2>
      <p class="tm-reading">{claim.reading}</p>
      <Sides claim={claim} words={words} />
      {picture === null ? null : 'lines' in picture ? <LinesView picture={picture.lines} words={words} /> : <AxisView picture={picture.axis} words={words} />}
      <p class="tm-reason">{claim.reason}</p>
      {claim.notes.map((note) => (
        <p class="tm-note">{note}</p>
      ))}
      <Sources claim={claim} words={words} />
      {onAct ? (
        <CardActions
          actions={CLAIM_ACTIONS.filter((action) => action !== 'data' || claim.subject !== null)}
          words={words.claimActions}
          said={said}
          onAct={(action) => onAct(action, claim)}
        />
      ) : null}
    </section>
  );
}

function Sides({ claim, words }: { claim: ClaimView; words: CardWords }) {
  return (
    <dl class="tm-sides">
      <div>
        <dt>{words.articleSays}</dt>
        <dd>
          <b>{claim.figure}</b>
          {claim.forecast === null ? null : <small>{claim.forecast}</small>}
          {claim.also === null ? null : <small>{claim.also}</small>}
        </dd>
      </div>
      <div>
        <dt>{words.dataSay}</dt>
        {claim.data.length === 0 ? <dd class="tm-dim">{words.nothing}</dd> : null}
        {claim.data.map((item) => (
          <dd>
            <b>{item.figure}</b>
            <small>{item.caption}</small>
          </dd>
        ))}
      </div>
    </dl>
  );
}

function Sources({ claim, words }: { claim: ClaimView; words: CardWords }) {
  if (claim.sources.length === 0) return null;
  return (
    <div class="tm-sources">
      <h3>{words.sources}</h3>
      <ul>
        {claim.sources.map(({ source, lines }) => (
          <li>
            <SourceLink source={source} newTab={words.newTab} />
            {lines.map((line) => (
              <span class="tm-dim">{line}</span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
