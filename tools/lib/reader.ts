import { readFileSync } from 'node:fs';
import { resolve } from '../../lib/check/resolve.ts';
import type { Claim, Directory, ResolvedMention } from '../../lib/check/finding.ts';
import { parseDirectoryFile } from '../../lib/data/sources/directory-file.ts';
import { createDirectory } from '../../lib/data/snapshot.ts';
import { detect } from '../../lib/detect/detect.ts';
import { articleFromPlainText } from '../../lib/text/document.ts';
import { loadBundledSnapshot } from '../../test/support/bundled.ts';

/** Text in, mentions and claims with their instruments out: the same functions that run in the browser. */
export interface Reader {
  readonly directory: Directory;
  read(
    text: string,
    options: { published: string | null; title: string | null },
  ): { mentions: readonly ResolvedMention[]; claims: readonly Claim[] };
}

/**
 * A reader over the bundled directory and the given symbol directories. Where both know a symbol the bundled entry
 * stands, because it has aliases and former symbols.
 *
 * @throws when a directory file has a shape that no source knows; the message names the file.
 */
export function loadReader(directoryFiles: readonly string[] = []): Reader {
  const instruments = new Map(loadBundledSnapshot().instruments.map((instrument) => [instrument.id, instrument]));
  for (const file of directoryFiles) {
    for (const instrument of parseDirectoryFile(file, readFileSync(file, 'utf8'))) {
      if (!instruments.has(instrument.id)) instruments.set(instrument.id, instrument);
    }
  }
  const directory = createDirectory([...instruments.values()]);
  return {
    directory,
    read: (text, options) => resolve(detect(articleFromPlainText(text, options)), directory),
  };
}
