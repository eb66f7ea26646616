import { useState } from 'preact/hooks';
import { useLanguage } from '../language.ts';

export interface EverythingViewProps {
  readonly isErasing: boolean;
  readonly onExport: () => void;
  readonly onErase: () => void;
}

/** Takes everything along, or erases it, which is asked once more here. */
export function EverythingView({ isErasing, onExport, onErase }: EverythingViewProps) {
  const { ownFiles } = useLanguage().words;
  const [isAsking, setAsking] = useState(false);
  return (
    <section aria-busy={isErasing}>
      <h2>{ownFiles.everything}</h2>
      <p class="tm-dim">{ownFiles.everythingHelp}</p>
      <p class="tm-row">
        <button type="button" class="tm-button" onClick={onExport}>
          {ownFiles.export}
        </button>
        <button type="button" class="tm-link" aria-expanded={isAsking} disabled={isErasing} onClick={() => setAsking(true)}>
          {isErasing ? ownFiles.erasing : ownFiles.erase}
        </button>
      </p>
      {isAsking ? (
        <div role="alertdialog" aria-labelledby="tm-erase-ask" class="tm-ask">
          <p id="tm-erase-ask">{ownFiles.eraseAsk}</p>
          <p class="tm-row">
            <button
              type="button"
              class="tm-button tm-erase"
              onClick={() => {
                setAsking(false);
                onErase();
              }}
            >
              {ownFiles.eraseYes}
            </button>
            <button type="button" class="tm-link" ref={(button) => button?.focus()} onClick={() => setAsking(false)}>
              {ownFiles.cancel}
            </button>
          </p>
        </div>
      ) : null}
    </section>
  );
}
