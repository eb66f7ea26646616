/** The refresh in this browser: alarms, permissions, what the reader turned on, and the name under which the SEC is asked. */
import { createRefresher } from '../../lib/data/refresh/refresher.ts';
import type { Refresher } from '../../lib/data/refresh/refresher.ts';
import type { Refreshing } from '../../lib/data/refresh/refresh.ts';
import { SOURCES } from '../../lib/data/sources/index.ts';
import type { SourceGroup } from '../../lib/data/sources/source.ts';
import { browser } from '../../lib/platform/browser.ts';
import { createScheduler } from '../../lib/platform/scheduler.ts';
import type { Settings } from '../../lib/settings/model.ts';
import { readSettings } from '../../lib/settings/read.ts';
import { nameToSec } from './user-agent.ts';

const ALARM = 'refresh';

/** Both browsers stop a background part that has not used the extension API for half a minute. */
const AWAKE_MS = 20_000;

/** The groups of sources that are asked: those that the reader turned on, and of the others those granted at install. */
export function groupsOn(settings: Settings): ReadonlySet<SourceGroup> {
  const isOn = ({ group, access }: (typeof SOURCES)[number]): boolean => settings.sources[group] ?? access === 'required';
  return new Set(SOURCES.filter(isOn).map(({ group }) => group));
}

/** Match patterns of the hosts that each group's sources ask. */
export function hostsByGroup(): Record<string, string[]> {
  const groups = Object.entries(Object.groupBy(SOURCES, ({ group }) => group));
  return Object.fromEntries(groups.map(([group, specs]) => [group, [...new Set(specs.flatMap(({ hosts }) => hosts))]]));
}

/** Starts listening for the alarm at once; asks nothing by itself. */
export function createBrowserRefresher(
  of: Pick<Refreshing, 'database' | 'clock' | 'build' | 'version' | 'log'>,
): Refresher {
  const isGranted = (origins: readonly string[]): Promise<boolean> => browser.permissions.contains({ origins: [...origins] });
  const ownHost = new URL(browser.runtime.getURL('')).host;
  const refresher = createRefresher({
    refreshing: {
      ...of,
      sources: SOURCES,
      network: { fetch: (url, init) => fetch(url, init), now: () => of.clock.now() },
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      chance: () => Math.random(),
      groupsOn: async () => groupsOn(await readSettings(browser.storage.local)),
      isGranted,
    },
    wakeAt: (when) => scheduler.wakeAt(when),
    keepAwake: () => {
      const timer = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
      return () => clearInterval(timer);
    },
    prepare: () => nameToSec(browser.declarativeNetRequest, ownHost, of.version),
  });
  const scheduler = createScheduler(browser.alarms, ALARM, () => {
    refresher.run().catch((error: unknown) => of.log.error('the refresh was broken off', error));
  });
  return refresher;
}
