import { readFileSync } from 'node:fs';
import type { Claim, Directory, ResolvedMention } from '../../lib/check/finding.ts';
import { parseDirectoryFile } from '../../lib/data/sources/directory-file.ts';
import { createDirectory } from '../../lib/data/snapshot.ts';
import type { Detection } from '../../lib/detect/detection.ts';
import type { ArticleText } from '../../lib/text/document.ts';
import { articleFromPlainText } from '../../lib/text/document.ts';
import { loadBundledSnapshot } from '../../test/support/bundled.ts';

interface DetectModule {
  detect(article: ArticleText): Detection;
}
interface ResolveModule {
  resolve(detection: Detection, directory: Directory): { mentions: readonly ResolvedMention[]; claims: readonly Claim[] };
}

/** Text in, mentions and claims with their instruments out: the same functions that run in the browser. */
export interface Reader {
  readonly directory: Directory;
  read(
    text: string,
    options: { published: string | null; title: string | null },
  ): { mentions: readonly ResolvedMention[]; claims: readonly Claim[] };
}

const LIB = new URL('../../lib/', import.meta.url).href;

/**
 * A reader over the bundled directory and the given symbol directories. Where both know a symbol the bundled entry
 * stands, because it has aliases and former symbols.
 *
 * @throws when a directory file has a shape that no source knows; the message names the file.
 */
export async function loadReader(directoryFiles: readonly string[]): Promise<Reader> {
  const detection = (await import(`${LIB}detect/detect.ts`)) as DetectModule;
  const resolution = (await import(`${LIB}check/resolve.ts`)) as ResolveModule;
  const instruments = new Map(loadBundledSnapshot().instruments.map((instrument) => [instrument.id, instrument]));
  for (const file of directoryFiles) {
    for (const instrument of parseDirectoryFile(file, readFileSync(file, 'utf8'))) {
      if (!instruments.has(instrument.id)) instruments.set(instrument.id, instrument);
    }
  }
  const directory = createDirectory([...instruments.values()]);
  return {
    directory,
    read: (text, options) => resolution.resolve(detection.detect(articleFromPlainText(text, options)), directory),
  };
}
