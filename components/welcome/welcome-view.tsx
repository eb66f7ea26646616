import type { RefObject } from 'preact';
import { VERDICT_ORDER, verdictMeaning, verdictName } from '../../lib/present/summary.ts';
import { useLanguage } from '../language.ts';
import { VerdictMark } from '../verdict-mark.tsx';

export interface WelcomeViewProps {
  /** Where the sample article is put. */
  readonly sample: RefObject<HTMLDivElement | null>;
  /** Why there is no sample article; null when there is. */
  readonly error: string | null;
  readonly summary: string | null;
  readonly onOptions: () => void;
}

/** What Tickmark does, on one screen, beside a sample article that is read as any page is. */
export function WelcomeView({ sample, error, summary, onOptions }: WelcomeViewProps) {
  const language = useLanguage();
  const { welcome } = language.words;
  return (
    <main class="tm tm-welcome">
      <div class="tm-about">
        <h1>{welcome.title}</h1>
        <p>{welcome.lead}</p>
        <h2>{welcome.legend}</h2>
        <ul class="tm-marks">
          {VERDICT_ORDER.map((verdict) => (
            <li key={verdict} class={`tm-${verdict}`}>
              <VerdictMark verdict={verdict} />
              <span>
                <b>{verdictName(verdict, language)}</b> {verdictMeaning(verdict, language)}
              </span>
            </li>
          ))}
        </ul>
        <ul class="tm-how">
          {[welcome.how.hover, welcome.how.popup, welcome.how.elsewhere].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <p class="tm-privacy">{welcome.privacy}</p>
        <p>
          {welcome.options}{' '}
          <button type="button" class="tm-link" onClick={onOptions}>
            {welcome.openOptions}
          </button>
        </p>
      </div>
      <section class="tm-sample" aria-label={welcome.sample}>
        <p class="tm-dim">
          <b>{welcome.sample}</b> {welcome.sampleNote}
        </p>
        <p class="tm-dim" role="status">
          {error ?? summary ?? ''}
        </p>
        <div ref={sample} class="tm-paper" />
      </section>
    </main>
  );
}
