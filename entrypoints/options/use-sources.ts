import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../../components/language.ts';
import type { SourcesViewProps } from '../../components/options/sources-view.tsx';
import { askWorker } from '../../lib/messages/client.ts';
import type { RefreshStatus } from '../../lib/messages/protocol.ts';
import { browser } from '../../lib/platform/browser.ts';
import { fill } from '../../lib/present/fill.ts';
import { formatNumber } from '../../lib/present/format.ts';
import type { Language } from '../../lib/present/language.ts';
import { failureWords, groupName, groupViews } from '../../lib/present/sources.ts';

const POLL_RUNNING_MS = 500;
/** "12 minutes ago" grows old by itself. */
const POLL_IDLE_MS = 20_000;

/** The sources as the worker tells of them, asked again and again while the page is open, and what the reader does to them. */
export function useSources(say: (text: string) => void): SourcesViewProps {
  const language = useLanguage();
  const { sources } = language.words;
  const [status, setStatus] = useState<RefreshStatus | null>(null);
  const [storage, setStorage] = useState<Storage | null>(null);
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isClosed = false;
    const ask = async (): Promise<void> => {
      const now = await askWorker('refreshStatus').catch(() => null); // the worker may just be starting
      if (isClosed) return;
      if (now !== null) setStatus(now);
      timer = setTimeout(() => void ask(), now === null || now.isRunning ? POLL_RUNNING_MS : POLL_IDLE_MS);
    };
    void ask();
    void storageUsed().then(setStorage);
    return () => {
      isClosed = true;
      clearTimeout(timer);
    };
  }, [asked]);

  const act = (work: () => Promise<unknown>): void => {
    work().then(
      () => setAsked((count) => count + 1),
      (error: unknown) => say(error instanceof Error ? error.message : String(error)),
    );
  };

  return {
    groups: status === null ? null : groupViews(status.sources, { now: Date.now(), language }),
    isRunning: status?.isRunning ?? false,
    buildFailure: status?.build ? fill(sources.buildFailed, { failure: failureWords(status.build.failure, language) }) : null,
    storage: storage === null ? null : storageWords(storage, language),
    onRefresh: () =>
      act(async () => {
        await askWorker('refreshNow');
        keepStorage();
      }),
    onGroup: (group, on) =>
      act(async () => {
        // The browser's prompt must be asked for in the click itself, before anything is awaited.
        const isGranted = !on || (await browser.permissions.request({ origins: status?.hosts[group] ?? [] }));
        if (isGranted) await askWorker('sourceSwitch', { group, on });
        say(fill(isGranted ? (on ? sources.turnedOn : sources.turnedOff) : sources.denied, { name: groupName(group, language) }));
        if (on && isGranted) keepStorage();
      }),
  };
}

/**
 * Asks the browser not to throw the data away when the disk gets full. Nothing waits for the answer: Firefox asks the
 * reader, who may leave the question open; after a no the data are loaded anew when they are gone.
 */
function keepStorage(): void {
  const { storage } = navigator;
  storage.persisted().then((isKept) => isKept || storage.persist()).catch(() => false);
}

interface Storage {
  readonly isKept: boolean;
  readonly bytes: number;
}

function storageWords({ isKept, bytes }: Storage, language: Language): string {
  const { kept, mayGo } = language.words.sources;
  return fill(isKept ? kept : mayGo, { size: formatNumber(bytes / 1_000_000, { language, decimals: 1 }) });
}

async function storageUsed(): Promise<Storage | null> {
  try {
    const [isKept, { usage = 0 }] = await Promise.all([navigator.storage.persisted(), navigator.storage.estimate()]);
    return { isKept, bytes: usage };
  } catch {
    return null; // a browser that does not say
  }
}
