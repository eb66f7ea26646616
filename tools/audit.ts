import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { ExtensionControl } from './browser/extension.ts';
import { familyOf } from './browser/find.ts';
import type { BrowserFamily } from './browser/find.ts';
import { requireBuild } from './browser/folders.ts';
import { requireBrowser } from './browser/install.ts';
import { launchBrowser } from './browser/launch.ts';
import { contentTypeOf } from './browser/local-pages.ts';
import { startSite } from './browser/site.ts';
import { auditPage, loadBare } from './lib/audit-page.ts';
import type { AuditedPage, BarePage } from './lib/audit-page.ts';
import { readCommandLine, runTool, UserError } from './lib/command.ts';

const HELP = `
Loads every HTML file of a folder in a real browser with the production extension reading it, and says what the
extension did to each page.

  npm run --silent audit -- --dir DIR [--browser chromium|firefox] [--json]

  --dir DIR       every .html and .htm file below it; what lies beside a page is served with it
  --browser NAME  chromium (default) or firefox
  --json          one JSON object on standard output, nothing else

Per page: words, mentions and claims read; milliseconds of the main thread that the extension used and its longest
slice (Chromium: a CPU profile in which its code is on the stack; Firefox: its own measures); whether the document is
byte-identical to a load without the extension, its own host element aside; page errors that appear only with the
extension; whether its worker was woken. Uses the builds of "npm run build".
`;

/** A finance site that the production build reads. */
const HOST = 'www.gate.com';

const HEADER = '  words mentions claims  main ms  longest  DOM        worker  state            file';

await runTool(async () => {
  const { values } = readCommandLine(HELP, {
    dir: { type: 'string' },
    browser: { type: 'string', default: 'chromium' },
    json: { type: 'boolean' },
  });
  if (values.dir === undefined) throw new UserError(`--dir is missing\n\n${HELP.trim()}`);
  const dir = resolve(values.dir);
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw new UserError(`${values.dir}: no such folder`);
  if (values.browser !== 'chromium' && values.browser !== 'firefox') throw new UserError('--browser is chromium or firefox');
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => /\.html?$/i.test(file)).toSorted();
  if (files.length === 0) throw new UserError(`${values.dir}: holds no HTML file`);
  const pages = await audit(dir, files, familyOf(values.browser), (line) => {
    if (!values.json) process.stdout.write(`${line}\n`);
  });
  const totals = totalsOf(pages);
  if (values.json) process.stdout.write(`${JSON.stringify({ dir: values.dir, browser: values.browser, pages, totals })}\n`);
  else process.stdout.write(`${row('total', totals)}\n`);
});

async function audit(dir: string, files: readonly string[], family: BrowserFamily, print: (line: string) => void): Promise<AuditedPage[]> {
  const extension = requireBuild(family);
  const found = await requireBrowser(family);
  const site = await startSite((url) => {
    if (url.pathname === '/blank') return { body: '<!doctype html><title>blank</title>' };
    const path = join(dir, decodeURIComponent(url.pathname));
    if (!path.startsWith(dir + sep) || !statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
    return { body: readFileSync(path), type: contentTypeOf(extname(path)) ?? 'application/octet-stream' };
  });
  const addressOf = (file: string): string => `https://${HOST}/${file.split(sep).map(encodeURIComponent).join('/')}`;
  try {
    const bare = new Map<string, BarePage>();
    const without = await launchBrowser(found, { extension: null, site });
    try {
      for (const file of files) bare.set(file, await loadBare(without, addressOf(file)));
    } finally {
      await without.close();
    }
    const running = await launchBrowser(found, { extension, site });
    try {
      const control = await ExtensionControl.open(running);
      print(HEADER);
      const pages: AuditedPage[] = [];
      for (const file of files) {
        const page = await auditPage(running, control, { file, address: addressOf(file), blank: `https://${HOST}/blank` }, bare.get(file)!);
        pages.push(page);
        print(row(file, page));
        for (const error of page.newErrors) print(`  only with the extension: ${error}`);
      }
      return pages;
    } finally {
      await running.close();
    }
  } finally {
    await site.close();
  }
}

interface Row {
  readonly state: string;
  readonly words: number | null;
  readonly mentions: number;
  readonly claims: number;
  readonly mainThreadMs: number | null;
  readonly longestSliceMs: number | null;
  readonly domIdentical: boolean | null;
  readonly workerWoken: boolean | number;
}

function row(name: string, page: Row): string {
  const ms = (value: number | null): string => (value === null ? '-' : value.toFixed(1));
  const dom = page.domIdentical === null ? 'unstable' : page.domIdentical ? 'identical' : 'CHANGED';
  const woken = String(page.workerWoken).replace('true', 'woken').replace('false', 'asleep');
  return [
    String(page.words ?? '-').padStart(7), String(page.mentions).padStart(8), String(page.claims).padStart(6),
    ms(page.mainThreadMs).padStart(8), ms(page.longestSliceMs).padStart(8), ` ${dom.padEnd(10)}`, woken.padEnd(7),
    page.state.padEnd(16), name,
  ].join(' ');
}

function totalsOf(pages: readonly AuditedPage[]) {
  const sum = (of: (page: AuditedPage) => number | null): number => pages.reduce((total, page) => total + (of(page) ?? 0), 0);
  const measured = pages.filter(({ mainThreadMs }) => mainThreadMs !== null);
  return {
    pages: pages.length,
    state: `${pages.filter(({ state }) => state === 'read').length} read`,
    words: sum((page) => page.words),
    mentions: sum((page) => page.mentions),
    claims: sum((page) => page.claims),
    mainThreadMs: measured.length === 0 ? null : sum((page) => page.mainThreadMs),
    longestSliceMs: measured.length === 0 ? null : Math.max(...measured.map(({ longestSliceMs }) => longestSliceMs ?? 0)),
    domIdentical: pages.every(({ domIdentical }) => domIdentical !== false),
    domChanged: pages.filter(({ domIdentical }) => domIdentical === false).length,
    domUnstable: pages.filter(({ domIdentical }) => domIdentical === null).length,
    newErrors: sum((page) => page.newErrors.length),
    workerWoken: pages.filter(({ workerWoken }) => workerWoken).length,
  };
}
