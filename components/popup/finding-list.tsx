import type { Finding } from '../../lib/check/finding.ts';
import { reasonSentence } from '../../lib/present/reasons.ts';
import { readingOf } from '../../lib/present/reading.ts';
import { groupByVerdict, verdictMeaning, verdictName } from '../../lib/present/summary.ts';
import { useLanguage } from '../language.ts';
import { VerdictMark } from '../verdict-mark.tsx';

/** Findings by verdict, then by place. Each is a button that jumps to its place on the page. */
export function FindingList({ findings, onShow }: { findings: readonly Finding[]; onShow: (claimId: number) => void }) {
  const language = useLanguage();
  return (
    <>
      {groupByVerdict(findings).map((group) => (
        <section key={group.verdict} class={`tm-group tm-${group.verdict}`}>
          <h2 title={verdictMeaning(group.verdict, language)}>
            <VerdictMark verdict={group.verdict} />
            {verdictName(group.verdict, language)} <span class="tm-count">{group.findings.length}</span>
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
  const language = useLanguage();
  const { metric, subject, value, period } = readingOf(finding, language);
  const reasonId = `tm-reason-${finding.claim.id}`;
  return (
    <li>
      <button type="button" class="tm-jump" title={language.words.popup.go} aria-describedby={reasonId} onClick={() => onShow(finding.claim.id)}>
        <q lang="en">{finding.claim.quote}</q>
        <span class="tm-dim">{[subject, metric, value, period].filter((part) => part !== null).join(' · ')}</span>
      </button>
      <p id={reasonId}>{reasonSentence(finding, language)}</p>
    </li>
  );
}
