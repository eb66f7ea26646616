import { fill } from '../../lib/present/fill.ts';
import type { ClaimView } from '../../lib/present/claim-view.ts';
import { LinesView } from '../lines-picture.tsx';
import { SourceLink } from '../source-link.tsx';
import { CARD } from '../strings.ts';
import { VerdictMark } from '../verdict-mark.tsx';
import { AxisView } from './axis-picture.tsx';

export interface ClaimCardProps {
  /** Those under the pointer; the card stacks them. */
  readonly claims: readonly ClaimView[];
  /** The claim that was just copied, by id, so that its button says so. */
  readonly copied?: number | null;
  readonly onClose: () => void;
  /** The text to put on the clipboard. Without it the card has no copy button. */
  readonly onCopy?: (text: string, claimId: number) => void;
}

/** The card of one or several claims. */
export function ClaimCard({ claims, copied = null, onClose, onCopy }: ClaimCardProps) {
  return (
    <div class="tm tm-card">
      <button type="button" class="tm-close" aria-label={CARD.close} title={CARD.close} onClick={onClose}>
        ×
      </button>
      {claims.map((claim) => (
        <ClaimSection key={claim.claimId} claim={claim} copied={copied === claim.claimId} onCopy={onCopy} />
      ))}
    </div>
  );
}

interface SectionProps {
  readonly claim: ClaimView;
  readonly copied: boolean;
  readonly onCopy?: ClaimCardProps['onCopy'];
}

function ClaimSection({ claim, copied, onCopy }: SectionProps) {
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
      {onCopy ? (
        <button type="button" class="tm-copy" onClick={() => onCopy(claim.copyText, claim.claimId)}>
          {copied ? CARD.copied : CARD.copy}
        </button>
      ) : null}
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
