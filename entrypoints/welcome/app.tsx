import { useEffect, useRef, useState } from 'preact/hooks';
import { WelcomeView } from '../../components/welcome/welcome-view.tsx';
import { useLanguage } from '../../components/language.ts';
import type { PageReport } from '../../lib/check/report.ts';
import { browser } from '../../lib/platform/browser.ts';
import { fill } from '../../lib/present/fill.ts';
import { summaryLine } from '../../lib/present/summary.ts';
import { readSample } from './sample.ts';

/** Wires the welcome page: the sample article is put into it and read by the code that reads any page. */
export function WelcomeApp() {
  const language = useLanguage();
  const { welcome } = language.words;
  const sample = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<string | null>(null);
  const [report, setReport] = useState<PageReport | null>(null);

  useEffect(() => {
    const place = sample.current;
    if (place === null) return;
    const visit = new AbortController();
    readSample(place, visit.signal, language).then(
      setReport,
      (reason: unknown) => setError(fill(welcome.notLoaded, { error: reason instanceof Error ? reason.message : String(reason) })),
    );
    return () => visit.abort();
  }, [language]);

  return <WelcomeView sample={sample} error={error} summary={report === null ? null : summaryLine(report.findings, language)} onOptions={() => void browser.runtime.openOptionsPage()} />;
}
