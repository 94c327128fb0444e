import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import puppeteer, { type Browser } from 'puppeteer-core';
import type { Layout } from './layouts.ts';
import type { WrittenCatalogue } from './written-catalogue.ts';

const font = import.meta.resolve('@fontsource-variable/noto-sans-sc/index.css');

/** A browser that prints pages; `close` it. */
export const openPress = async (): Promise<Browser> =>
  puppeteer.launch({
    args: [...chromium.args, '--allow-file-access-from-files'],
    executablePath: await chromium.executablePath(),
    headless: 'shell',
  });

/** Sets a catalogue in a layout, as a PDF. */
export async function print(browser: Browser, layout: Layout, catalogue: WrittenCatalogue): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'print-'));
  const page = await browser.newPage();
  try {
    const file = join(folder, 'page.html');
    writeFileSync(
      file,
      `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${font}"><style>${layout.css}</style>${layout.body(catalogue)}`,
    );
    await page.goto(`file://${file}`);
    await page.evaluate('document.fonts.ready.then(() => 0)');
    const { header = '<span></span>', footer = '<span></span>' } = layout;
    const pdf = await page.pdf({
      format: 'A4',
      landscape: layout.landscape ?? false,
      preferCSSPageSize: layout.pages === 'by style',
      displayHeaderFooter: true,
      headerTemplate: header,
      footerTemplate: footer,
      margin: { top: '18mm', bottom: '18mm', left: '12mm', right: '12mm' },
    });
    return layout.rotate === undefined ? pdf : rotated(pdf, layout.rotate);
  } finally {
    await page.close();
    rmSync(folder, { recursive: true });
  }
}

/** Says in each page that it lies on its side. The cross-reference table no longer fits, which readers must bear anyway. */
const rotated = (pdf: Uint8Array, degrees: number): Uint8Array =>
  Buffer.from(
    Buffer.from(pdf).toString('latin1').replaceAll('/Type /Page\n', `/Type /Page\n/Rotate ${degrees}\n`),
    'latin1',
  );

const cache = fileURLToPath(new URL('../../../.local/annexes/', import.meta.url));

// A browser takes seconds to open: one serves a whole test file, and is closed when nobody has asked for a while.
const IDLE = 2_000;
const AT_ONCE = 2;
let press: Promise<Browser> | undefined;
let idle: NodeJS.Timeout | undefined;

/** A catalogue to set, and how. */
export interface Wanted {
  readonly layout: Layout;
  readonly catalogue: WrittenCatalogue;
}

/** Catalogues in layouts as PDFs, each printed once by its content, and kept beside the checkout. */
export async function printed(wanted: readonly Wanted[]): Promise<readonly Uint8Array[]> {
  mkdirSync(cache, { recursive: true });
  const waiting = wanted.map((one) => ({ ...one, file: fileOf(one) })).filter(({ file }) => !existsSync(file));
  const printer = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const part = `${one.file}.${process.pid}`;
      writeFileSync(part, await print(await (press ??= openPress()), one.layout, one.catalogue));
      renameSync(part, one.file);
    }
  };
  clearTimeout(idle);
  await Promise.all(Array.from({ length: AT_ONCE }, printer));
  if (press) idle = setTimeout(closePress, IDLE);
  return wanted.map((one) => new Uint8Array(readFileSync(fileOf(one))));
}

function closePress(): void {
  void press?.then((browser) => browser.close());
  press = undefined;
}

function fileOf({ layout, catalogue }: Wanted): string {
  const { body, ...set } = layout;
  const content = JSON.stringify(set) + body(catalogue);
  return join(cache, `${layout.name}-${createHash('sha256').update(content).digest('hex').slice(0, 16)}.pdf`);
}
