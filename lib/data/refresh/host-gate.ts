/** Two requests a second at most. */
export const BETWEEN_MS = 500;

/**
 * Lets requests through to each host one at a time, at least half a second from start to start, in the order in which
 * they came. Hosts do not wait for each other.
 */
export class HostGate {
  readonly #wait: (ms: number) => Promise<void>;
  readonly #now: () => number;
  readonly #lastOf = new Map<string, Promise<unknown>>();
  readonly #startOf = new Map<string, number>();
  /** A worker that was stopped may have asked just before. */
  readonly #created: number;

  constructor(now: () => number, wait: (ms: number) => Promise<void>) {
    this.#now = now;
    this.#wait = wait;
    this.#created = now();
  }

  /** Does the work once the host is free; a failure of it is the caller's and holds nobody up. */
  pass<T>(host: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#lastOf.get(host) ?? Promise.resolve()).then(async () => {
      const since = this.#now() - (this.#startOf.get(host) ?? this.#created);
      // A clock that was set back makes the time since negative; half a second is the longest wait in any case.
      if (since < BETWEEN_MS) await this.#wait(Math.min(BETWEEN_MS, BETWEEN_MS - since));
      this.#startOf.set(host, this.#now());
      return work();
    });
    this.#lastOf.set(
      host,
      turn.catch(() => undefined),
    );
    return turn;
  }
}
