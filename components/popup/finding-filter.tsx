import type { Finding, Verdict } from '../../lib/check/finding.ts';
import { countVerdicts, VERDICT_ORDER, verdictName } from '../../lib/present/summary.ts';
import { useLanguage } from '../language.ts';
import { VerdictMark } from '../verdict-mark.tsx';

/** Verdicts that occur, each with its count, to look at one alone. Nothing where there is nothing to choose. */
export function FindingFilter({ findings, shown, onShow }: {
  findings: readonly Finding[];
  /** The only verdict listed, or null for all. */
  shown: Verdict | null;
  onShow: (verdict: Verdict | null) => void;
}) {
  const language = useLanguage();
  const { popup } = language.words;
  const counts = countVerdicts(findings);
  const present = VERDICT_ORDER.filter((verdict) => counts[verdict] > 0);
  if (present.length < 2) return null;
  return (
    <div class="tm-filter" role="group" aria-label={popup.filter}>
      <button type="button" aria-pressed={shown === null} onClick={() => onShow(null)}>
        {popup.all} <span class="tm-count">{findings.length}</span>
      </button>
      {present.map((verdict) => (
        <button
          key={verdict}
          type="button"
          class={`tm-${verdict}`}
          aria-pressed={shown === verdict}
          aria-label={`${verdictName(verdict, language)}, ${counts[verdict]}`}
          title={verdictName(verdict, language)}
          onClick={() => onShow(shown === verdict ? null : verdict)}
        >
          <VerdictMark verdict={verdict} /> <span class="tm-count">{counts[verdict]}</span>
        </button>
      ))}
    </div>
  );
}
