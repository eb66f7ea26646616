import { ENGLISH, type Language } from './language.ts';
import { wordFor } from './word-of.ts';

/** A sector (GICS) in the reader's language; any other text, such as a source's own sector, as it stands. */
export function sectorName(sector: string, { words }: Language = ENGLISH): string {
  return wordFor(words.sectors, sector) ?? sector;
}
