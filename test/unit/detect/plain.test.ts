import { describe, expect, it } from 'vitest';
import { articleFromPlainText } from '../../../lib/text/document.ts';
import { detect } from '../../../lib/detect/detect.ts';

/** Whether the claim with that figure may be called wrong; null when there is none. */
function isPlain(text: string, figure: string, published: string | null = '2025-06-02'): boolean | null {
  const claims = detect(articleFromPlainText(text, { published, title: null })).claims;
  const claim = claims.find(({ valueSpan }) => text.slice(valueSpan.start, valueSpan.end).includes(figure));
  return claim?.isPlain ?? null;
}

describe('a figure that is plainly said', () => {
  it.each([
    ['The Russell 2000 gained 15.1% in 2023.', '15.1'],
    ['In 2023 the S&P 500 rose 24.2%, while the Russell 2000 gained 15.1%.', '15.1'],
    ["The Russell 2000's 15.1% gain in 2023 surprised many.", '15.1'],
    ['At 26 times earnings, the S&P 500 is dear.', '26'],
    ['IWM has a P/E of 18.', '18'],
    ['The Russell 2000 holds 1,966 companies.', '1,966'],
    ['The Dow closed at 42,544.22 on the last day of 2024.', '42,544.22'],
    ['About 40% of Russell 2000 companies are unprofitable, according to Apollo.', '40'],
    ['Without dividends, the S&P 500 gained 23.3% in 2024.', '23.3'],
    ['IWM tracks small companies. It yields 1.2%.', '1.2'],
    ['In Aug. 2015 the S&P 500 fell 6.3%.', '6.3'],
  ])('%s', (text, figure) => {
    expect(isPlain(text, figure)).toBe(true);
  });
});

describe('a figure whose owner, measure or time has to be guessed', () => {
  it.each([
    ['another owner', "The dividend yield of IWM's top decile is 3.4%.", '3.4'],
    ['set against', 'The fund is measured against the Russell 2000, returning 65% in 2023.', '65'],
    ['two names and nobody right before the verb', 'Compared with IWM and SPY, it has a yield of 4.2%.', '4.2'],
    ['a part of the companies', 'In health care, 18% of Russell 2000 companies lose money.', '18'],
    ['a count of something else', 'About 731 stocks in the Russell 2000 hit new highs.', '731'],
    ['other terms', 'Measured in gold, the S&P 500 fell 12% in 2024.', '12'],
    ['a month whose year the text before sets otherwise', 'In 2022 the S&P 500 fell 19.4%. In April it lost 8.8%.', '8.8'],
    ['a month no date was made of', 'The Russell 2000 rose 18.3% that November.', '18.3'],
    ['several levels, one day', 'The Nasdaq began the month at 21,902.24 and closed at 19,113.77 on May 30, 2025.', '21,902.24'],
    ['a multiple of some past time', 'The S&P 500 traded at 50.6 times forward earnings at the peak of the bubble.', '50.6'],
    ['a bare "for the year" under another year', 'Wall Street ends 2022 lower\nThe S&P 500 fell 19.4% for the year.', '19.4'],
    ['a list longer than its names', 'The Russell 2000 rose 4%, 5% and 6% in April, May and June.', '4'],
  ])('%s', (_why, text, figure) => {
    expect(isPlain(text, figure)).toBe(false);
  });

  it('is nobody’s when the sentence says whose it is, and that is no security', () => {
    expect(isPlain('The typical small-cap fund gained 111.9% in 2017; the Dow returned 25.1%.', '111.9')).toBe(null);
    expect(isPlain('Cyclical shares within the S&P 500 jumped 48% in 2024.', '48')).toBe(null);
    expect(isPlain('Shorting the Russell 2000 returned 21% in 2022.', '21')).toBe(null);
  });

  it('reads parts of longer periods as no period', () => {
    for (const words of ['in 2018-22', 'in March and April 2013', 'in the December quarter of 2017', 'in 2014 through July']) {
      const [claim] = detect(articleFromPlainText(`The Russell 2000 rose 7% ${words}.`, { published: '2025-06-02', title: null })).claims;
      expect(claim?.period, words).toBe('unclear');
    }
  });

  it('does not trust months and "last year" on a page without a date', () => {
    expect(isPlain('The S&P 500 gained 23.3% last year after a loss in 2022.', '23.3', null)).toBe(false);
  });
});
