import { useEffect, useState } from 'preact/hooks';
import type { FunctionComponent } from 'preact';
import { PopupView, type ExportFormat, type PopupPage, type PopupSite } from '../../components/popup/popup-view.tsx';
import { useLanguage } from '../../components/language.ts';
import { askTab, askWorker } from '../../lib/messages/client.ts';
import type { DataStatus, PageState, RefreshStatus, ShowFindingRequest, SiteState } from '../../lib/messages/protocol.ts';
import { browser } from '../../lib/platform/browser.ts';
import { download } from '../../lib/platform/download.ts';
import type { PageReport } from '../../lib/check/report.ts';
import { evidenceAddress } from '../../lib/present/evidence-address.ts';
import { annotationJson } from '../../lib/present/export-annotations.ts';
import { claimReviewJson } from '../../lib/present/export-claim-review.ts';
import { jsonReport, markdownReport } from '../../lib/present/export.ts';
import { fill } from '../../lib/present/fill.ts';
import type { Language } from '../../lib/present/language.ts';
import { refreshLine } from '../../lib/present/sources.ts';
import { originsOfHost } from '../../lib/settings/hosts.ts';

/** How often, and how many times, a page that is still being read is asked again. */
const POLL_MS = 400;
const POLLS = 50;

/** Wires the popup to the worker and to the tab in front, or to the tab that `?tab=ID` names when opened in a tab itself. */
export function PopupApp() {
  const language = useLanguage();
  const { popup } = language.words;
  const [tabId, setTabId] = useState<number | null>(null);
  const [page, setPage] = useState<PopupPage>({ kind: 'loading' });
  const [site, setSite] = useState<PopupSite | null>(null);
  const [data, setData] = useState<DataStatus | null>(null);
  const [sources, setSources] = useState<RefreshStatus | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [IndexChart, setIndexChart] = useState<FunctionComponent<{ report: PageReport; height: number }> | null>(null);

  useEffect(() => {
    const closed = new AbortController();
    const load = async (): Promise<void> => {
      const tab = await tabInFront();
      if (tab === null) {
        setPage({ kind: 'not-read', reason: 'no-access', error: null });
        return;
      }
      setTabId(tab);
      askWorker('siteState', { tabId: tab }).then((state) => setSite(popupSite(state)), () => setSite(null));
      askWorker('dataStatus').then(setData, () => setData(null));
      askWorker('refreshStatus').then(setSources, () => setSources(null));
      for (let poll = 0; !closed.signal.aborted && poll < POLLS; poll += 1) {
        const state = await askWorker('pageSummary', { tabId: tab });
        setPage(popupPage(state));
        if (state.state === 'read' || state.reason !== 'reading') return;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    };
    load().catch((error: unknown) => setPage(failed(error)));
    return () => closed.abort();
  }, []);

  const isRead = page.kind === 'read';
  useEffect(() => {
    // After the findings are on the screen: the database and the chart library take longer than everything else here.
    if (isRead) requestIdleCallback(() => void import('./index-chart.tsx').then((chart) => setIndexChart(() => chart.IndexChart)));
  }, [isRead]);

  const read = async (): Promise<void> => {
    if (tabId === null) return;
    setBusy(true);
    setSaid(popup.reading);
    try {
      setPage(popupPage(await askWorker('readPage', { tabId })));
      setSaid(null);
    } catch (error) {
      setPage(failed(error));
    } finally {
      setBusy(false);
    }
  };

  const show = async (target: ShowFindingRequest): Promise<void> => {
    if (tabId === null) return;
    const answer = await askTab(tabId, 'showFinding', target).catch(() => null);
    if (answer === null) setSaid(popup.failedToGo);
    else if (!answer.reply) setSaid(popup.gone);
    else await goToTab(tabId);
  };

  const switchSite = async (on: boolean): Promise<void> => {
    if (site === null) return;
    const { host } = site;
    // The browser's prompt needs the click, and in Firefox it may close this popup: so the wish is sent first.
    const sent = askWorker('siteSwitch', { host, on });
    const isGranted = site.granted || !on || (await browser.permissions.request({ origins: originsOfHost(host) }));
    await sent;
    if (!isGranted) setSaid(popup.denied);
    await askWorker('siteSwitch', { host, on: on && isGranted });
    setSite({ ...site, on: on && isGranted, granted: isGranted });
  };

  const copy = async (): Promise<void> => {
    if (page.kind !== 'read') return;
    await navigator.clipboard.writeText(markdownReport(page.report, language));
    setSaid(popup.copiedAll);
  };

  const save = (format: ExportFormat): void => {
    if (page.kind !== 'read') return;
    const file = `tickmark-${format}.${format === 'json' ? 'json' : 'jsonld'}`;
    download(file, FILES[format](page.report, language), 'application/json');
    setSaid(fill(popup.saved, { file }));
  };

  const orSay = (work: Promise<void>): void => {
    work.catch((error: unknown) => setSaid(messageOf(error)));
  };

  return (
    <PopupView
      page={page}
      site={site}
      dataRemark={data === null ? null : remarkOf(data, language)}
      sourcesLine={sources === null ? null : refreshLine(sources, { now: Date.now(), language })}
      said={said}
      isBusy={isBusy}
      chart={IndexChart === null || page.kind !== 'read' ? null : <IndexChart report={page.report} height={120} />}
      evidenceAddress={(instrument) => `/${evidenceAddress(instrument, page.kind === 'read' ? page.report.published : null)}`}
      onShowClaim={(claimId) => orSay(show({ claimId }))}
      onShowMention={(mentionId) => orSay(show({ mentionId }))}
      onRead={() => orSay(read())}
      onSite={(on) => orSay(switchSite(on))}
      onCopy={() => orSay(copy())}
      onSave={save}
      onOptions={() => orSay(browser.runtime.openOptionsPage())}
    />
  );
}

const FILES: Readonly<Record<ExportFormat, (report: PageReport, language: Language) => string>> = {
  json: jsonReport,
  'claim-review': claimReviewJson,
  annotations: annotationJson,
};

async function tabInFront(): Promise<number | null> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (Number.isInteger(named) && named > 0) return named;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** The page is what the reader wants to see now: a popup closes, a tab of our own steps back. */
async function goToTab(tabId: number): Promise<void> {
  if (new URLSearchParams(location.search).has('tab')) await browser.tabs.update(tabId, { active: true });
  else window.close();
}

function popupPage(state: PageState): PopupPage {
  if (state.state === 'read') return { kind: 'read', report: state.report };
  return { kind: 'not-read', reason: state.reason, error: null };
}

function popupSite(state: SiteState): PopupSite | null {
  return state.host === null ? null : { host: state.host, on: state.on, granted: state.listed || state.granted };
}

function remarkOf(status: DataStatus, language: Language): string | null {
  const { popup } = language.words;
  if (status.state === 'loading') return popup.dataLoading;
  return status.state === 'failed' ? fill(popup.dataFailed, { error: status.error ?? '' }) : null;
}

function failed(error: unknown): PopupPage {
  return { kind: 'not-read', reason: 'failed', error: messageOf(error) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
