import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '../lib/data/market-data.ts';
import { snapshotBodies, writtenBody } from '../lib/data/snapshot-bodies.ts';
import { InstrumentsFile } from '../lib/data/snapshot-schema.ts';
import { parseSnapshot } from '../lib/data/snapshot.ts';
import { SOURCES } from '../lib/data/sources/index.ts';
import { createClock } from '../lib/platform/clock.ts';
import { readCommandLine, runTool, UserError } from './lib/command.ts';
import { gatherParts } from './lib/gather.ts';

const GROUPS = [...new Set(SOURCES.map(({ group }) => group))];

const HELP = `
Builds the bundled files of public/data from the live sources, with the code that reads them in the browser.

  npm run snapshot -- --out DIR --contact ADDRESS [--only GROUP …]

  --out DIR          folder for instruments.json, observations.json and levels.json; made when it is not there
  --contact ADDRESS  e-mail address under which the SEC, which asks for one, can reach whoever runs this
  --only GROUP       only these sources (may be given several times): ${GROUPS.join(', ')}

Starts from the files in public/data: what no source gives stays as it is there. Each source's terms are in
docs/sources.md; read them before you pass the result on. What failed is told on standard error, and nothing is written
when every source did.
`;

const BUNDLED = new URL('../public/data/', import.meta.url);

function bundled(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, BUNDLED), 'utf8'));
}

await runTool(async () => {
  const { values } = readCommandLine(HELP, { out: { type: 'string' }, contact: { type: 'string' }, only: { type: 'string', multiple: true } });
  const { out, contact, only } = values;
  if (out === undefined) throw new UserError(`--out is missing\n\n${HELP.trim()}`);
  const unknown = only?.find((group) => !(GROUPS as readonly string[]).includes(group));
  if (unknown !== undefined) throw new UserError(`--only ${unknown}: no such group; one of ${GROUPS.join(', ')}`);
  const sources = SOURCES.filter(({ group }) => only?.includes(group) ?? true);
  if (contact === undefined && sources.some(({ group }) => group === 'sec')) throw new UserError('--contact is missing: the SEC asks for an address');

  const clock = createClock();
  const today = clock.today('new-york');
  const pause = (): Promise<void> => Promise.resolve();
  const directory = InstrumentsFile.parse(bundled('instruments'));
  const before = parseSnapshot({ instruments: directory, observations: bundled('observations'), levels: bundled('levels') });
  const agent: Record<string, string> = contact === undefined ? {} : { 'User-Agent': `Tickmark snapshot (${contact})` };
  const { parts, failed } = await gatherParts({
    sources,
    network: { fetch: (url, init) => fetch(url, { ...init, headers: { ...agent, ...(init.headers as Record<string, string>) } }), now: () => clock.now() },
    context: { today, pause },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onOutcome: (what, outcome) => process.stderr.write(`${what}: ${outcome}\n`),
  });
  if (parts.length === 0) throw new UserError(`no source gave anything (${failed} failed); nothing was written`);
  const bodies = snapshotBodies(directory, await assemble(before, parts, today, pause));
  // What is written must be what the extension can read.
  const { observations, series, asOf } = parseSnapshot(bodies);
  mkdirSync(out, { recursive: true });
  for (const [name, body] of Object.entries(bodies)) writeFileSync(join(out, `${name}.json`), writtenBody(body));
  process.stdout.write(`${out}: ${observations.length} figures and ${series.length} level series to ${asOf}; ${failed} requests failed\n`);
});
