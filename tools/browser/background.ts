import { TargetType } from 'puppeteer-core';
import type { Browser, Target } from 'puppeteer-core';
import type { RunningBrowser } from './launch.ts';

/**
 * Puts the extension's background part to sleep, as the browser does when nothing happens: the service worker in
 * Chromium, the event page in Firefox.
 */
export async function stopBackground(running: RunningBrowser): Promise<void> {
  if (running.family === 'firefox') {
    await askFirefox(running, `${extensionIn(running)}.terminateBackground().then(() => 'stopped')`);
    return;
  }
  for (const target of workerTargets(running)) await (await target.worker())?.close();
  for (let tries = 0; tries < 50 && workerTargets(running).length > 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Whether it is awake; asking does not wake it. */
export async function isBackgroundRunning(running: RunningBrowser): Promise<boolean> {
  if (running.family === 'firefox') return (await askFirefox(running, `${extensionIn(running)}.backgroundState`)) !== 'stopped';
  return workerTargets(running).length > 0;
}

function workerTargets(running: RunningBrowser): Target[] {
  return running.browser.targets().filter((t) => t.type() === TargetType.SERVICE_WORKER && t.url().startsWith(running.origin ?? '?'));
}

function extensionIn(running: RunningBrowser): string {
  return `WebExtensionPolicy.getByID(${JSON.stringify(running.extensionId)}).extension`;
}

interface BidiConnection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

/** Evaluates in the browser's own window, for which Firefox is started with system access. Puppeteer has no call for it. */
async function askFirefox(running: RunningBrowser, expression: string): Promise<unknown> {
  const { connection } = running.browser as Browser & { readonly connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const { contexts } = tree.result as { contexts: readonly { context: string }[] };
  const target = { context: contexts[0]?.context };
  const answer = await connection.send('script.evaluate', { expression, target, awaitPromise: true });
  const { result, exceptionDetails } = answer.result as { result?: { value?: unknown }; exceptionDetails?: { text: string } };
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result?.value;
}
