/**
 * Files that readers bring: a fund's holdings and figures of their own. They are stored as parts like any source's answers,
 * go into every generation, and stay until the reader removes them.
 */
import type { InstrumentId, InstrumentKind } from '../market/instrument.ts';
import type { Observation } from '../market/observation.ts';
import type { Database } from './database.ts';
import { currentGeneration } from './generations.ts';
import { checkPart } from './refresh/check-part.ts';
import { FetchFailure } from './refresh/fetch-failure.ts';
import { dropParts, OWN_SOURCE, storePart } from './refresh/parts.ts';
import { textOf } from './sources/body.ts';
import { ownHoldings, parseHoldingsFile } from './sources/holdings-file.ts';
import type { HoldingsFile } from './sources/holdings-file.ts';
import { isObservationsFile, parseObservationsFile } from './sources/observations-file.ts';
import { counted } from './sources/printed.ts';
import { SourceFormatError } from './sources/source-format-error.ts';
import type { SourceContext, SourcePart } from './sources/source.ts';

/** No issuer's file of one fund is longer, in bytes. */
const MAX_BYTES = 32_000_000;

/** A file that was read and not yet stored. */
export type OwnFile =
  | { readonly kind: 'holdings'; readonly name: string; readonly holdings: HoldingsFile }
  | { readonly kind: 'figures'; readonly name: string; readonly observations: readonly Observation[] };

/** A file in storage. */
export interface StoredFile {
  /** Of its part. */
  readonly id: string;
  readonly kind: OwnFile['kind'];
  readonly name: string;
  /** Whose holdings; null for figures. */
  readonly fund: InstrumentId | null;
  /** Last day that it speaks for. */
  readonly asOf: string | null;
  /** "1,915 holdings". */
  readonly summary: string;
  /** Milliseconds. */
  readonly storedAt: number;
}

/** What instruments are on record in the data in use. */
export interface KnownInstruments {
  kindOf(id: InstrumentId): InstrumentKind | null;
}

export async function knownInstruments(database: Database): Promise<KnownInstruments> {
  const current = await currentGeneration(database);
  if (current === null) return { kindOf: () => null };
  const { directory } = current;
  const rows = await database.instruments.where(':id').between([directory], [directory + 1], true, false).toArray();
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]));
  return { kindOf: (id) => kinds.get(id) ?? null };
}

/**
 * Reads a file, whichever of the two it is; stores nothing.
 *
 * @param name File name, for the faults and for the sources of figures.
 * @throws {SourceFormatError} with line, column and what was expected.
 */
export async function readOwnFile(name: string, body: Uint8Array, known: KnownInstruments, context: SourceContext): Promise<OwnFile> {
  if (body.length > MAX_BYTES) throw new SourceFormatError(name, `the file is longer than a fund's holdings can be (${MAX_BYTES / 1_000_000} MB)`);
  // What is no text is a workbook, or is refused as one.
  const text = body[0] === 0x50 && body[1] === 0x4b ? null : textOf(name, body, 'markup');
  if (text === null || !isObservationsFile(text)) return { kind: 'holdings', name, holdings: await parseHoldingsFile(name, body, context) };
  const isKnown = (id: InstrumentId): boolean => known.kindOf(id) !== null;
  return { kind: 'figures', name, observations: parseObservationsFile(name, text, { today: context.today, isKnown }) };
}

/** Of which fund and day a holdings file is, where it does not say so itself: what the reader decides. */
export interface OfFund {
  readonly fund: InstrumentId;
  readonly asOf: string;
}

/**
 * Checks a file as answers of sources are checked, and stores it: figures in place of those of a file of the same name,
 * holdings in place of those that the reader brought of the same fund before. The data in use change with the next generation.
 *
 * @param of for holdings, the fund and the day; for figures, nothing
 * @throws {SourceFormatError} when the file holds what cannot be; what was there stays then.
 */
export async function storeOwnFile(
  database: Database,
  file: OwnFile,
  of: OfFund | null,
  about: { readonly known: KnownInstruments; readonly context: SourceContext; readonly now: number; readonly version: string },
): Promise<void> {
  const { known, context, now, version } = about;
  const part = file.kind === 'figures' ? figuresPart(file.observations) : holdingsPart(file, of, known);
  try {
    checkPart(part, null, context);
  } catch (error) {
    throw error instanceof FetchFailure ? new SourceFormatError(file.name, error.message) : error;
  }
  const key = [file.kind, file.kind === 'holdings' ? of?.fund : '', file.name].join('/');
  const replaced = (await listOwnFiles(database)).filter(({ kind, fund }) => kind === 'holdings' && file.kind === 'holdings' && fund === of?.fund);
  await database.transaction('rw', [database.parts, database.contents, database.meta], async () => {
    await dropParts(database, replaced.map(({ id }) => id));
    await storePart(database, { source: OWN_SOURCE, key }, part, { etag: null, lastModified: null, now, version });
  });
}

function figuresPart(observations: readonly Observation[]): SourcePart {
  const asOf = observations.reduce((last, { asOf: { from } }) => (from > last ? from : last), '');
  return { asOf, summary: counted(observations.length, 'figure'), observations };
}

function holdingsPart({ name, holdings }: Extract<OwnFile, { kind: 'holdings' }>, of: OfFund | null, known: KnownInstruments): SourcePart {
  if (of === null) throw new SourceFormatError(name, 'it does not say of which fund it is, and for which day');
  const { fund, asOf } = of;
  const kind = known.kindOf(fund);
  if (kind !== null && kind !== 'fund') throw new SourceFormatError(name, `${fund} is no fund; the symbol of a fund was expected`);
  const part = { asOf, summary: holdings.summary, holdings: [ownHoldings(name, holdings, fund, asOf)] };
  if (kind !== null) return part;
  // A fund that no list has is found by its symbol from now on, and by nothing that may be an everyday word.
  const instrument = {
    id: fund, kind: 'fund', symbol: fund, name: holdings.fundName ?? fund, aliases: [], exchange: null, sector: null, tracks: null, formerSymbols: [], commonWord: true,
  } as const;
  return { ...part, instruments: [instrument] };
}

/** All of them, the newest first. */
export async function listOwnFiles(database: Database): Promise<readonly StoredFile[]> {
  const rows = await database.parts.where('source').equals(OWN_SOURCE).toArray();
  return rows
    .sort((a, b) => b.fetchedAt - a.fetchedAt || a.id.localeCompare(b.id))
    .map(({ id, key, asOf, summary, fetchedAt }) => {
      const [kind, fund = '', ...name] = key.split('/');
      return { id, kind: kind === 'holdings' ? kind : 'figures', name: name.join('/'), fund: fund === '' ? null : fund, asOf, summary, storedAt: fetchedAt };
    });
}

/** Forgets a file; the data in use change with the next generation. */
export function removeOwnFile(database: Database, id: string): Promise<void> {
  return dropParts(database, [id]);
}
