import { fill } from '../../lib/present/fill.ts';
import type { ClaimView } from '../../lib/present/claim-view.ts';
import { LinesView } from '../lines-picture.tsx';
import { SourceLink } from '../source-link.tsx';
import { CARD } from '../strings.ts';
import { VerdictMark } from '../verdict-mark.tsx';
import { AxisView } from './axis-picture.tsx';
import { actionsOf, CardActions, type ClaimAction } from './card-actions.tsx';

export interface ClaimCardProps {
  /** Those under the pointer; the card stacks them. */
  readonly claims: readonly ClaimView[];
  /** What was just done with a claim, by its id. */
  readonly said?: { readonly claimId: number; readonly words: string } | null;
  readonly onClose: () => void;
  /** Without it the card has no buttons but the one that closes it. */
  readonly onAct?: (action: ClaimAction, claim: ClaimView) => void;
}

/** The card of one or several claims. */
export function ClaimCard({ claims, said = null, onClose, onAct }: ClaimCardProps) {
  return (
    <div class="tm tm-card">
      <button type="button" class="tm-close" aria-label={CARD.close} title={CARD.close} onClick={onClose}>
        ×
      </button>
      {claims.map((claim) => (
        <ClaimSection key={claim.claimId} claim={claim} said={said?.claimId === claim.claimId ? said.words : null} onAct={onAct} />
      ))}
    </div>
  );
}

interface SectionProps {
  readonly claim: ClaimView;
  readonly said: string | null;
  readonly onAct?: ClaimCardProps['onAct'];
}

const ACTIONS = actionsOf(CARD.claimActions);

function ClaimSection({ claim, said, onAct }: SectionProps) {
  const { verdict, picture } = claim;
  return (
    <section class={`tm-claim tm-${verdict}`}>
      <h2>
        <VerdictMark verdict={verdict} />
        {claim.verdictWords}
      </h2>
      <p class="tm-reading">{claim.reading}</p>
      <Sides claim={claim} />
      {picture === null ? null : 'lines' in picture ? <LinesView picture={picture.lines} /> : <AxisView picture={picture.axis} />}
      <p class="tm-reason">{claim.reason}</p>
      {claim.notes.map((note) => (
        <p class="tm-note">{note}</p>
      ))}
      <Sources claim={claim} />
      {onAct ? <CardActions actions={ACTIONS.filter(({ action }) => action !== 'data' || claim.subject !== null)} said={said} onAct={(action) => onAct(action, claim)} /> : null}
    </section>
  );
}

function Sides({ claim }: { claim: ClaimView }) {
  return (
    <dl class="tm-sides">
      <div>
        <dt>{CARD.articleSays}</dt>
        <dd>
          <b>{claim.figure}</b>
          {claim.forecast === null ? null : <small>{claim.forecast}</small>}
          {claim.copies > 0 ? <small>{fill(claim.copies === 1 ? CARD.also : CARD.alsoMany, { n: String(claim.copies) })}</small> : null}
        </dd>
      </div>
      <div>
        <dt>{CARD.dataSay}</dt>
        {claim.data.length === 0 ? <dd class="tm-dim">{CARD.nothing}</dd> : null}
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

function Sources({ claim }: { claim: ClaimView }) {
  if (claim.sources.length === 0) return null;
  return (
    <div class="tm-sources">
      <h3>{CARD.sources}</h3>
      <ul>
        {claim.sources.map(({ source, lines }) => (
          <li>
            <SourceLink source={source} />
            {lines.map((line) => (
              <span class="tm-dim">{line}</span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
