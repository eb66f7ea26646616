import type { Correction } from '../../lib/check/corrections.ts';
import { fill } from '../../lib/present/fill.ts';
import { OPTIONS } from '../strings.ts';

export interface ListedCorrection extends Correction {
  readonly id: number;
}

/** What the reader muted or called a wrong match; each can be taken back. */
export function CorrectionsList({ corrections, onUndo }: { corrections: readonly ListedCorrection[]; onUndo: (id: number) => void }) {
  return (
    <section>
      <h2>{OPTIONS.corrections}</h2>
      {corrections.length === 0 ? <p class="tm-dim">{OPTIONS.noCorrections}</p> : null}
      <ul>
        {corrections.map(({ id, kind, quote, host, instrument }) => (
          <li key={id} class="tm-row">
            <span>
              <q>{quote}</q>{' '}
              <small class="tm-dim">
                {kind === 'muted' ? fill(OPTIONS.mutedOn, { host }) : fill(OPTIONS.notMeant, { instrument: instrument ?? '' })}
              </small>
            </span>
            <button type="button" class="tm-link" aria-label={fill(OPTIONS.undoOf, { quote })} onClick={() => onUndo(id)}>
              {OPTIONS.undo}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
