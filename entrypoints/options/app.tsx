import { useEffect, useState } from 'preact/hooks';
import { OptionsView } from '../../components/options/options-view.tsx';
import { useLanguage } from '../../components/language.ts';
import { listCorrections, removeCorrection } from '../../lib/data/corrections.ts';
import { Database, type CorrectionRow } from '../../lib/data/database.ts';
import { askWorker } from '../../lib/messages/client.ts';
import type { DataStatus } from '../../lib/messages/protocol.ts';
import { LANGUAGES } from '../../lib/language/languages.ts';
import { FINANCE_HOSTS, isFinanceHost } from '../../lib/page/finance-sites.ts';
import { browser } from '../../lib/platform/browser.ts';
import { fill } from '../../lib/present/fill.ts';
import { changeSettings, resetSettings } from '../../lib/settings/change.ts';
import { hostFromInput, originsOfHost } from '../../lib/settings/hosts.ts';
import { DEFAULT_SETTINGS, LANGUAGE_TAGS, MAX_DWELL_MS, type Settings, type StoredSettings } from '../../lib/settings/model.ts';
import { readSettings, watchSettings } from '../../lib/settings/read.ts';
import { useEverything, useOwnFiles } from './use-own-files.ts';
import { useSources } from './use-sources.ts';

const POLL_MS = 500;

/** The options, drawn anew once everything was erased. */
export function OptionsApp() {
  const { ownFiles } = useLanguage().words;
  const [erasures, setErasures] = useState(0);
  return <Options key={erasures} firstSaid={erasures === 0 ? null : ownFiles.erased} onErased={() => setErasures((count) => count + 1)} />;
}

/** Wires the options to the settings and to the worker. */
function Options({ firstSaid, onErased }: { firstSaid: string | null; onErased: () => void }) {
  const { options } = useLanguage().words;
  const storage = browser.storage.local;
  const [settings, setSettings] = useState<Settings>(DEFAULT_SETTINGS);
  const [data, setData] = useState<DataStatus | null>(null);
  const [said, setSaid] = useState(firstSaid);
  const [database] = useState(() => new Database());
  const [corrections, setCorrections] = useState<readonly CorrectionRow[]>([]);

  useEffect(() => {
    readSettings(storage).then(setSettings, (error: unknown) => setSaid(String(error)));
    return watchSettings(storage, setSettings);
  }, [storage]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const status = await askWorker('dataStatus');
      setData(status);
      if (status.state === 'loading') timer = setTimeout(askOrSay, POLL_MS);
    };
    const askOrSay = (): void => void ask().catch((error: unknown) => setSaid(String(error)));
    askOrSay();
    return () => clearTimeout(timer);
  }, []);

  const sources = useSources(setSaid);
  const ownFiles = useOwnFiles(database, setSaid);
  const everything = useEverything(database, { say: setSaid, onErased });

  const orSay = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => setSaid(error instanceof Error ? error.message : String(error)));
  };
  const showCorrections = (): Promise<void> => listCorrections(database).then(setCorrections);
  useEffect(() => orSay(showCorrections()), [database]);
  const change = (part: StoredSettings): void => orSay(changeSettings(storage, part).then(() => setSaid(options.saved)));

  const switchSite = async (host: string, on: boolean): Promise<void> => {
    // The browser's prompt must be asked for in the click itself, before anything is awaited.
    const isGranted = !on || isFinanceHost(host) || (await browser.permissions.request({ origins: originsOfHost(host) }));
    if (isGranted) await askWorker('siteSwitch', { host, on });
    setSaid(fill(isGranted ? (on ? options.added : options.removed) : options.denied, { host }));
  };

  return (
    <OptionsView
      settings={settings}
      financeHosts={FINANCE_HOSTS}
      data={data}
      sources={sources}
      ownFiles={ownFiles}
      everything={everything}
      said={said}
      languages={LANGUAGE_TAGS.map((tag) => ({ tag, name: LANGUAGES[tag].name }))}
      maxDwellMs={MAX_DWELL_MS}
      onAddSite={(typed) => {
        const host = hostFromInput(typed);
        if (host === null) setSaid(options.badHost);
        else orSay(switchSite(host, true));
      }}
      onSite={(host, on) => orSay(switchSite(host, on))}
      onChange={change}
      onVerdict={(verdict, shown) => change({ verdicts: { [verdict]: shown } })}
      corrections={corrections}
      onUndo={(id) => orSay(removeCorrection(database, id).then(showCorrections))}
      onReset={() => orSay(resetSettings(storage).then(() => setSaid(options.resetDone)))}
    />
  );
}
