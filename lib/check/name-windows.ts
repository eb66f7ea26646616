/** Which parts of a run of capitalised words may be the name: "Chipmaker Nvidia Corp shares" holds "Nvidia Corp" and "Nvidia". */
import type { Mention } from '../detect/detection.ts';
import { isEverydayKey } from '../market/names.ts';

/** Words before a company's name that are not part of it. */
const ROLES = new Set(
  ('chipmaker chip maker automaker carmaker retailer bank lender giant rival tech software drugmaker insurer airline streaming social media electric vehicle oil major company companies shares stock shareholders rival peers peer ' +
    'cloud online e-commerce conglomerate parent ceo cfo founder chairman analyst stocks like megacap megacaps etf fund index sponsor fellow u.s. us american big soft drink beverage payment payments biotech pharma bellwether names including both').split(' '),
);
/** Words after it. */
const TRAILERS = new Set(
  ('inc incorporated corp corporation co cos company companies ltd limited plc group holdings holding stock stocks shares ceo cfo class a b c shareholders common the management earnings results calls').split(' '),
);

/** A part of a mention's text, by offsets inside it. */
export interface NameWindow {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The parts of a candidate that may be the name, longest first. */
export function nameWindows(mention: Mention): NameWindow[] {
  const words: NameWindow[] = [];
  const pattern = /\S+/g;
  for (let match = pattern.exec(mention.text); match !== null; match = pattern.exec(mention.text)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  const windows: NameWindow[] = [];
  const isRole = (word: string, index: number): boolean => ROLES.has(bare(word)) || /^(?:of|the|and|&)$/i.test(word) || (index === 0 && mention.sentenceStart && isEverydayKey(bare(word)));
  const isTrailer = (word: string): boolean => TRAILERS.has(bare(word)) || /^(?:of|the|and|&)$/i.test(word);
  for (let length = words.length; length >= 1; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      if (!words.slice(0, from).every((word, index) => isRole(word.text, index)) && !startsAfterOf(words, from, mention.sentenceStart)) continue;
      if (!words.slice(from + length).every((word) => isTrailer(word.text))) continue;
      const first = words[from]!;
      const last = words[from + length - 1]!;
      windows.push({ text: mention.text.slice(first.start, last.end), start: first.start, end: last.end });
    }
  }
  return windows;
}

/** "Buyers of Citigroup", "Bank of Visa" is none: what opens a sentence has a capital whatever it is. */
function startsAfterOf(words: readonly NameWindow[], from: number, sentenceStart: boolean): boolean {
  return from > 0 && words[from - 1]!.text.toLowerCase() === 'of' && (ROLES.has(bare(words[0]!.text)) || (sentenceStart && from === 2));
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[.,]{1,3}$/, '');
}
