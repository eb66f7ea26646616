import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { productionBuild, PROJECT } from './browser/folders.ts';
import { requireBrowser } from './browser/install.ts';
import { readCommandLine, runTool, UserError } from './lib/command.ts';
import { outcomeOf, runScript, runStages, runVitest } from './lib/stages.ts';
import type { Outcome, Stage } from './lib/stages.ts';

const STAGES: readonly Stage[] = [
  { name: 'types', what: 'every file, and the pure rooms without the DOM', run: checkTypes },
  { name: 'lint', what: 'rules of the language and walls between the rooms', run: () => outcomeOf(lint()) },
  { name: 'unit', what: 'unit and property tests', run: () => runVitest('unit') },
  { name: 'articles', what: 'detection and verdicts on labelled articles', run: () => runVitest('articles') },
  { name: 'build', what: 'production builds for Chromium and Firefox', run: build },
  { name: 'package', what: 'what the builds hold', run: () => runVitest('package') },
  { name: 'addon', what: "Mozilla's add-on linter on the Firefox build", run: () => lintAddon() },
  { name: 'browsers', what: 'the production builds in Chromium and Firefox', run: testInBrowsers },
];

const HELP = `
Runs every test of the project and ends with the line "N passed, N failed". Exit code 0 when none failed.

  npm test [-- --only STAGE …]

  --only STAGE   only this stage, may be repeated: ${STAGES.map(({ name }) => name).join(', ')}
                 (package, addon and browsers use the builds that are there)

A browser that is missing is installed first: on Debian or Ubuntu as root with apt-get, elsewhere by download.
`;

function checkTypes(): Outcome {
  const results = ['tsconfig.json', 'tsconfig.pure.json'].map((config) => runScript('typescript/bin/tsc', '--noEmit', '-p', config));
  return { passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length };
}

function lint(): boolean {
  return runScript('oxlint/bin/oxlint', '--type-aware', '--deny-warnings');
}

function build(): Outcome {
  const results = [runScript('wxt/bin/wxt.mjs', 'build'), runScript('wxt/bin/wxt.mjs', 'build', '-b', 'firefox', '--mv3')];
  return { passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length };
}

interface AddonReport {
  readonly summary: { readonly errors: number; readonly warnings: number };
  readonly errors: readonly AddonMessage[];
  readonly warnings: readonly AddonMessage[];
}
interface AddonMessage {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

function lintAddon(): Outcome {
  const script = join(PROJECT, 'node_modules', 'addons-linter', 'bin', 'addons-linter');
  const run = spawnSync(process.execPath, [script, '--output', 'json', productionBuild('firefox')], { encoding: 'utf8' });
  if (!run.stdout.includes('{')) throw new Error(`the add-on linter said nothing: ${run.stderr}`);
  const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))) as AddonReport;
  for (const found of [...report.errors, ...report.warnings]) {
    process.stdout.write(`${found.file ?? 'manifest'}:${found.line ?? 1}: ${found.code}: ${found.message}\n`);
  }
  process.stdout.write(`${report.summary.errors} errors, ${report.summary.warnings} warnings\n`);
  return outcomeOf(report.summary.errors + report.summary.warnings === 0);
}

async function testInBrowsers(): Promise<Outcome> {
  for (const family of ['chromium', 'firefox'] as const) {
    const { name, path } = await requireBrowser(family);
    process.stdout.write(`${family}: ${name} at ${path}\n`);
  }
  return runVitest('e2e');
}

await runTool(async () => {
  const { values } = readCommandLine(HELP, { only: { type: 'string', multiple: true } });
  const names = STAGES.map(({ name }) => name);
  const unknown = values.only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UserError(`no stage is called "${unknown}"; there are ${names.join(', ')}`);
  const { failed } = await runStages(STAGES.filter(({ name }) => values.only?.includes(name) ?? true));
  if (failed > 0) process.exitCode = 1;
});
