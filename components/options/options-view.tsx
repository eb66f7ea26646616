import { useState } from 'preact/hooks';
import type { Verdict } from '../../lib/check/finding.ts';
import { formatDate } from '../../lib/present/dates.ts';
import { fill } from '../../lib/present/fill.ts';
import { formatNumber } from '../../lib/present/format.ts';
import { VERDICT_ORDER } from '../../lib/present/summary.ts';
import { VERDICT_MEANINGS, VERDICT_WORDS } from '../../lib/present/words.ts';
import { OPTIONS } from '../strings.ts';
import { VerdictMark } from '../verdict-mark.tsx';
import { CorrectionsList, type ListedCorrection } from './corrections-list.tsx';
import { SourcesView } from './sources-view.tsx';
import type { SourcesViewProps } from './sources-view.tsx';

export type CardTheme = keyof typeof OPTIONS.themes;

export interface OptionsSettings {
  /** Host → read it or not, where the reader decided. */
  readonly sites: Readonly<Record<string, boolean>>;
  readonly dwellMs: number;
  readonly marks: boolean;
  readonly verdicts: Readonly<Record<Verdict, boolean>>;
  readonly theme: CardTheme;
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
  /** Said in the live region. */
  readonly said: string | null;
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
  return (
    <main class="tm tm-options">
      <h1>{OPTIONS.title}</h1>
      <p class="tm-said" role="status">
        {props.said ?? ''}
      </p>
      <Sites {...props} />
      <Look {...props} />
      <CorrectionsList corrections={props.corrections} onUndo={props.onUndo} />
      <SourcesView {...props.sources} />
      <Data data={props.data} />
      <p>
        <button type="button" class="tm-link" onClick={props.onReset}>
          {OPTIONS.reset}
        </button>
      </p>
    </main>
  );
}

function Sites({ settings, financeHosts, onAddSite, onSite }: OptionsViewProps) {
  const [typed, setTyped] = useState('');
  const own = Object.entries(settings.sites).sort(([a], [b]) => a.localeCompare(b));
  return (
    <section>
      <h2>{OPTIONS.sites}</h2>
      <p class="tm-dim">{OPTIONS.sitesHelp}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAddSite(typed);
          setTyped('');
        }}
      >
        <label>
          {OPTIONS.addSite}{' '}
          <input type="text" inputMode="url" required value={typed} placeholder={OPTIONS.addPlaceholder} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>{' '}
        <button type="submit" class="tm-button">
          {OPTIONS.add}
        </button>
      </form>
      <h3>{OPTIONS.own}</h3>
      {own.length === 0 ? <p class="tm-dim">{OPTIONS.noOwn}</p> : null}
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
        <summary>{fill(OPTIONS.listed, { n: String(financeHosts.length) })}</summary>
        <p class="tm-dim">{OPTIONS.listedHelp}</p>
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

function Look({ settings, maxDwellMs, onChange, onVerdict }: OptionsViewProps) {
  return (
    <section>
      <h2>{OPTIONS.look}</h2>
      <label class="tm-switch">
        <input type="checkbox" role="switch" checked={settings.marks} onChange={(event) => onChange({ marks: event.currentTarget.checked })} />
        {OPTIONS.marks}
      </label>
      <fieldset disabled={!settings.marks}>
        <legend>{OPTIONS.verdicts}</legend>
        {VERDICT_ORDER.map((verdict) => (
          <label key={verdict} class={`tm-switch tm-${verdict}`}>
            <input type="checkbox" checked={settings.verdicts[verdict]} onChange={(event) => onVerdict(verdict, event.currentTarget.checked)} />
            <VerdictMark verdict={verdict} />
            <span>
              {VERDICT_WORDS[verdict]} <small class="tm-dim">{VERDICT_MEANINGS[verdict]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <label class="tm-field">
        {OPTIONS.dwell}
        <input
          type="range"
          min="0"
          max={maxDwellMs}
          step={DWELL_STEP_MS}
          value={settings.dwellMs}
          onChange={(event) => onChange({ dwellMs: Number(event.currentTarget.value) })}
        />
        <output>{fill(OPTIONS.milliseconds, { n: String(settings.dwellMs) })}</output>
      </label>
      <label class="tm-field">
        {OPTIONS.theme}
        <select value={settings.theme} onChange={(event) => onChange({ theme: themeOf(event.currentTarget.value) })}>
          {Object.entries(OPTIONS.themes).map(([theme, words]) => (
            <option key={theme} value={theme}>
              {words}
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
  return (
    <section>
      <h2>{OPTIONS.data}</h2>
      {data === null || data.state === 'loading' ? <p class="tm-dim">{OPTIONS.loading}</p> : null}
      {data?.state === 'failed' ? <p>{fill(OPTIONS.failed, { error: data.error ?? '' })}</p> : null}
      {data?.state === 'ready' ? (
        <ul>
          {data.dataEnd === null ? null : <li>{fill(OPTIONS.dataEnd, { date: formatDate(data.dataEnd) })}</li>}
          {data.snapshotVersion === null ? null : <li>{fill(OPTIONS.snapshot, { version: data.snapshotVersion })}</li>}
          <li>
            {fill(OPTIONS.rows, {
              instruments: formatNumber(data.instruments),
              observations: formatNumber(data.observations),
              series: formatNumber(data.series),
            })}
          </li>
        </ul>
      ) : null}
    </section>
  );
}
