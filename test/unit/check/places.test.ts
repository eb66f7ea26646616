import { expect, it } from 'vitest';
import { placesOf } from '../../../lib/check/places.ts';
import { detect } from '../../../lib/detect/detect.ts';
import { articleFromPlainText } from '../../../lib/text/document.ts';

it('gives the places of mentions and claims of an article, by id and in reading order', () => {
  const text = 'The Russell 2000 trades at a P/E ratio of 17.\nVTWO yields 1.2%.';
  const detection = detect(articleFromPlainText(text));
  const { mentions, claims } = placesOf(detection);
  expect(mentions.map(({ id, span }) => [id, text.slice(span.start, span.end)])).toEqual(detection.mentions.map((one) => [one.id, one.text]));
  expect(mentions.map(({ span }) => text.slice(span.start, span.end))).toContain('Russell 2000');
  expect(claims.map(({ id, valueSpan }) => [id, text.slice(valueSpan.start, valueSpan.end)])).toEqual([[0, '17'], [1, '1.2%']]);
  for (const { span, valueSpan } of claims) expect(span.start <= valueSpan.start && valueSpan.end <= span.end).toBe(true);
});
