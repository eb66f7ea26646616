import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import type { Answer } from '../support/site.ts';

const FOLDER = import.meta.dirname;

/** Answers with the awkward pages of this folder: `/dark` is `dark.html`. */
export async function hostPages(): Promise<Answer> {
  const react = await bundledReactHost();
  const vue = readFileSync(createRequire(import.meta.url).resolve('vue/dist/vue.runtime.global.prod.js'), 'utf8');
  return (url) => {
    if (url.pathname === '/vue.js') return { body: vue, type: 'text/javascript' };
    if (url.pathname === '/react-host.js') return { body: react, type: 'text/javascript' };
    const name = url.pathname.slice(1);
    if (!/^[a-z-]+$/.test(name)) return null;
    const body = readFileSync(join(FOLDER, `${name}.html`), 'utf8');
    const policy = "default-src 'none'; style-src 'nonce-host'";
    return name === 'csp-strict' ? { body, headers: { 'content-security-policy': policy } } : { body };
  };
}

/** The React page with React itself, as one script. */
async function bundledReactHost(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    // A test runner's NODE_ENV would choose JSX calls that React's production build does not have.
    oxc: { jsx: { development: false } },
    build: { write: false, lib: { entry: join(FOLDER, 'react-host.tsx'), formats: ['iife'], name: 'host' } },
  });
  const output = Array.isArray(result) ? result.flatMap((part) => part.output) : 'output' in result ? result.output : [];
  const chunk = output.find((part) => part.type === 'chunk');
  if (chunk === undefined) throw new Error('the React page could not be bundled');
  return chunk.code;
}
