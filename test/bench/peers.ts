import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a whole process of another program used. */
export interface PeerUsed {
  /** Milliseconds of processor time. */
  readonly cpu: number;
  /** The most memory it ever held, in MB. */
  readonly peak: number;
}

/** Another program that polls feeds once and remembers them, as somebody would run it by a timer. */
export interface Peer {
  readonly name: string;
  /** Polls these addresses once. @param folder where it keeps what it remembers; empty at first */
  readonly poll: (addresses: readonly string[], folder: string) => Promise<PeerUsed>;
}

const TIME = '/usr/bin/time';
const PYTHON = '/usr/bin/python3';

/** Those that are on this machine; their processes are measured by GNU time. */
export function peersHere(): readonly Peer[] {
  if (!existsSync(TIME)) return [];
  return [newsboat, feedparser, urlwatch, rss2email].filter(({ isHere }) => isHere());
}

interface Installed extends Peer {
  readonly isHere: () => boolean;
}

const newsboat: Installed = {
  name: 'newsboat',
  isHere: () => answers('newsboat', '-v'),
  poll(addresses, folder) {
    const [urls, config] = [join(folder, 'urls'), join(folder, 'config')];
    writeFileSync(urls, addresses.join('\n'));
    writeFileSync(config, 'cleanup-on-quit no\n');
    return measured(['newsboat', '-u', urls, '-C', config, '-c', join(folder, 'cache.db'), '-x', 'reload'], folder);
  },
};

/** feedparser by itself, with the validators that the servers gave: what a Python program is made of. */
const feedparser: Installed = {
  name: 'feedparser',
  isHere: () => answers(PYTHON, '-c', 'import feedparser'),
  poll(addresses, folder) {
    const script = join(folder, 'poll.py');
    writeFileSync(
      script,
      `import feedparser, json, os, sys
path = sys.argv[1]
known = json.load(open(path)) if os.path.exists(path) else {}
for url in sys.argv[2:]:
    feed = feedparser.parse(url, etag=known.get(url))
    if feed.status != 304: known[url] = feed.etag
json.dump(known, open(path, 'w'))`,
    );
    return measured([PYTHON, script, join(folder, 'known.json'), ...addresses], folder);
  },
};

const urlwatch: Installed = {
  name: 'urlwatch',
  isHere: () => answers('urlwatch', '--version'),
  poll(addresses, folder) {
    const [urls, config] = [join(folder, 'urls.yaml'), join(folder, 'urlwatch.yaml')];
    writeFileSync(urls, addresses.map((url) => `url: ${url}\n`).join('---\n'));
    writeFileSync(config, 'report:\n  stdout:\n    enabled: true\n');
    return measured(['urlwatch', '--urls', urls, '--config', config, '--cache', join(folder, 'cache.db')], folder);
  },
};

const rss2email: Installed = {
  name: 'rss2email',
  isHere: () => answers('r2e', '--version'),
  poll(addresses, folder) {
    const [config, data] = [join(folder, 'r2e.cfg'), join(folder, 'r2e.json')];
    if (!existsSync(config)) {
      const feeds = addresses.map((url, i) => `[feed.f${i}]\nurl = ${url}\n`);
      writeFileSync(config, `[DEFAULT]\nto = you@local.example\n${feeds.join('')}`);
    }
    return measured(['r2e', '-c', config, '-d', data, 'run', '--no-send'], folder);
  },
};

function answers(command: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function measured(command: readonly string[], folder: string): Promise<PeerUsed> {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const report = join(folder, 'time');
  const proxies = { http_proxy: '', HTTP_PROXY: '', no_proxy: '*' };
  await promisify(execFile)(TIME, ['-o', report, '-f', '%U %S %M', ...command], {
    env: { ...process.env, ...proxies, HOME: home },
    maxBuffer: 100_000_000,
  });
  const [user = 0, system = 0, kilobytes = 0] = execFileSync('tail', ['-n', '1', report])
    .toString()
    .split(' ')
    .map(Number);
  return { cpu: (user + system) * 1_000, peak: kilobytes / 1_024 };
}
