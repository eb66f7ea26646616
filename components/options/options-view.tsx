import { useState } from 'preact/hooks';
import type { Verdict } from '../../lib/check/finding.ts';
import type { LanguageChoice, LanguageTag } from '../../lib/settings/model.ts';
import { formatDate } from '../../lib/present/dates.ts';
import { fill } from '../../lib/present/fill.ts';
import { formatNumber } from '../../lib/present/format.ts';
import { VERDICT_ORDER, verdictMeaning, verdictName } from '../../lib/present/summary.ts';
import { useLanguage } from '../language.ts';
import { VerdictMark } from '../verdict-mark.tsx';
import { CorrectionsList, type ListedCorrection } from './corrections-list.tsx';
import { EverythingView } from './everything-view.tsx';
import type { EverythingViewProps } from './everything-view.tsx';
import { OwnFilesView } from './own-files-view.tsx';
import type { OwnFilesViewProps } from './own-files-view.tsx';
import { SourcesView } from './sources-view.tsx';
import type { SourcesViewProps } from './sources-view.tsx';

const THEMES = ['auto', 'light', 'dark'] as const;
export type CardTheme = (typeof THEMES)[number];

export interface OptionsSettings {
  /** Host → read it or not, where the reader decided. */
  readonly sites: Readonly<Record<string, boolean>>;
  readonly dwellMs: number;
  readonly marks: boolean;
  readonly verdicts: Readonly<Record<Verdict, boolean>>;
  readonly theme: CardTheme;
  readonly language: LanguageChoice;
}

export interface OptionsData {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly dataEnd: string | null;
  readonly snapshotVersion: string | null;
  readonly instruments: number;
  readonly observations: number;
  readonly series: number;
  readonly error: string | null;
}

export interface OptionsViewProps {
  readonly settings: OptionsSettings;
  readonly financeHosts: readonly string[];
  readonly data: OptionsData | null;
  readonly sources: SourcesViewProps;
  readonly ownFiles: OwnFilesViewProps;
  readonly everything: EverythingViewProps;
  /** Said in the live region. */
  readonly said: string | null;
  /** Languages to choose from, each by its own name. */
  readonly languages: readonly { readonly tag: LanguageTag; readonly name: string }[];
  readonly maxDwellMs: number;
  readonly onAddSite: (typed: string) => void;
  readonly onSite: (host: string, on: boolean) => void;
  readonly onChange: (change: Partial<Omit<OptionsSettings, 'sites' | 'verdicts'>>) => void;
  readonly onVerdict: (verdict: Verdict, shown: boolean) => void;
  readonly corrections: readonly ListedCorrection[];
  readonly onUndo: (correctionId: number) => void;
  readonly onReset: () => void;
}

/** Sites, look, where data come from, and what is loaded. */
export function OptionsView(props: OptionsViewProps) {
  const { options } = useLanguage().words;
  return (
    <main class="tm tm-options">
      <h1>{options.title}</h1>
      <p class="tm-said" role="status">
        {props.said ?? ''}
      </p>
      <Sites {...props} />
      <Look {...props} />
      <CorrectionsList corrections={props.corrections} onUndo={props.onUndo} />
      <SourcesView {...props.sources} />
      <OwnFilesView {...props.ownFiles} />
      <Data data={props.data} />
      <EverythingView {...props.everything} />
      <p>
        <button type="button" class="tm-link" onClick={props.onReset}>
          {options.reset}
        </button>
      </p>
    </main>
  );
}

function Sites({ settings, financeHosts, onAddSite, onSite }: OptionsViewProps) {
  const language = useLanguage();
  const { options } = language.words;
  const [typed, setTyped] = useState('');
  const own = Object.entries(settings.sites).sort(([a], [b]) => a.localeCompare(b));
  return (
    <section>
      <h2>{options.sites}</h2>
      <p class="tm-dim">{options.sitesHelp}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAddSite(typed);
          setTyped('');
        }}
      >
        <label>
          {options.addSite}{' '}
          <input type="text" inputMode="url" required value={typed} placeholder={options.addPlaceholder} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>{' '}
        <button type="submit" class="tm-button">
          {options.add}
        </button>
      </form>
      <h3>{options.own}</h3>
      {own.length === 0 ? <p class="tm-dim">{options.noOwn}</p> : null}
      <ul>
        {own.map(([host, on]) => (
          <li key={host}>
            <label class="tm-switch">
              <input type="checkbox" role="switch" checked={on} onChange={(event) => onSite(host, event.currentTarget.checked)} />
              {host}
            </label>
          </li>
        ))}
      </ul>
      <details>
        <summary>{fill(options.listed, { n: formatNumber(financeHosts.length, { language }) })}</summary>
        <p class="tm-dim">{options.listedHelp}</p>
        <ul class="tm-hosts">
          {financeHosts.map((host) => (
            <li key={host}>{host}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

const DWELL_STEP_MS = 50;

function Look({ settings, languages, maxDwellMs, onChange, onVerdict }: OptionsViewProps) {
  const language = useLanguage();
  const { options } = language.words;
  return (
    <section>
      <h2>{options.look}</h2>
      <label class="tm-switch">
        <input type="checkbox" role="switch" checked={settings.marks} onChange={(event) => onChange({ marks: event.currentTarget.checked })} />
        {options.marks}
      </label>
      <fieldset disabled={!settings.marks}>
        <legend>{options.verdicts}</legend>
        {VERDICT_ORDER.map((verdict) => (
          <label key={verdict} class={`tm-switch tm-${verdict}`}>
            <input type="checkbox" checked={settings.verdicts[verdict]} onChange={(event) => onVerdict(verdict, event.currentTarget.checked)} />
            <VerdictMark verdict={verdict} />
            <span>
              {verdictName(verdict, language)} <small class="tm-dim">{verdictMeaning(verdict, language)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <label class="tm-field">
        {options.dwell}
        <input
          type="range"
          min="0"
          max={maxDwellMs}
          step={DWELL_STEP_MS}
          value={settings.dwellMs}
          onChange={(event) => onChange({ dwellMs: Number(event.currentTarget.value) })}
        />
        <output>{fill(options.milliseconds, { n: formatNumber(settings.dwellMs, { language }) })}</output>
      </label>
      <label class="tm-field">
        {options.theme}
        <select value={settings.theme} onChange={(event) => onChange({ theme: themeOf(event.currentTarget.value) })}>
          {THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {options.themes[theme]}
            </option>
          ))}
        </select>
      </label>
      <label class="tm-field">
        {options.language}
        <select
          value={settings.language}
          onChange={(event) => onChange({ language: languages.find(({ tag }) => tag === event.currentTarget.value)?.tag ?? 'auto' })}
        >
          <option value="auto">{options.languageAuto}</option>
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

function themeOf(value: string): CardTheme {
  return value === 'light' || value === 'dark' ? value : 'auto';
}

function Data({ data }: { data: OptionsData | null }) {
  const language = useLanguage();
  const { options } = language.words;
  return (
    <section>
      <h2>{options.data}</h2>
      {data === null || data.state === 'loading' ? <p class="tm-dim">{options.loading}</p> : null}
      {data?.state === 'failed' ? <p>{fill(options.failed, { error: data.error ?? '' })}</p> : null}
      {data?.state === 'ready' ? (
        <ul>
          {data.dataEnd === null ? null : <li>{fill(options.dataEnd, { date: formatDate(data.dataEnd, language) })}</li>}
          {data.snapshotVersion === null ? null : <li>{fill(options.snapshot, { version: data.snapshotVersion })}</li>}
          <li>
            {fill(options.rows, {
              instruments: formatNumber(data.instruments, { language }),
              observations: formatNumber(data.observations, { language }),
              series: formatNumber(data.series, { language }),
            })}
          </li>
        </ul>
      ) : null}
    </section>
  );
}
