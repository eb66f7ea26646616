/**
 * Superscripts: a footnote mark after a figure must not become part of it ("a P/E of 17" with a raised 1 is not 171),
 * while an ordinal ("10th"), a trade mark sign or a raised part of the figure belongs to the text.
 */

/** What to do with a `<sup>`: read on, leave it out, or read it apart from the figure before it ("8 1/2"). */
export type SuperscriptAction = 'read' | 'leave-out' | 'part';

/** Numbers, single letters and the usual signs, alone or in brackets, also several parted by commas. */
const FOOTNOTE_MARK = /^\s*[[(]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶#]{1,3})(?:\s*[,–-]\s*(?:\d{1,3}|[a-z]))*[\])]?\s*$/i;

/**
 * @param element the `<sup>`
 * @param before the character of the flow before it
 */
export function footnoteAction(element: Element, before: string): SuperscriptAction {
  const text = element.textContent ?? '';
  if (text.length > 24 || !FOOTNOTE_MARK.test(text)) return 'read';
  const after = characterAfter(element);
  // "1" raised before "⁄" and a lowered "2": a built fraction.
  if (after === '⁄' || after === '/') return /\d/.test(before) ? 'part' : 'read';
  // Digits or a per cent sign follow at once: the raised sign is in the middle of a figure.
  if (/\d/.test(text) && /[\d.,]/.test(before) && /[\d%]/.test(after)) return 'read';
  return 'leave-out';
}

/** The first character laid out directly after the element within its parent, or the empty string. */
function characterAfter(element: Element): string {
  for (let node: Node | null = element.nextSibling; node !== null; node = node.nextSibling) {
    const text = node.nodeType === 3 || node.nodeType === 1 ? (node.textContent ?? '') : '';
    if (text !== '') return text.charAt(0);
  }
  return '';
}
