import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWithExtension } from '../support/browsers.ts';
import type { RunningBrowser } from '../support/browsers.ts';
import { startSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';
import { until } from '../support/wait.ts';

/** The reader's own files, from the options to the evidence page, with the production build. */
const HOLDINGS = 'Date,Fund,Ticker,Name,Sector,Market Value,Weight\n2026-10-07,QQQ,AAPL,APPLE INC,Information Technology,"600,000",60\n2026-10-07,QQQ,NVDA,NVIDIA CORP,Information Technology,"300,000",30\n2026-10-07,QQQ,COST,COSTCO WHOLESALE CORP,Consumer Staples,"100,000",10\n';

describe('own files in chromium', () => {
  let site: Site;
  let running: RunningBrowser;
  let options: Page;

  beforeAll(async () => {
    site = await startSite(() => null);
    running = await launchWithExtension('chromium', { site });
    options = await running.openExtensionPage('options.html');
    await until(async () => (await textOf(options)).includes('dated figures'));
  });

  afterAll(async () => {
    await running?.close();
    await site?.close();
  });

  it('takes a fund’s holdings that are dropped, and shows its companies and figures as evidence', async () => {
    await drop(options, 'my holdings.csv', HOLDINGS);
    await until(async () => (await textOf(options)).includes('my holdings.csv: 3 holdings in use.'));
    expect(await textOf(options)).toContain('QQQ: 3 holdings as of October 7, 2026');
    const evidence = await running.openExtensionPage('evidence.html#QQQ');
    await until(async () => (await textOf(evidence)).includes('3 of 3 companies'));
    const text = await textOf(evidence);
    expect(text).toContain('As of October 7, 2026 · Your file my holdings.csv');
    expect(text).toContain('COSTCO WHOLESALE CORPConsumer Staples10.00%');
    expect(text).toContain('Computed from QQQ’s holdings (your file my holdings.csv)');
    await evidence.close();
    await options.bringToFront();
  });

  it('names the line and column of a mistake and changes nothing', async () => {
    await drop(options, 'figures.csv', 'instrument,metric,value,as_of\nQQQ,pe,31.5,2026-09-30\nQQQ,pb,eight,2026-09-30\n');
    await until(async () => (await textOf(options)).includes('Nothing was changed'));
    expect(await textOf(options)).toContain('figures.csv, line 3, “value”: “eight” is not a number. Nothing was changed.');
    expect(await fileNames(options)).toEqual(['my holdings.csv']);
  });

  it('asks of which fund and day a file is that does not say', async () => {
    await drop(options, 'SPY_2026-10-06.csv', 'Ticker,Weight\nAAPL,70\nMSFT,30\n');
    await options.waitForSelector('input[name=fund]');
    expect(await options.$eval('input[name=fund]', (input) => input.value)).toBe('SPY');
    expect(await options.$eval('input[name=day]', (input) => input.value)).toBe('2026-10-06');
    await options.click('.tm-question button[type=submit]');
    await until(async () => (await textOf(options)).includes('SPY_2026-10-06.csv: 2 holdings in use.'));
    expect(await fileNames(options)).toEqual(['SPY_2026-10-06.csv', 'my holdings.csv']);
  });

  it('removes a file', async () => {
    await options.click('[aria-label="Remove: SPY_2026-10-06.csv"]');
    await until(async () => (await textOf(options)).includes('SPY_2026-10-06.csv is not used any more.'));
    expect(await fileNames(options)).toEqual(['my holdings.csv']);
  });

  it('erases everything once it was asked again', async () => {
    const press = (words: string) => options.evaluate((wanted) => [...document.querySelectorAll('button')].find((button) => button.textContent === wanted)?.click(), words);
    await press('Erase everything…');
    await options.waitForSelector('[role=alertdialog]');
    await press('Erase everything');
    await until(async () => (await textOf(options)).includes('Everything is erased.'));
    await until(async () => (await textOf(options)).includes('dated figures'));
    expect(await fileNames(options)).toEqual([]);
  });
});

async function textOf(page: Page): Promise<string> {
  return (await page.evaluate(() => document.body.textContent)).replace(/\s+/g, ' ');
}

function fileNames(page: Page): Promise<string[]> {
  return page.$$eval('[aria-label^="Remove: "]', (buttons) => buttons.map((button) => button.ariaLabel?.replace('Remove: ', '') ?? ''));
}

/** Lets a file fall on the page as the browser does. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.$eval(
    '.tm-drop',
    (target, name, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name, { type: 'text/csv' }));
      target.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }));
      target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    text,
  );
}
