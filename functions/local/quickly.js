// JavaScript: Node loads 33 ms and 16 MB of compiler for a first file of TypeScript.
import { readFileSync, statSync } from 'node:fs';
import { createRequire, enableCompileCache } from 'node:module';

const root = new URL('../../', import.meta.url).pathname;
const cache = `${root}node_modules/.cache/dual-use-watch/`;

/**
 * Runs `main` of `functions/local/<first argument>.ts`, which is loaded as one file with all that it imports: a process that a
 * timer starts would spend most of its time on opening and compiling a thousand. The file is made by the first run, and again
 * when anything that it was made from has changed; V8 keeps beside it what it has compiled. Where no bundler is installed or
 * nothing can be written, the module itself is loaded.
 */
const [name] = process.argv.splice(2, 1);
const { main } = await quickly();
// What starts threads of its own file cannot be within another.
await main((handler) => import(`../${handler}.ts`));

async function quickly() {
  enableCompileCache(`${cache}compiled`);
  try {
    return createRequire(import.meta.url)((lastMade() ?? (await makeAnew())).file);
  } catch (error) {
    if (process.env.WATCH_STACK === 'yes') console.error(error);
    return import(`./${name}.ts`);
  }
}

/** What an earlier run made, if all that it was made from is as it was. */
function lastMade() {
  try {
    const made = JSON.parse(readFileSync(`${cache}${name}.json`, 'utf8'));
    return made.from.every(([path, state]) => stateOf(path) === state) ? made : undefined;
  } catch {
    return undefined;
  }
}

async function makeAnew() {
  const { makeOneFile } = await import('./make-one-file.ts');
  return makeOneFile(name, { root, cache, stateOf });
}

/** Whatever is done to a file changes the time of its inode. */
function stateOf(path) {
  const { ctimeMs, size } = statSync(root + path);
  return `${ctimeMs} ${size}`;
}
