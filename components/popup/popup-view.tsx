import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Verdict } from '../../lib/check/finding.ts';
import type { NotReadReason } from '../../lib/messages/protocol.ts';
import type { PageReport } from '../../lib/check/report.ts';
import { formatDate, formatYear } from '../../lib/present/dates.ts';
import { fill } from '../../lib/present/fill.ts';
import { ageRemark, summaryLine } from '../../lib/present/summary.ts';
import type { Language } from '../../lib/present/language.ts';
import { wordOf } from '../../lib/present/word-of.ts';
import { useLanguage } from '../language.ts';
import { FindingFilter } from './finding-filter.tsx';
import { FindingList } from './finding-list.tsx';
import { TickerList } from './ticker-list.tsx';

export type NotRead = NotReadReason;

/** What the popup shows of the page in front. */
export type PopupPage =
  | { readonly kind: 'loading' }
  | { readonly kind: 'not-read'; readonly reason: NotRead; readonly error: string | null }
  | { readonly kind: 'read'; readonly report: PageReport };

/** A file that a report can be saved as. */
export const EXPORT_FORMATS = ['json', 'claim-review', 'annotations'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface PopupSite {
  readonly host: string;
  readonly on: boolean;
  /** Whether the browser lets the extension read this site; if not, it asks when the switch is turned on. */
  readonly granted: boolean;
}

export interface PopupViewProps {
  readonly page: PopupPage;
  /** Null where no extension may read. */
  readonly site: PopupSite | null;
  /** A sentence about the market data when they are not ready; null when they are. */
  readonly dataRemark: string | null;
  /** How the sources of market data stand, in one line; null when none is asked. */
  readonly sourcesLine: string | null;
  /** Said in the live region. */
  readonly said: string | null;
  readonly isBusy: boolean;
  /** Drawn under the tickers; comes after the rest. */
  readonly chart?: ComponentChildren;
  readonly evidenceAddress: (instrument: string) => string;
  readonly onShowClaim: (claimId: number) => void;
  readonly onShowMention: (mentionId: number) => void;
  readonly onRead: () => void;
  readonly onSite: (on: boolean) => void;
  readonly onCopy: () => void;
  readonly onSave: (format: ExportFormat) => void;
  readonly onOptions: () => void;
}

/** The list of everything that was found on a page: the interface that works without a pointer and without eyes. */
export function PopupView(props: PopupViewProps) {
  const { page, site, said, dataRemark } = props;
  const language = useLanguage();
  return (
    <main class="tm tm-popup" aria-busy={props.isBusy}>
      <Body {...props} />
      <p class="tm-said" role="status">
        {said ?? ''}
      </p>
      <footer>
        {site === null ? null : <SiteSwitch site={site} onSite={props.onSite} />}
        <div class="tm-row">
          <span class="tm-dim">{dataRemark ?? (page.kind === 'read' ? dataEndOf(page.report, language) : '')}</span>
          <button type="button" class="tm-link" onClick={props.onOptions}>
            {language.words.popup.options}
          </button>
        </div>
        {props.sourcesLine === null ? null : <p class="tm-dim tm-small">{props.sourcesLine}</p>}
      </footer>
    </main>
  );
}

function dataEndOf(report: PageReport, language: Language): string {
  return fill(language.words.popup.dataTo, { date: formatDate(report.dataEnd, language) });
}

function Body(props: PopupViewProps) {
  const { page } = props;
  const { popup, notRead } = useLanguage().words;
  if (page.kind === 'loading') return <State title={popup.name} text={props.isBusy ? popup.reading : popup.loading} />;
  if (page.kind === 'read') return <Report {...props} report={page.report} />;
  const { title, text } = wordOf(notRead, page.reason);
  const canRead = page.reason !== 'no-access' && page.reason !== 'reading';
  return (
    <State title={title} text={text}>
      {page.error === null ? null : <p class="tm-dim">{page.error}</p>}
      {canRead ? (
        <button type="button" class="tm-button" disabled={props.isBusy} onClick={props.onRead}>
          {page.reason === 'failed' ? popup.retry : props.isBusy ? popup.reading : popup.readPage}
        </button>
      ) : null}
    </State>
  );
}

function State({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <div class="tm-state">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </div>
  );
}

function Report(props: PopupViewProps & { report: PageReport }) {
  const { report } = props;
  const [shown, setShown] = useState<Verdict | null>(null);
  const language = useLanguage();
  const { popup } = language.words;
  const remark = ageRemark(report, language);
  const published = report.published === null ? popup.undated : fill(popup.published, { date: formatDate(report.published, language) });
  const findings = report.findings.filter(({ verdict }) => shown === null || verdict === shown);
  return (
    <>
      <header>
        <h1>{report.title ?? popup.name}</h1>
        <p class="tm-dim">
          {published} · {fill(popup.readOn, { date: formatDate(report.today, language) })}
        </p>
        <p class="tm-summary">{summaryLine(report.findings, language)}</p>
        {remark === null ? null : <p class="tm-dim">{remark}</p>}
      </header>
      <FindingFilter findings={report.findings} shown={shown} onShow={setShown} />
      <FindingList findings={findings} onShow={props.onShowClaim} />
      <TickerList tickers={report.tickers} evidenceAddress={props.evidenceAddress} onShow={props.onShowMention} />
      {props.chart ? (
        <section class="tm-group tm-index-chart">
          <h2>{fill(popup.chart, { year: formatYear(report.dataEnd.slice(0, 4), language) })}</h2>
          {props.chart}
        </section>
      ) : null}
      {report.findings.length === 0 ? null : <Exports onCopy={props.onCopy} onSave={props.onSave} />}
      <p class="tm-dim tm-small">{language.words.report.footer}</p>
    </>
  );
}

function Exports({ onCopy, onSave }: Pick<PopupViewProps, 'onCopy' | 'onSave'>) {
  const { popup } = useLanguage().words;
  return (
    <section class="tm-group tm-exports">
      <h2>{popup.exports}</h2>
      <p class="tm-row">
        <button type="button" class="tm-link" onClick={onCopy}>
          {popup.copyAll}
        </button>
        {EXPORT_FORMATS.map((format) => (
          <button key={format} type="button" class="tm-link" title={wordOf(popup.formats, format).title} onClick={() => onSave(format)}>
            {wordOf(popup.formats, format).name}
          </button>
        ))}
      </p>
    </section>
  );
}

function SiteSwitch({ site, onSite }: { site: PopupSite; onSite: (on: boolean) => void }) {
  const isOn = site.on && site.granted;
  const { popup } = useLanguage().words;
  return (
    <label class="tm-switch">
      <input type="checkbox" role="switch" checked={isOn} onChange={(event) => onSite(event.currentTarget.checked)} />
      <span>
        {fill(popup.siteOn, { host: site.host })}
        {site.granted ? null : <small class="tm-dim"> {popup.siteNeedsGrant}</small>}
      </span>
    </label>
  );
}
