import { answerInTab, askWorker } from '../../lib/messages/client.ts';
import { isFinanceHost } from '../../lib/page/finance-sites.ts';
import { watchNavigation } from '../../lib/page/navigation.ts';
import { isSiteOn } from '../../lib/settings/model.ts';
import { readSettings, watchSettings } from '../../lib/settings/read.ts';
import type { ExtensionApi } from './extension-api.ts';
import { PageReader } from './page-reader.ts';

/** Wires the rooms together for one document; ends when `signal` aborts. */
export async function startReader(browser: ExtensionApi, signal: AbortSignal): Promise<void> {
  const settings = await readSettings(browser.storage.local);
  if (signal.aborted) return;
  const isListed = isListedHost(browser, location.hostname);
  const reader = new PageReader({
    document,
    settings,
    ask: (request) => askWorker('checkPage', request),
    services: {
      correct: (request) => askWorker('correct', request),
      openEvidence: (instrument, day) => askWorker('openEvidence', { instrument, day }),
    },
    left: () => void askWorker('pageLeft').catch(() => undefined),
    signal,
  });

  const stopAnswering = answerInTab(
    {
      pageState: () => reader.state,
      readNow: () => reader.read(),
      checkSelection: (note) => reader.checkSelection(note),
      showFinding: (request) => reader.show(request),
      step: ({ action }) => {
        reader.step(action);
        return undefined;
      },
    },
    browser.runtime.id,
  );
  const stopWatching = watchSettings(browser.storage.local, (changed) => {
    reader.apply(changed);
    readIfOn();
  });
  signal.addEventListener('abort', () => {
    stopAnswering();
    stopWatching();
    reader.stop();
  });
  watchNavigation(window, () => {
    reader.leave();
    readIfOn();
  }, signal);

  function readIfOn(): void {
    const host = location.hostname;
    if (isSiteOn(reader.settings, host, isListed)) {
      if (!reader.isReading) void reader.read();
    } else reader.turnOff(Object.hasOwn(reader.settings.sites, host) ? 'site-off' : 'site-not-listed');
  }
  readIfOn();
}

/** A build for reading local files has further hosts in its manifest. */
function isListedHost(browser: ExtensionApi, host: string): boolean {
  if (isFinanceHost(host)) return true;
  const matches = (browser.runtime.getManifest().content_scripts ?? []).flatMap((script) => script.matches ?? []);
  return host !== '' && matches.some((pattern) => pattern.includes(`://${host}/`));
}
