/**
 * Text for measuring: sentences in the manner of finance articles, with figures and names, and plain ones between them,
 * in the proportion in which articles have them. The same for the same length.
 */
const FUNDS = ['IWM', 'VTWO', 'SPY', 'QQQ', 'IJR', 'VOO'];
const COMPANIES = ['Apple', 'Nvidia', 'Microsoft', 'Coca-Cola', 'Ford', 'Caterpillar', 'Pfizer', 'Walmart'];
const PLAIN = [
  'Investors have spent much of the year waiting for a change of tone, and many are still waiting.',
  'The argument is an old one, and it has been lost more often than it has been won.',
  'What happens next depends on how long lenders are willing to look the other way.',
  'None of this was visible in the minutes, which were written weeks before the meeting ended.',
  'Smaller firms borrow at floating rates, so relief reaches them sooner than anybody else.',
  'It is easy to forget how few of them anyone could name.',
];

function sentence(n: number): string {
  const fund = FUNDS[n % FUNDS.length]!;
  const company = COMPANIES[n % COMPANIES.length]!;
  const figure = ((n * 37) % 400) / 10 + 2;
  switch (n % 9) {
    case 0: return `The Russell 2000 trades at a P/E ratio of ${figure.toFixed(1)}.`;
    case 2: return `${company} shares rose ${figure.toFixed(1)}% this year, while the S&P 500 gained ${(figure / 2).toFixed(1)}%.`;
    case 4: return `The fund (NYSEARCA: ${fund}) has a dividend yield of ${(figure / 12).toFixed(2)}% and holds about 2,000 stocks.`;
    case 6: return `Roughly ${Math.round(figure)}% of its companies are unprofitable, said a strategist at a bank.`;
    default: return PLAIN[n % PLAIN.length]!;
  }
}

/** Paragraphs of five sentences, parted by one line break, at least `characters` long in all. */
export function benchText(characters: number): string {
  const paragraphs: string[] = [];
  let length = 0;
  for (let n = 0; length < characters; n += 5) {
    const paragraph = [0, 1, 2, 3, 4].map((i) => sentence(n + i)).join(' ');
    paragraphs.push(paragraph);
    length += paragraph.length + 1;
  }
  return paragraphs.join('\n');
}

/** The same as a page, with links and emphasis inside the text as pages have them. */
export function benchPage(characters: number): string {
  const paragraphs = benchText(characters)
    .replaceAll('&', '&amp;')
    .split('\n')
    .map((text, n) => `<p>${text.replace(/\b(S&amp;P 500|IWM|Apple)\b/, n % 2 ? '<a href="#">$1</a>' : '<b>$1</b>')}</p>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Small caps in 2026</title></head><body><main><article><h1>Small caps in 2026</h1>${paragraphs.join('\n')}</article></main></body></html>`;
}
