import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** How every function is bundled, and whatever is weighed beside them. */
export const bundleOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  mainFields: ['module', 'main'],
  // Chinese as it is, not escaped to twice its size.
  charset: 'utf8',
  // The SDK is bundled too: what was tested is what runs, whatever version Lambda brings. Lambda gives credentials in
  // the environment; the SDK's other ways to them are a quarter of a bundle.
  alias: { '@aws-sdk/credential-provider-node': join(root, 'functions/edge/lambda-credentials.ts') },
  // rss-parser is CommonJS and requires Node's own modules.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  logLevel: 'error',
} satisfies BuildOptions;
