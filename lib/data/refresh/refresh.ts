/**
 * One refresh: asks every source for what is due, stores what comes, and builds the data in use anew.
 *
 * All that it knows lies in the database, and each step leaves it whole: a worker that is stopped at any point is
 * followed by one that asks for what is missing. Two at once do not happen: the second finds the lock taken.
 */
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Database } from '../database.ts';
import { currentGeneration } from '../generations.ts';
import { createPace } from '../pace.ts';
import type { SourceContext, SourceGroup, SourceSpec } from '../sources/source.ts';
import { askSource } from './ask-source.ts';
import { tidyGenerations } from './build.ts';
import { FetchFailure, isOfHost } from './fetch-failure.ts';
import type { Network } from './fetch-body.ts';
import { HostGate } from './host-gate.ts';
import { allParts, confirmPart, dropParts, partChanges, partId, storeNone, storePart } from './parts.ts';
import { hostOf, planRefresh, requestDueAt, restsUntil, surplusParts } from './plan.ts';
import type { Access, Due, Known, Plan } from './plan.ts';
import { holdHost, hostStates, noteBuild, noteFailure, noteSuccess, sourceStates, storageFailure } from './states.ts';

/** The world around a refresh. */
export interface Refreshing {
  readonly database: Database;
  readonly sources: readonly SourceSpec[];
  readonly network: Network;
  readonly clock: Clock;
  readonly wait: (ms: number) => Promise<void>;
  /** A number from 0 to 1, for delays that differ from one computer to the next. */
  readonly chance: () => number;
  /** Groups that the reader has on. */
  readonly groupsOn: () => Promise<ReadonlySet<SourceGroup>>;
  /** Whether the browser lets the extension ask all of these hosts (match patterns) now. */
  readonly isGranted: (hosts: readonly string[]) => Promise<boolean>;
  /** Builds the data in use from the bundled snapshot and the stored parts. */
  readonly build: () => Promise<unknown>;
  /** Version of the extension. */
  readonly version: string;
  readonly log: Log;
}

/** How far a refresh is: requests done of those that were due, by source. */
export type Progress = ReadonlyMap<string, { readonly done: number; readonly total: number }>;

export async function knownNow(of: Refreshing): Promise<Known> {
  const { database, sources, version } = of;
  const on = await of.groupsOn();
  const access = new Map<SourceSpec, Access>();
  for (const spec of sources) {
    access.set(spec, !on.has(spec.group) ? 'off' : (await of.isGranted(spec.hosts)) ? 'ready' : 'no-permission');
  }
  const wanted = await database.meta.get('wanted');
  return {
    sources,
    accessOf: (spec) => access.get(spec) ?? 'off',
    parts: await allParts(database),
    states: await sourceStates(database),
    hosts: await hostStates(database),
    wantedAt: wanted?.key === 'wanted' ? wanted.at : null,
    version,
  };
}

export function contextNow({ clock }: Pick<Refreshing, 'clock'>): SourceContext {
  return { today: clock.today('new-york'), pause: createPace() };
}

/** What is due now and next. */
export async function planNow(of: Refreshing): Promise<Plan> {
  return planRefresh(await knownNow(of), contextNow(of), of.clock.now());
}

/**
 * Asks for everything that is due.
 *
 * @param onProgress called after each request
 * @returns false when another refresh is under way, which then does the work.
 */
export async function refresh(of: Refreshing, onProgress: (progress: Progress) => void = () => undefined): Promise<boolean> {
  return navigator.locks.request(`${of.database.name} refresh`, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await new RefreshRun(of, await knownNow(of), onProgress).go();
    return true;
  });
}

class RefreshRun {
  readonly #of: Refreshing;
  readonly #known: Known;
  readonly #context: SourceContext;
  readonly #gate: HostGate;
  readonly #onProgress: (progress: Progress) => void;
  readonly #progress = new Map<string, { done: number; total: number }>();
  readonly #failed = new Set<string>();
  /** Sources of which something that is due has to wait. */
  readonly #incomplete = new Set<string>();
  /** Hosts that failed in this run: nothing more is asked of them. */
  readonly #held = new Map<string, FetchFailure>();
  /** Set when nothing can be stored: to ask for more would be for nothing. */
  #isDiskFull = false;

  constructor(of: Refreshing, known: Known, onProgress: (progress: Progress) => void) {
    this.#of = of;
    this.#known = known;
    this.#context = contextNow(of);
    this.#gate = new HostGate(() => of.clock.now(), of.wait);
    this.#onProgress = onProgress;
  }

  async go(): Promise<void> {
    const { due, waiting } = planRefresh(this.#known, this.#context, this.#of.clock.now());
    for (const id of waiting) this.#incomplete.add(id);
    for (const { spec } of due) {
      const progress = this.#progress.get(spec.id) ?? { done: 0, total: 0 };
      this.#progress.set(spec.id, { ...progress, total: progress.total + 1 });
    }
    this.#onProgress(this.#progress);
    // Hosts do not wait for each other.
    await Promise.all([...Map.groupBy(due, ({ host }) => host).values()].map((ofHost) => this.#askAll(ofHost)));
    await this.#dropSurplus();
    await this.#build();
  }

  async #dropSurplus(): Promise<void> {
    const { database, log } = this.#of;
    try {
      await dropParts(database, surplusParts({ ...this.#known, parts: await allParts(database) }, this.#context));
    } catch (error) {
      log.warn('parts that nothing asks for were not dropped', error);
    }
  }

  async #askAll(due: readonly Due[]): Promise<void> {
    for (const one of due) {
      if (this.#isDiskFull) return;
      await this.#askWithFallback(one);
      const { done, total } = this.#progress.get(one.spec.id) ?? { done: 0, total: 0 };
      this.#progress.set(one.spec.id, { done: done + 1, total });
      this.#onProgress(this.#progress);
      if (done + 1 === total) await this.#conclude(one.spec);
    }
  }

  /** Notes that a source is up to date, unless something of it failed or has to wait. */
  async #conclude({ id }: SourceSpec): Promise<void> {
    if (this.#failed.has(id) || this.#incomplete.has(id)) return;
    const { database, clock, log } = this.#of;
    await noteSuccess(database, id, clock.now()).catch((error: unknown) => log.warn(`the success of ${id} could not be noted`, error));
  }

  async #askWithFallback(one: Due): Promise<void> {
    if (await this.#ask(one)) return;
    const { sources } = this.#known;
    const fallback = sources.find(({ id }) => id === one.spec.fallback);
    const request = fallback?.requests(this.#context).find(({ key }) => key === one.request.key);
    if (fallback === undefined || request === undefined || this.#known.accessOf(fallback) !== 'ready') return;
    const now = this.#of.clock.now();
    const host = hostOf(request);
    // It has its own schedule, and its host may have asked to be left alone.
    if (Math.max(requestDueAt(this.#known, fallback, request, now), restsUntil(this.#known, fallback, host, now)) > now) return;
    await this.#askWithFallback({ spec: fallback, request, host });
    await this.#conclude(fallback);
  }

  /** Whether what was asked for is in storage now, or is known not to be. */
  async #ask({ spec, request, host }: Due): Promise<boolean> {
    try {
      const held = this.#held.get(host);
      if (held !== undefined) throw held;
      if (!(await this.#of.isGranted(spec.hosts))) throw new FetchFailure('no-permission');
      const part = this.#known.parts.get(partId(spec.id, request.key)) ?? null;
      const of = { source: spec.id, key: request.key };
      const { network, version, database, wait } = this.#of;
      const answer = await this.#gate.pass(host, () => askSource(network, { spec, request, part, version }, this.#context, wait));
      const now = this.#of.clock.now();
      if (answer.kind === 'unchanged') await confirmPart(database, partId(of.source, of.key), now);
      else if (answer.kind === 'none') await storeNone(database, of, { now, version });
      else await storePart(database, of, answer.part, { ...answer, now, version });
      if (this.#known.hosts.has(host)) await database.hosts.delete(host);
      return true;
    } catch (error) {
      await this.#note(spec, host, error instanceof FetchFailure ? error : storageFailure(error));
      return false;
    }
  }

  async #note(spec: SourceSpec, host: string, error: FetchFailure): Promise<void> {
    const { database, clock, chance, log } = this.#of;
    const isFirst = !this.#failed.has(spec.id);
    this.#failed.add(spec.id);
    if (error.failure.code === 'disk-full') this.#isDiskFull = true;
    const failures = (this.#known.states.get(spec.id)?.failures ?? 0) + 1;
    const about = { error, failures, now: clock.now(), chance: chance() };
    try {
      if (isFirst) await noteFailure(database, spec.id, about);
      if (isOfHost(error.failure) && !this.#held.has(host)) await holdHost(database, host, about);
    } catch (cause) {
      log.warn(`the failure of ${spec.id} could not be noted`, cause);
    }
    if (isOfHost(error.failure)) this.#held.set(host, error);
    log.warn(`${spec.id} failed`, `${error.failure.code} ${error.failure.status ?? ''} ${error.failure.detail ?? ''}`.trim());
  }

  async #build(): Promise<void> {
    const { database, build, clock, log } = this.#of;
    let failure = null;
    try {
      const current = await currentGeneration(database);
      if (current?.parts === (await partChanges(database))) await tidyGenerations(database);
      else await build();
    } catch (error) {
      log.error('the data in use stay as they are: they could not be built anew', error);
      failure = storageFailure(error).failure;
    }
    await noteBuild(database, failure, clock.now()).catch((error: unknown) => log.warn('not noted', error));
  }
}
