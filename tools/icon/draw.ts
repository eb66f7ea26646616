/**
 * Draws the toolbar icons in `public/icon/` from `icon.svg`, each size for itself so that small ones stay sharp.
 *
 *     node tools/icon/draw.ts [BROWSER]
 *
 * BROWSER is the path of a Chromium; `/usr/bin/chromium` when left out.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const SIZES = [16, 32, 48, 96, 128] as const;
const FOLDER = new URL('../../public/icon/', import.meta.url);

const svg = await readFile(new URL('icon.svg', import.meta.url), 'utf8');
const browser = await puppeteer.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    await page.setContent(`<style>body{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="${address}">`);
    await page.waitForFunction('document.images[0].complete');
    const image = await page.screenshot({ omitBackground: true });
    const target = new URL(`${size}.png`, FOLDER);
    await writeFile(target, image);
    console.log(fileURLToPath(target));
  }
} finally {
  await browser.close();
}
