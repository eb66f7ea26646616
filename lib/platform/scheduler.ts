/** Being woken at a time: the browser starts the worker for it when it sleeps. */
export interface Scheduler {
  /** Wakes at that time (milliseconds since 1970) and not at the one set before; null for never. */
  wakeAt(when: number | null): Promise<void>;
}

/** The part of `browser.alarms` that this needs. */
export interface AlarmsApi {
  create(name: string, info: { when: number }): Promise<void> | void;
  clear(name: string): Promise<boolean>;
  readonly onAlarm: { addListener(listener: (alarm: { readonly name: string }) => void): void };
}

/**
 * A scheduler on one of the browser's alarms. The listener is registered at once, so that the alarm that started the
 * worker is heard. Chromium keeps alarms over a restart of the browser and Firefox does not.
 */
export function createScheduler(alarms: AlarmsApi, name: string, onWake: () => void): Scheduler {
  alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) onWake();
  });
  return {
    wakeAt: async (when) => {
      if (when === null) await alarms.clear(name);
      else await alarms.create(name, { when });
    },
  };
}
