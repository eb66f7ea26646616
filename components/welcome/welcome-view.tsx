import type { RefObject } from 'preact';
import { VERDICT_ORDER } from '../../lib/present/summary.ts';
import { VERDICT_MEANINGS, VERDICT_WORDS } from '../../lib/present/words.ts';
import { WELCOME } from '../strings.ts';
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
  return (
    <main class="tm tm-welcome">
      <div class="tm-about">
        <h1>{WELCOME.title}</h1>
        <p>{WELCOME.lead}</p>
        <h2>{WELCOME.legend}</h2>
        <ul class="tm-marks">
          {VERDICT_ORDER.map((verdict) => (
            <li key={verdict} class={`tm-${verdict}`}>
              <VerdictMark verdict={verdict} />
              <span>
                <b>{VERDICT_WORDS[verdict]}</b> {VERDICT_MEANINGS[verdict]}
              </span>
            </li>
          ))}
        </ul>
        <ul class="tm-how">
          {WELCOME.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <p class="tm-privacy">{WELCOME.privacy}</p>
        <p>
          {WELCOME.options}{' '}
          <button type="button" class="tm-link" onClick={onOptions}>
            {WELCOME.openOptions}
          </button>
        </p>
      </div>
      <section class="tm-sample" aria-label={WELCOME.sample}>
        <p class="tm-dim">
          <b>{WELCOME.sample}.</b> {WELCOME.sampleNote}
        </p>
        <p class="tm-dim" role="status">
          {error ?? summary ?? ''}
        </p>
        <div ref={sample} class="tm-paper" />
      </section>
    </main>
  );
}
