import type { Correction } from '../../lib/check/corrections.ts';
import { fill } from '../../lib/present/fill.ts';
import { useLanguage } from '../language.ts';

export interface ListedCorrection extends Correction {
  readonly id: number;
}

/** What the reader muted or called a wrong match; each can be taken back. */
export function CorrectionsList({ corrections, onUndo }: { corrections: readonly ListedCorrection[]; onUndo: (id: number) => void }) {
  const { options } = useLanguage().words;
  return (
    <section>
      <h2>{options.corrections}</h2>
      {corrections.length === 0 ? <p class="tm-dim">{options.noCorrections}</p> : null}
      <ul>
        {corrections.map(({ id, kind, quote, host, instrument }) => (
          <li key={id} class="tm-row">
            <span>
              <q lang="en">{quote}</q>{' '}
              <small class="tm-dim">
                {kind === 'muted' ? fill(options.mutedOn, { host }) : fill(options.notMeant, { instrument: instrument ?? '' })}
              </small>
            </span>
            <button type="button" class="tm-link" aria-label={fill(options.undoOf, { quote })} onClick={() => onUndo(id)}>
              {options.undo}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
