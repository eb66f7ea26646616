import type { Finding } from '../../lib/check/finding.ts';
import { reasonSentence } from '../../lib/present/reasons.ts';
import { readingOf } from '../../lib/present/reading.ts';
import { groupByVerdict } from '../../lib/present/summary.ts';
import { VERDICT_MEANINGS, VERDICT_WORDS } from '../../lib/present/words.ts';
import { POPUP } from '../strings.ts';
import { VerdictMark } from '../verdict-mark.tsx';

/** Findings by verdict, then by place. Each is a button that jumps to its place on the page. */
export function FindingList({ findings, onShow }: { findings: readonly Finding[]; onShow: (claimId: number) => void }) {
  return (
    <>
      {groupByVerdict(findings).map((group) => (
        <section key={group.verdict} class={`tm-group tm-${group.verdict}`}>
          <h2 title={VERDICT_MEANINGS[group.verdict]}>
            <VerdictMark verdict={group.verdict} />
            {VERDICT_WORDS[group.verdict]} <span class="tm-count">{group.findings.length}</span>
          </h2>
          <ul>
            {group.findings.map((finding) => (
              <Item key={finding.claim.id} finding={finding} onShow={onShow} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Item({ finding, onShow }: { finding: Finding; onShow: (claimId: number) => void }) {
  const { metric, subject, value, period } = readingOf(finding);
  const reasonId = `tm-reason-${finding.claim.id}`;
  return (
    <li>
      <button type="button" class="tm-jump" title={POPUP.go} aria-describedby={reasonId} onClick={() => onShow(finding.claim.id)}>
        <q>{finding.claim.quote}</q>
        <span class="tm-dim">{[subject, metric, value, period].filter((part) => part !== null).join(' · ')}</span>
      </button>
      <p id={reasonId}>{reasonSentence(finding)}</p>
    </li>
  );
}
