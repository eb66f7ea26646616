/** Builds the extension into a given folder; run by `build.ts` with the browser's name and the folder. */
import { build } from 'wxt';
import { PROJECT } from './folders.ts';

const [browser, outDir] = process.argv.slice(2);
if (browser === undefined || outDir === undefined) throw new Error('usage: build-process.ts BROWSER FOLDER');
await build({ root: PROJECT, browser, manifestVersion: 3, outDir });
