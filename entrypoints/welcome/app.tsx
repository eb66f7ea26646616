import { useEffect, useRef, useState } from 'preact/hooks';
import { WelcomeView } from '../../components/welcome/welcome-view.tsx';
import { WELCOME } from '../../components/strings.ts';
import { browser } from '../../lib/platform/browser.ts';
import { fill } from '../../lib/present/fill.ts';
import { summaryLine } from '../../lib/present/summary.ts';
import { readSample } from './sample.ts';

/** Wires the welcome page: the sample article is put into it and read by the code that reads any page. */
export function WelcomeApp() {
  const sample = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<string | null>(null);
  const [summary, setSummary] = useState<string | null>(null);

  useEffect(() => {
    const place = sample.current;
    if (place === null) return;
    const visit = new AbortController();
    readSample(place, visit.signal).then(
      (report) => setSummary(report === null ? null : summaryLine(report.findings)),
      (reason: unknown) => setError(fill(WELCOME.notLoaded, { error: reason instanceof Error ? reason.message : String(reason) })),
    );
    return () => visit.abort();
  }, []);

  return <WelcomeView sample={sample} error={error} summary={summary} onOptions={() => void browser.runtime.openOptionsPage()} />;
}
