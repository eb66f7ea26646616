/** Words that make up about a third of any English text and are rare as words of the languages nearest to it. */
const ENGLISH = new Set([
  'the', 'of', 'and', 'to', 'is', 'that', 'for', 'on', 'with', 'as', 'are', 'was', 'at', 'by', 'it', 'from', 'has',
  'have', 'its', 'this', 'be', 'than', 'or', 'which', 'their', 'but', 'not', 'been', 'will', 'more',
]);

/** The same for the languages that share the alphabet and much of the trade's vocabulary. */
const OTHER = new Set([
  'der', 'die', 'das', 'und', 'ist', 'nicht', 'mit', 'auf', 'für', // German
  'el', 'la', 'los', 'las', 'que', 'por', 'para', 'con', 'una', // Spanish
  'le', 'les', 'des', 'est', 'dans', 'qui', 'sur', 'pour', // French
  'il', 'di', 'che', 'per', 'della', 'sono', // Italian
  'het', 'een', 'van', 'voor', 'zijn', // Dutch
  'não', 'uma', 'mais', 'dos', // Portuguese
]);

/** Words looked at; enough to tell, and cheap on any page. */
const SAMPLE_WORDS = 400;
/** Least share of the words above among the first words of an English text; tables and lists stay above it. */
const LEAST_SHARE = 0.12;
/** Share above which a text is English although the page states another language: templates often state a wrong one. */
const CLEAR_SHARE = 0.25;
/** With fewer words than this, only the page's own statement counts. */
const TOO_FEW_WORDS = 40;

/**
 * Whether a text is in English.
 *
 * @param declared the language tag that the page states, or null
 */
export function isEnglish(text: string, declared: string | null): boolean {
  const states = declared === null ? null : /^en\b/i.test(declared);
  const words = text.slice(0, SAMPLE_WORDS * 12).toLowerCase().match(/\p{L}+/gu) ?? [];
  const sample = words.slice(0, SAMPLE_WORDS);
  if (sample.length < TOO_FEW_WORDS) return states ?? true;
  const share = shareOf(sample, (word) => ENGLISH.has(word));
  if (states === null) return share >= LEAST_SHARE;
  if (!states) return share >= CLEAR_SHARE;
  // A table of holdings has hardly any such words in any language.
  return share >= LEAST_SHARE || (shareOf(sample, (word) => OTHER.has(word)) <= share && shareOf(sample, isLatin) > 0.9);
}

function shareOf(words: readonly string[], is: (word: string) => boolean): number {
  return words.filter(is).length / words.length;
}

function isLatin(word: string): boolean {
  return /^\p{Script=Latin}+$/u.test(word);
}
