import { describe, expect, it } from 'vitest';
import { parsedColor } from '../../../lib/highlight/paper.ts';

describe('a computed colour', () => {
  it.each([
    ['rgb(255, 255, 255)', 1, 1],
    ['rgb(0, 0, 0)', 0, 1],
    ['rgba(0, 0, 0, 0)', 0, 0],
    ['rgb(251 240 217)', 0.94, 1],
    ['color(srgb 1 1 1 / 0.5)', 1, 0.5],
    ['oklch(0.2 0.03 260)', 0.2, 1],
    ['lab(96 0 0)', 0.96, 1],
    ['lab(96% 0 0)', 0.96, 1],
  ])('%s', (written, lightness, alpha) => {
    const color = parsedColor(written);
    expect(color?.lightness).toBeCloseTo(lightness, 1);
    expect(color?.alpha).toBe(alpha);
  });

  it('is null in a form that no browser computes to', () => {
    expect(parsedColor('var(--x)')).toBeNull();
    expect(parsedColor(`rgb(${'1,'.repeat(5000)})`)).toBeNull();
  });
});
