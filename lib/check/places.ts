import type { Detection } from '../detect/detection.ts';
import type { PagePlaces } from './report.ts';

/** Where each mention and each draft claim of a detection stands in the article's text, in reading order. */
export function placesOf(detection: Detection): PagePlaces {
  return {
    mentions: detection.mentions.map(({ id, span }) => ({ id, span })),
    claims: detection.claims.map(({ id, span, valueSpan }) => ({ id, span, valueSpan })),
  };
}
