/** The part of a Vite plugin that is used here; `transform` may stop the build with `this.error`. */
interface TransformPlugin {
  readonly name: string;
  readonly apply: 'build';
  readonly enforce: 'pre';
  transform(this: { error(message: string): never }, code: string, id: string): { code: string; map: null } | null;
}

interface Omission {
  /** End of the module's path. */
  readonly module: string;
  readonly what: string;
  readonly from: RegExp;
  readonly to: string;
}

/**
 * Code of packages that the extension never runs and that has no business in it. zod compiles fast parsers from text
 * where the page's policy lets it, which ours does not; asking the question alone is reported as a violation. Preact
 * sets HTML from text on request; here text is only ever rendered as text. Firefox's add-on review warns of both.
 */
const OMISSIONS: readonly Omission[] = [
  {
    module: '/zod/v4/core/util.js',
    what: 'the question whether code may be made from text',
    from: /const F = Function;\s*new F\(""\);\s*return true;/,
    to: 'return false;',
  },
  {
    module: '/zod/v4/core/doc.js',
    what: 'the compiler of parsers',
    from: /const F = Function;[\s\S]*?return factory\([^;]*\);/,
    to: 'throw new Error("code is not made from text here");',
  },
  {
    module: '/preact/dist/preact.mjs',
    what: 'setting HTML from text',
    from: /\(\w+\.innerHTML=\w+\.__html\)/,
    to: '(void 0)',
  },
];

/** Leaves that code out of a build. A package whose new version words it otherwise stops the build with its name. */
export function leaveOutUnsafeCode(): TransformPlugin {
  return {
    name: 'leave-out-unsafe-code',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const path = id.split('?')[0]?.replaceAll('\\', '/') ?? '';
      const omissions = OMISSIONS.filter(({ module }) => path.endsWith(module));
      if (omissions.length === 0) return null;
      let kept = code;
      for (const { module, what, from, to } of omissions) {
        if (!from.test(kept)) this.error(`${module}: ${what} is not where it was; look at the new version`);
        kept = kept.replace(from, to);
      }
      return { code: kept, map: null };
    },
  };
}
