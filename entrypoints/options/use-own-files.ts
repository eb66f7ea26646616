import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../../components/language.ts';
import type { EverythingViewProps } from '../../components/options/everything-view.tsx';
import type { OwnFilesViewProps } from '../../components/options/own-files-view.tsx';
import type { Database } from '../../lib/data/database.ts';
import { exportEverything } from '../../lib/data/export-everything.ts';
import { knownInstruments, listOwnFiles, readOwnFile, removeOwnFile, storeOwnFile } from '../../lib/data/own-files.ts';
import type { OfFund, OwnFile, StoredFile } from '../../lib/data/own-files.ts';
import { createPace } from '../../lib/data/pace.ts';
import { OBSERVATIONS_EXAMPLE } from '../../lib/data/sources/observations-file.ts';
import type { SourceContext } from '../../lib/data/sources/source.ts';
import { isDay } from '../../lib/market/calendar.ts';
import { canonicalSymbol } from '../../lib/market/names.ts';
import { askWorker } from '../../lib/messages/client.ts';
import { browser } from '../../lib/platform/browser.ts';
import { createClock } from '../../lib/platform/clock.ts';
import { download } from '../../lib/platform/download.ts';
import { fill } from '../../lib/present/fill.ts';
import { SETTINGS_KEY } from '../../lib/settings/model.ts';

type HoldingsFile = Extract<OwnFile, { kind: 'holdings' }>;

const clock = createClock();

/** Of which fund and for which day a file says that it is; null unless it says both. */
function statedOf({ holdings: { fund, asOf } }: HoldingsFile): OfFund | null {
  return fund === null || asOf === null ? null : { fund, asOf };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The reader's own files as they are stored, what is wrong with one that is not, and what the reader does to them. */
export function useOwnFiles(database: Database, say: (text: string) => void): OwnFilesViewProps {
  const { ownFiles } = useLanguage().words;
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [open, setOpen] = useState<HoldingsFile | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const refuse = (error: unknown): void => setFault(fill(ownFiles.failed, { fault: wordsOf(error) }));
  const show = (): Promise<void> => listOwnFiles(database).then(setFiles);
  useEffect(() => void show().catch((error: unknown) => say(wordsOf(error))), [database]);

  const contextNow = (): SourceContext => ({ today: clock.today('new-york'), pause: createPace() });

  const work = (task: () => Promise<void>): void => {
    setFault(null);
    setBusy(true);
    task().catch(refuse).finally(() => setBusy(false));
  };

  /** Has the data in use built anew, and says what came of it. */
  const rebuild = async (done: string): Promise<void> => {
    await show();
    say(
      await askWorker('ownFilesChanged').then(
        () => done,
        (error: unknown) => fill(ownFiles.notInUse, { error: wordsOf(error) }),
      ),
    );
  };

  const store = async (file: OwnFile, of: OfFund | null): Promise<void> => {
    const known = await knownInstruments(database);
    const about = { known, context: contextNow(), now: clock.now(), version: browser.runtime.getManifest().version };
    await storeOwnFile(database, file, of, about);
    setOpen(null);
    const summary = file.kind === 'holdings' ? file.holdings.summary : String(file.observations.length);
    await rebuild(fill(ownFiles.added, { name: file.name, summary }));
  };

  return {
    files,
    fault,
    isBusy,
    question: open === null ? null : questionOf(open),
    onFile: (file) =>
      work(async () => {
        setOpen(null);
        say(fill(ownFiles.reading, { name: file.name }));
        const body = new Uint8Array(await file.arrayBuffer());
        const read = await readOwnFile(file.name, body, await knownInstruments(database), contextNow()).finally(() => say(''));
        const of = read.kind === 'holdings' ? statedOf(read) : null;
        if (read.kind === 'holdings' && of === null) setOpen(read);
        else await store(read, of);
      }),
    onAnswer: (typedFund, asOf) => {
      const fund = canonicalSymbol(typedFund.trim());
      if (!/^[A-Z0-9]{1,6}(?:\.[A-Z])?$/.test(fund)) setFault(fill(ownFiles.badFund, { typed: typedFund }));
      else if (!isDay(asOf) || asOf > clock.today('new-york')) setFault(fill(ownFiles.badDay, { typed: asOf }));
      else if (open !== null) work(() => store(open, { fund, asOf }));
    },
    onCancel: () => {
      setOpen(null);
      setFault(null);
    },
    onRemove: (id) =>
      work(async () => {
        const name = files.find((file) => file.id === id)?.name ?? '';
        await removeOwnFile(database, id);
        await rebuild(fill(ownFiles.removed, { name }));
      }),
    onExample: () => download(ownFiles.exampleName, OBSERVATIONS_EXAMPLE, 'text/csv'),
  };
}

function questionOf({ name, holdings: { fund, asOf, suggested, summary } }: HoldingsFile): OwnFilesViewProps['question'] {
  return { name, summary, fund: fund ?? suggested.fund ?? '', asOf: asOf ?? suggested.asOf ?? '' };
}

/** Exporting and erasing everything. */
export function useEverything(database: Database, { say, onErased }: { say: (text: string) => void; onErased: () => void }): EverythingViewProps {
  const { ownFiles } = useLanguage().words;
  const [isErasing, setErasing] = useState(false);
  const orSay = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => say(wordsOf(error)));
  return {
    isErasing,
    onExport: () => {
      const work = async (): Promise<void> => {
        const stored = await browser.storage.local.get(SETTINGS_KEY);
        const version = browser.runtime.getManifest().version;
        const text = await exportEverything(database, { version, now: clock.now(), settings: stored[SETTINGS_KEY] ?? {} });
        download(fill(ownFiles.exportName, { date: clock.today('local') }), text, 'application/json');
      };
      void orSay(work());
    },
    onErase: () => {
      setErasing(true);
      void orSay(askWorker('eraseEverything').then(onErased)).finally(() => setErasing(false));
    },
  };
}
