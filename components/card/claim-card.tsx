import type { Finding } from '../../lib/check/finding.ts';
import { dataFigures } from '../../lib/present/data-says.ts';
import { definitionLabel, evidenceDates, evidenceFigure } from '../../lib/present/evidence-words.ts';
import { fill } from '../../lib/present/fill.ts';
import { formatClaim } from '../../lib/present/format.ts';
import { bySource, copyText } from '../../lib/present/copy.ts';
import { axisPicture, linesPicture } from '../../lib/present/picture.ts';
import { readingOf } from '../../lib/present/reading.ts';
import { noteSentences, reasonSentence, wantedSentence } from '../../lib/present/reasons.ts';
import { FORECAST, VERDICT_WORDS } from '../../lib/present/words.ts';
import { SourceLink } from '../source-link.tsx';
import { CARD } from '../strings.ts';
import { VerdictMark } from '../verdict-mark.tsx';
import { AxisView } from './axis-picture.tsx';
import { LinesView } from '../lines-picture.tsx';

export interface ClaimCardProps {
  /** Those under the pointer; the card stacks them. */
  readonly findings: readonly Finding[];
  /** The finding that was just copied, by claim id, so that its button says so. */
  readonly copied?: number | null;
  readonly onClose: () => void;
  /** The text to put on the clipboard. Without it the card has no copy button. */
  readonly onCopy?: (text: string, claimId: number) => void;
}

/** The card of one or several claims. */
export function ClaimCard({ findings, copied = null, onClose, onCopy }: ClaimCardProps) {
  return (
    <div class="tm tm-card">
      <button type="button" class="tm-close" aria-label={CARD.close} title={CARD.close} onClick={onClose}>
        ×
      </button>
      {findings.map((finding) => (
        <ClaimSection key={finding.claim.id} finding={finding} copied={copied === finding.claim.id} onCopy={onCopy} />
      ))}
    </div>
  );
}

interface SectionProps {
  readonly finding: Finding;
  readonly copied: boolean;
  readonly onCopy?: ClaimCardProps['onCopy'];
}

function ClaimSection({ finding, copied, onCopy }: SectionProps) {
  const reading = readingOf(finding);
  const wanted = wantedSentence(finding);
  return (
    <section class={`tm-claim tm-${finding.verdict}`}>
      <h2>
        <VerdictMark verdict={finding.verdict} />
        {VERDICT_WORDS[finding.verdict]}
      </h2>
      <p class="tm-reading">
        {[reading.subject, reading.metric, reading.period, reading.definition].filter((part) => part !== null).join(' · ')}
      </p>
      <Sides finding={finding} />
      <Picture finding={finding} />
      <p class="tm-reason">{reasonSentence(finding)}</p>
      {noteSentences(finding).map((note) => (
        <p class="tm-note">{note}</p>
      ))}
      {wanted === null ? null : <p class="tm-note">{wanted}</p>}
      <Sources finding={finding} />
      {onCopy ? (
        <button type="button" class="tm-copy" onClick={() => onCopy(copyText(finding), finding.claim.id)}>
          {copied ? CARD.copied : CARD.copy}
        </button>
      ) : null}
    </section>
  );
}

function Sides({ finding }: { finding: Finding }) {
  const figures = dataFigures(finding);
  return (
    <dl class="tm-sides">
      <div>
        <dt>{CARD.articleSays}</dt>
        <dd>
          <b>{formatClaim(finding.claim, { short: true })}</b>
          {finding.claim.forecast ? <small>{FORECAST}</small> : null}
          {finding.copies.length > 0 ? (
            <small>{fill(finding.copies.length === 1 ? CARD.also : CARD.alsoMany, { n: String(finding.copies.length) })}</small>
          ) : null}
        </dd>
      </div>
      <div>
        <dt>{CARD.dataSay}</dt>
        {figures.length === 0 ? <dd class="tm-dim">{CARD.nothing}</dd> : null}
        {figures.map((item) => (
          <dd>
            <b>{item.figure}</b>
            <small>{item.caption}</small>
          </dd>
        ))}
      </div>
    </dl>
  );
}

/** Two lines for a comparison of returns; else the claim's interval and the figures on one axis. */
function Picture({ finding }: { finding: Finding }) {
  const lines = finding.claim.metric === 'return_vs' ? linesPicture(finding) : null;
  if (lines) return <LinesView picture={lines} />;
  const axis = axisPicture(finding);
  return axis ? <AxisView picture={axis} /> : null;
}

function Sources({ finding }: { finding: Finding }) {
  if (finding.evidence.length === 0) return null;
  return (
    <div class="tm-sources">
      <h3>{CARD.sources}</h3>
      <ul>
        {bySource(finding.evidence).map(([first, ...more]) => (
          <li>
            <SourceLink source={first.source} />
            {[first, ...more].map((item) => (
              <span class="tm-dim">
                {[evidenceFigure(item, finding, { short: true }), definitionLabel(item.definitions), evidenceDates(item, undefined, true)]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            ))}
            {more.length > 0 || first.method === '' ? null : <span class="tm-dim">{first.method}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
