import { useState } from 'preact/hooks';
import { formatDate } from '../../lib/present/dates.ts';
import { fill } from '../../lib/present/fill.ts';
import { useLanguage } from '../language.ts';

export interface ListedFile {
  readonly id: string;
  readonly name: string;
  readonly fund: string | null;
  readonly asOf: string | null;
  readonly summary: string;
}

/** A holdings file that does not say all of itself. What it suggests stands in the fields. */
export interface OpenQuestion {
  readonly name: string;
  readonly summary: string;
  readonly fund: string;
  readonly asOf: string;
}

export interface OwnFilesViewProps {
  readonly files: readonly ListedFile[];
  readonly question: OpenQuestion | null;
  /** What is wrong with the file that was brought last; null when nothing is. */
  readonly fault: string | null;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
  readonly onAnswer: (fund: string, asOf: string) => void;
  readonly onCancel: () => void;
  readonly onRemove: (id: string) => void;
  readonly onExample: () => void;
}

/** Holdings and figures that the reader brings: by drop or choice, each checked whole, listed, and removed again. */
export function OwnFilesView({ files, question, fault, isBusy, onFile, onAnswer, onCancel, onRemove, onExample }: OwnFilesViewProps) {
  const language = useLanguage();
  const { ownFiles } = language.words;
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null | undefined): void => {
    const [file] = list ?? [];
    if (file !== undefined && !isBusy) onFile(file);
  };
  return (
    <section aria-busy={isBusy}>
      <h2>{ownFiles.title}</h2>
      <p class="tm-dim">{ownFiles.help}</p>
      <div
        class={isOver ? 'tm-drop tm-over' : 'tm-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <label>
          {ownFiles.drop}{' '}
          <input
            type="file"
            accept=".csv,.tsv,.txt,.xls,.xlsx,.xml"
            aria-label={ownFiles.choose}
            disabled={isBusy}
            onChange={({ currentTarget }) => {
              take(currentTarget.files);
              // The same file, mended, may be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <p>
        <button type="button" class="tm-link" onClick={onExample}>
          {ownFiles.example}
        </button>
      </p>
      <div role="alert">{fault === null ? null : <p class="tm-failed">{fault}</p>}</div>
      {question === null ? null : <Question key={question.name} question={question} onAnswer={onAnswer} onCancel={onCancel} />}
      {files.length === 0 ? <p class="tm-dim">{ownFiles.none}</p> : null}
      <ul>
        {files.map(({ id, name, fund, asOf, summary }) => (
          <li key={id} class="tm-row">
            <span>
              {name}{' '}
              <small class="tm-dim">
                {fund === null ? summary : fill(ownFiles.holdings, { fund, summary })} {asOf === null ? '' : fill(ownFiles.asOf, { date: formatDate(asOf, language) })}
              </small>
            </span>
            <button type="button" class="tm-link" disabled={isBusy} aria-label={fill(ownFiles.removeOf, { name })} onClick={() => onRemove(id)}>
              {ownFiles.remove}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Question({ question, onAnswer, onCancel }: { question: OpenQuestion } & Pick<OwnFilesViewProps, 'onAnswer' | 'onCancel'>) {
  const { ownFiles } = useLanguage().words;
  const [fund, setFund] = useState(question.fund);
  const [asOf, setAsOf] = useState(question.asOf);
  return (
    <form
      class="tm-question"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(fund, asOf);
      }}
    >
      <p>{fill(ownFiles.ask, { name: question.name, summary: question.summary })}</p>
      <label>
        {ownFiles.fund} <input type="text" name="fund" required value={fund} onInput={(event) => setFund(event.currentTarget.value)} />
      </label>
      <label>
        {ownFiles.day} <input type="date" name="day" required value={asOf} onInput={(event) => setAsOf(event.currentTarget.value)} />
      </label>
      <button type="submit" class="tm-button">
        {ownFiles.use}
      </button>
      <button type="button" class="tm-link" onClick={onCancel}>
        {ownFiles.cancel}
      </button>
    </form>
  );
}
