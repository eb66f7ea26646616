import { describe, expect, it, vi } from 'vitest';
import { EvidenceView } from '../../../components/evidence/evidence-view.tsx';
import { ReturnsTable } from '../../../components/evidence/returns-table.tsx';
import { OptionsView, type OptionsViewProps } from '../../../components/options/options-view.tsx';
import type { SourcesViewProps } from '../../../components/options/sources-view.tsx';
import { PopupView, type NotRead, type PopupPage, type PopupViewProps } from '../../../components/popup/popup-view.tsx';
import { ENGLISH } from '../../../lib/present/language.ts';
import { wordOf } from '../../../lib/present/word-of.ts';
import { reasonSentence } from '../../../lib/present/reasons.ts';
import type { ReturnsTable as Table } from '../../../lib/present/returns-table.ts';
import { groupViews } from '../../../lib/present/sources.ts';
import type { SourceState } from '../../../lib/present/sources.ts';
import { idsOf } from '../../support/words.ts';
import { recordRows } from '../../../lib/present/record.ts';
import { makeInstrument, makeObservation, makeReport, SAMPLE_FINDINGS } from '../../support/fixtures.ts';
import { press, rendered, textOf } from './render.ts';

const nothing = (): void => undefined;

function popup(page: PopupPage, more: Partial<PopupViewProps> = {}): HTMLElement {
  return rendered(
    <PopupView
      page={page}
      site={{ host: 'example.com', on: true, granted: true }}
      dataRemark={null}
      sourcesLine={null}
      said={null}
      isBusy={false}
      evidenceAddress={(id) => `/evidence.html#${id}`}
      onShowClaim={nothing}
      onShowMention={nothing}
      onRead={nothing}
      onSite={nothing}
      onCopy={nothing}
      onSave={nothing}
      onOptions={nothing}
      {...more}
    />,
  );
}

describe('the popup', () => {
  it('lists every finding under its verdict, each as a button described by its reason', () => {
    const show = vi.fn();
    const view = popup({ kind: 'read', report: makeReport() }, { onShowClaim: show });
    expect(Array.from(view.querySelectorAll('h2'), textOf)).toEqual([
      'Contradicted by the data 1', 'Depends on the definition 1', 'Outdated 1', 'Holds 2', 'Cannot be checked 1', 'Tickers 2', 'Take it with you',
    ]);
    const buttons = view.querySelectorAll('.tm-group .tm-jump[aria-describedby]');
    expect(buttons).toHaveLength(SAMPLE_FINDINGS.length);
    for (const button of buttons) {
      const reason = view.querySelector(`#${button.getAttribute('aria-describedby') ?? ''}`);
      expect(SAMPLE_FINDINGS.map((finding) => reasonSentence(finding))).toContain(textOf(reason));
    }
    press(buttons[0]);
    expect(show).toHaveBeenCalledWith(2);
    expect(textOf(view)).toContain('6 claims: 2 hold');
    expect(textOf(view)).toContain('Data to 7 October 2026');
  });

  it('shows one verdict alone, and all of them again', async () => {
    const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
    const view = popup({ kind: 'read', report: makeReport() });
    const listed = () => Array.from(view.querySelectorAll('.tm-group:not(.tm-tickers, .tm-exports) h2'), textOf);
    press(view.querySelector('[aria-label="Outdated, 1"]'));
    await drawn();
    expect(listed()).toEqual(['Outdated 1']);
    expect(view.querySelector('[aria-label="Outdated, 1"]')?.getAttribute('aria-pressed')).toBe('true');
    press(view.querySelector('[aria-label="Outdated, 1"]'));
    await drawn();
    expect(listed()).toHaveLength(5);
  });

  it('has no filter where there is nothing to choose', () => {
    expect(popup({ kind: 'read', report: makeReport({ findings: SAMPLE_FINDINGS.slice(0, 1) }) }).querySelector('.tm-filter')).toBeNull();
  });

  it('gives the findings away in every form', () => {
    const save = vi.fn();
    const view = popup({ kind: 'read', report: makeReport() }, { onSave: save });
    for (const button of view.querySelectorAll('.tm-exports button')) press(button);
    expect(save.mock.calls.flat()).toEqual(['json', 'claim-review', 'annotations']);
    expect(popup({ kind: 'read', report: makeReport({ findings: [] }) }).querySelector('.tm-exports')).toBeNull();
  });

  it('tells how the sources stand in one line', () => {
    expect(textOf(popup({ kind: 'loading' }, { sourcesLine: 'Sources asked 12 minutes ago' }).querySelector('footer'))).toContain('Sources asked 12 minutes ago');
  });

  it('jumps to a ticker and links to the data behind it', () => {
    const show = vi.fn();
    const view = popup({ kind: 'read', report: makeReport() }, { onShowMention: show });
    press(view.querySelector('.tm-tickers button'));
    expect(show).toHaveBeenCalledWith(0);
    expect(view.querySelector('.tm-tickers a')?.getAttribute('href')).toBe('/evidence.html#VTWO');
  });

  it.each(idsOf<NotRead>(ENGLISH.words.notRead))('says why a page was not read: %s', (reason) => {
    const read = vi.fn();
    const view = popup({ kind: 'not-read', reason, error: null }, { onRead: read });
    expect(textOf(view.querySelector('h1'))).toBe(wordOf(ENGLISH.words.notRead, reason).title);
    expect(textOf(view)).toContain(wordOf(ENGLISH.words.notRead, reason).text);
    const button = view.querySelector('.tm-button');
    expect(button === null).toBe(reason === 'no-access' || reason === 'reading');
    if (button) {
      press(button);
      expect(read).toHaveBeenCalledOnce();
    }
  });

  it('keeps a live region, empty or not', () => {
    expect(textOf(popup({ kind: 'loading' }).querySelector('[role=status]'))).toBe('');
    expect(textOf(popup({ kind: 'loading' }, { said: 'Said.' }).querySelector('[role=status]'))).toBe('Said.');
  });

  it('has no site switch where nothing can be switched', () => {
    expect(popup({ kind: 'loading' }, { site: null }).querySelector('[role=switch]')).toBeNull();
    expect(textOf(popup({ kind: 'loading' }, { site: { host: 'a.com', on: false, granted: false } }))).toContain('The browser will ask');
  });
});

describe('the options', () => {
  const props: OptionsViewProps = {
    settings: {
      sites: { 'b.com': false, 'a.com': true },
      dwellMs: 300,
      marks: true,
      verdicts: { supported: true, 'definition-dependent': true, outdated: true, contradicted: true, unverifiable: false },
      theme: 'auto',
      language: 'auto',
    },
    languages: [{ tag: 'en', name: 'English' }, { tag: 'de', name: 'Deutsch' }],
    financeHosts: ['fool.com', 'gate.com'],
    data: { state: 'ready', dataEnd: '2026-10-07', snapshotVersion: '0.1.0', instruments: 700, observations: 832, series: 33, error: null },
    sources: { groups: null, isRunning: false, buildFailure: null, storage: null, onGroup: nothing, onRefresh: nothing },
    ownFiles: { files: [], question: null, fault: null, isBusy: false, onFile: nothing, onAnswer: nothing, onCancel: nothing, onRemove: nothing, onExample: nothing },
    everything: { isErasing: false, onExport: nothing, onErase: nothing },
    said: null,
    maxDwellMs: 1000,
    onAddSite: nothing,
    onSite: nothing,
    onChange: nothing,
    onVerdict: nothing,
    corrections: [],
    onUndo: nothing,
    onReset: nothing,
  };

  it('shows sites, verdicts and data', () => {
    const view = rendered(<OptionsView {...props} />);
    const text = textOf(view);
    for (const part of ['a.com', 'b.com', 'Finance sites (2)', 'gate.com', 'Data to 7 October 2026', '700 instruments, 832 dated figures, 33 level series', '300 ms']) {
      expect(text).toContain(part);
    }
    expect(view.querySelectorAll('fieldset input')).toHaveLength(5);
  });

  it('lists what was muted and corrected, to be taken back', () => {
    const undo = vi.fn();
    const corrections = [
      { id: 4, kind: 'muted' as const, host: 'a.com', quote: 'P/E of 17', instrument: 'IWM', metric: 'pe' as const },
      { id: 3, kind: 'wrong-match' as const, host: 'a.com', quote: 'ALL', instrument: 'ALL', metric: null },
    ];
    const view = rendered(<OptionsView {...props} corrections={corrections} onUndo={undo} />);
    expect(textOf(view)).toContain('not marked on a.com');
    expect(textOf(view)).toContain('does not mean ALL, anywhere');
    press(view.querySelector('[aria-label="Undo: ALL"]'));
    expect(undo).toHaveBeenCalledWith(3);
  });

  describe('show sources', () => {
    const NOW = Date.parse('2026-05-06T13:00:00Z');
    const state = (over: Partial<SourceState> = {}): SourceState => ({
      group: 'ishares', title: 'iShares fund holdings', gives: 'Members and weights.', terms: 'Personal use only.', access: 'ready', isFallback: false,
      parts: [{ key: 'IWM', summary: '1,924 holdings', asOf: '2026-05-05', checkedAt: NOW - 12 * 60_000 }], wanted: 1, failure: null, nextTry: null, progress: null, ...over,
    });
    const shown = (sources: readonly SourceState[], more: Partial<SourcesViewProps> = {}) => {
      const groups = groupViews(sources, { now: NOW, timeZone: 'UTC' });
      return rendered(<OptionsView {...props} sources={{ ...props.sources, groups, ...more }} />);
    };

    it('with what came, when, and on which terms', () => {
      const text = textOf(shown([state()]));
      for (const part of ['iShares', 'Members and weights.', 'Personal use only.', '1,924 holdings as of 5 May 2026, 12 minutes ago']) expect(text).toContain(part);
    });

    it('with what failed and when it is tried again', () => {
      const failure = { code: 'too-many', status: 429, detail: null } as const;
      const view = shown([state({ parts: [], failure, nextTry: Date.parse('2026-05-06T14:20:00Z') })]);
      expect(textOf(view.querySelector('.tm-failed'))).toBe('refused: 429, too many requests; next try 14:20');
    });

    it('with a switch for each provider, and a button where the browser has not given access', () => {
      const onGroup = vi.fn();
      const view = shown([state({ access: 'off', parts: [] }), state({ group: 'sec', title: 'SEC', access: 'no-permission', parts: [] })], { onGroup });
      const [ishares, sec] = view.querySelectorAll('.tm-source-group');
      const toggle = ishares?.querySelector<HTMLInputElement>('input[role="switch"]');
      expect(toggle?.hasAttribute('checked')).toBe(false);
      expect(textOf(ishares ?? null)).not.toContain('ago');
      press(sec?.querySelector('button'));
      expect(onGroup).toHaveBeenLastCalledWith('sec', true);
    });

    it('with a button that asks all of them, unless they are being asked', () => {
      const onRefresh = vi.fn();
      const button = (isRunning: boolean) => [...shown([state()], { onRefresh, isRunning }).querySelectorAll('button')].find((one) => textOf(one).startsWith('Refresh'));
      press(button(false));
      expect(onRefresh).toHaveBeenCalledOnce();
      expect(button(true)?.disabled).toBe(true);
    });

    it('with why what came is not in use', () => {
      expect(textOf(shown([], { buildFailure: 'What has come is not in use yet: the disk is full.' }))).toContain('the disk is full');
    });
  });

  describe('take the reader’s own files', () => {
    const shown = (more: Partial<OptionsViewProps['ownFiles']>) => rendered(<OptionsView {...props} ownFiles={{ ...props.ownFiles, ...more }} />);

    it('with what is in each, and a way to remove it', () => {
      const onRemove = vi.fn();
      const view = shown({ files: [{ id: 'own-file/holdings/IWM/mine.csv', name: 'mine.csv', fund: 'IWM', asOf: '2026-05-05', summary: '1,915 holdings' }], onRemove });
      expect(textOf(view)).toContain('mine.csv IWM: 1,915 holdings as of 5 May 2026');
      press(view.querySelector('[aria-label="Remove: mine.csv"]'));
      expect(onRemove).toHaveBeenCalledWith('own-file/holdings/IWM/mine.csv');
    });

    it('with what is wrong with one', () => {
      expect(textOf(shown({ fault: 'mine.csv, line 2, “value”: there is no value. Nothing was changed.' }).querySelector('[role=alert]'))).toContain('line 2, “value”');
    });

    it('with a question where a file does not say all', () => {
      const view = shown({ question: { name: 'mine.csv', summary: '2 holdings', fund: 'IWM', asOf: '' } });
      expect(textOf(view.querySelector('.tm-question'))).toContain('mine.csv: 2 holdings.');
      expect(view.querySelector<HTMLInputElement>('input[name=fund]')?.value).toBe('IWM');
    });
  });

  it('export everything, and erase it only once it was asked again', async () => {
    const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
    const onErase = vi.fn();
    const onExport = vi.fn();
    const view = rendered(<OptionsView {...props} everything={{ isErasing: false, onErase, onExport }} />);
    const button = (words: string) => [...view.querySelectorAll('button')].find((one) => textOf(one) === words);
    press(button('Export everything'));
    expect(onExport).toHaveBeenCalledOnce();
    press(button('Erase everything…'));
    await drawn();
    expect(onErase).not.toHaveBeenCalled();
    press(button('Cancel'));
    await drawn();
    expect(button('Erase everything')).toBeUndefined();
    press(button('Erase everything…'));
    await drawn();
    press(button('Erase everything'));
    expect(onErase).toHaveBeenCalledOnce();
  });

  it('says when data are missing', () => {
    expect(textOf(rendered(<OptionsView {...props} data={null} />))).toContain('Loading…');
    const data = { state: 'failed' as const, dataEnd: null, snapshotVersion: null, instruments: 0, observations: 0, series: 0, error: 'disk full' };
    expect(textOf(rendered(<OptionsView {...props} data={data} />))).toContain('disk full');
  });
});

describe('the evidence page', () => {
  const state = {
    kind: 'ready' as const, instrument: makeInstrument(), rows: recordRows([makeObservation()]),
    series: [], benchmarkName: 'S&P 500', benchmark: [], definitions: [], sectors: null, constituents: null, dataEnd: '2026-10-07',
  };

  it('lists every figure with its date and source', () => {
    const download = vi.fn();
    const view = rendered(<EvidenceView state={state} instruments={[makeInstrument()]} chosen="VTWO" day={null} onChoose={nothing} onDownload={download} onDownloadCompanies={nothing} />);
    expect(textOf(view.querySelector('h1'))).toBe('Vanguard Russell 2000 ETF');
    expect(Array.from(view.querySelectorAll('tbody tr > *'), textOf)).toEqual([
      'P/E ratio', 'loss-makers left out', '17.4', '31 October 2025', 'iShares: Russell 2000 ETF, fund characteristicsloss-makers left out',
    ]);
    expect(textOf(view)).toContain('No level series is on record.');
    press(view.querySelector('button'));
    expect(download).toHaveBeenCalledOnce();
  });

  it('sets returns beside the benchmark’s, where there is one', () => {
    const rows = [{ window: '2026 so far', days: '31 December 2025 – 7 October 2026', own: '+10.0%', benchmark: '+5.0%', difference: '+5.0 points' }];
    const cells = (benchmarkName: string | null, table: Table): string[] =>
      Array.from(rendered(<ReturnsTable table={table} name="VTWO" benchmarkName={benchmarkName} />).querySelectorAll('tr > *'), textOf);
    expect(cells('S&P 500', { rows, remarks: [] })).toEqual(['Window', 'Closes', 'VTWO', 'S&P 500', 'Difference', ...Object.values(rows[0]!)]);
    expect(cells(null, { rows, remarks: [] })).toEqual(['Window', 'Closes', 'VTWO', '2026 so far', '31 December 2025 – 7 October 2026', '+10.0%']);
    expect(cells('S&P 500', { rows: [{ ...rows[0]!, benchmark: null, difference: null }], remarks: [] }).slice(-2)).toEqual(['not on record', 'not on record']);
    const remarks = ['Up in 3 calendar years in a row, 2023 to 2025.'];
    expect(textOf(rendered(<ReturnsTable table={{ rows, remarks }} name="VTWO" benchmarkName={null} />))).toContain(remarks[0]);
    expect(cells(null, { rows: [], remarks })).toEqual([]);
  });

  it('says what it does not know', () => {
    const view = (id: string) => textOf(rendered(<EvidenceView state={{ kind: 'unknown', id }} instruments={[]} chosen={id} day={null} onChoose={nothing} onDownload={nothing} onDownloadCompanies={nothing} />));
    expect(view('')).toContain('Choose an index or a fund');
    expect(view('ZZZZ')).toContain('No instrument ZZZZ is on record');
  });
});
