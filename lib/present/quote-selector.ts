import type { Claim } from '../check/finding.ts';

/** Characters kept on each side of a quote: enough to tell it from the same words elsewhere on the page. */
const CONTEXT = 32;

/** A quote with the words around it, by which it is found again on its page. */
export interface QuoteSelector {
  readonly exact: string;
  /** What stands before it in the same sentence; empty at its beginning. */
  readonly prefix: string;
  readonly suffix: string;
}

/** The claim's quote with up to 32 characters of its sentence on each side. */
export function quoteSelector(claim: Pick<Claim, 'quote' | 'sentence'>): QuoteSelector {
  const at = claim.sentence.indexOf(claim.quote);
  if (at < 0) return { exact: claim.quote, prefix: '', suffix: '' };
  return {
    exact: claim.quote,
    prefix: claim.sentence.slice(Math.max(0, at - CONTEXT), at),
    suffix: claim.sentence.slice(at + claim.quote.length, at + claim.quote.length + CONTEXT),
  };
}

/**
 * Link that opens the page at the quote, by a text directive (WICG Scroll to Text Fragment). Whole words of the context
 * are given with it; a directive with half a word finds nothing.
 */
export function passageLink(url: string, claim: Pick<Claim, 'quote' | 'sentence'>): string {
  const { exact, prefix, suffix } = quoteSelector(claim);
  const before = wholeWords(prefix, 'end');
  const after = wholeWords(suffix, 'start');
  const parts = [...(before === '' ? [] : [`${encode(before)}-`]), encode(collapsed(exact)), ...(after === '' ? [] : [`-${encode(after)}`])];
  return `${url.replace(/#.*$/s, '')}#:~:text=${parts.join(',')}`;
}

/** The last, or the first, three whole words. The word that the cut may have gone through is left out. */
function wholeWords(context: string, side: 'start' | 'end'): string {
  const words = collapsed(context).split(' ').filter((word) => word !== '');
  const whole = context.length < CONTEXT ? words : side === 'end' ? words.slice(1) : words.slice(0, -1);
  return (side === 'end' ? whole.slice(-3) : whole.slice(0, 3)).join(' ');
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The directive's own signs, comma, hyphen and ampersand, are escaped as well. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
