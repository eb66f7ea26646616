import type { GroupView, SourceView } from '../../lib/present/sources.ts';
import { useLanguage } from '../language.ts';

export interface SourcesViewProps {
  /** Null until the worker has answered. */
  readonly groups: readonly GroupView[] | null;
  readonly isRunning: boolean;
  /** Why the data in use could not be brought up to date from what has come; null when they could. */
  readonly buildFailure: string | null;
  /** What the browser says of keeping the data; null where it says nothing. */
  readonly storage: string | null;
  readonly onGroup: (group: string, on: boolean) => void;
  readonly onRefresh: () => void;
}

/** Where market data come from: what each source gives, on which terms, what came of it, and a switch for each provider. */
export function SourcesView({ groups, isRunning, buildFailure, storage, onGroup, onRefresh }: SourcesViewProps) {
  const words = useLanguage().words.sources;
  return (
    <section aria-busy={isRunning}>
      <h2>{words.title}</h2>
      <p class="tm-dim">{words.help}</p>
      <p>
        <button type="button" class="tm-button" disabled={isRunning || groups === null} onClick={onRefresh}>
          {isRunning ? words.refreshing : words.refresh}
        </button>
      </p>
      {buildFailure === null ? null : <p class="tm-failed">{buildFailure}</p>}
      {groups?.map((group) => <Group key={group.group} group={group} onGroup={onGroup} />)}
      {storage === null ? null : <p class="tm-dim tm-small">{storage}</p>}
    </section>
  );
}

function Group({ group, onGroup }: { group: GroupView; onGroup: SourcesViewProps['onGroup'] }) {
  const { name, isOn, needsGrant, terms, sources } = group;
  const words = useLanguage().words.sources;
  return (
    <div class="tm-source-group">
      <label class="tm-switch">
        <input type="checkbox" role="switch" checked={isOn && !needsGrant} onChange={(event) => onGroup(group.group, event.currentTarget.checked)} />
        <b>{name}</b>
      </label>
      {isOn && needsGrant ? (
        <p>
          {words.needsGrant}{' '}
          <button type="button" class="tm-button" onClick={() => onGroup(group.group, true)}>
            {words.grant}
          </button>
        </p>
      ) : null}
      <ul>
        {sources.map((source) => (
          <Source key={source.title} source={source} isOn={isOn} />
        ))}
      </ul>
      {terms.map((sentence) => (
        <p key={sentence} class="tm-dim tm-small">
          {sentence}
        </p>
      ))}
    </div>
  );
}

function Source({ source: { title, gives, line, isFailed, files }, isOn }: { source: SourceView; isOn: boolean }) {
  const words = useLanguage().words.sources;
  return (
    <li>
      {title} <small class="tm-dim">{gives}</small>
      {isOn ? <div class={isFailed ? 'tm-failed' : 'tm-outcome'}>{line}</div> : null}
      {files.length === 0 ? null : (
        <details>
          <summary>{words.files}</summary>
          <ul class="tm-files">
            {files.map((file) => (
              <li key={file}>{file}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
