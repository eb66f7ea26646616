/** Words that make up about a third of any English text and are rare as words of the languages nearest to it. */
const ENGLISH = new Set([
  'the', 'of', 'and', 'to', 'is', 'that', 'for', 'on', 'with', 'as', 'are', 'was', 'at', 'by', 'it', 'from', 'has',
  'have', 'its', 'this', 'be', 'than', 'or', 'which', 'their', 'but', 'not', 'been', 'will', 'more',
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
  const share = sample.filter((word) => ENGLISH.has(word)).length / sample.length;
  return states === false ? share >= CLEAR_SHARE : share >= (states === true ? LEAST_SHARE / 2 : LEAST_SHARE);
}
