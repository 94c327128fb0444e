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

/** Catalogues in layouts as PDFs, printed once and kept beside the checkout: the press takes seconds to open. */
export async function printed(
  wanted: readonly { readonly layout: Layout; readonly catalogue: WrittenCatalogue }[],
): Promise<readonly Uint8Array[]> {
  mkdirSync(cache, { recursive: true });
  let browser: Browser | undefined;
  const pdfs: Uint8Array[] = [];
  try {
    for (const { layout, catalogue } of wanted) {
      const { body, ...set } = layout;
      const hash = createHash('sha256')
        .update(JSON.stringify(set) + body(catalogue))
        .digest('hex')
        .slice(0, 16);
      const file = join(cache, `${layout.name}-${hash}.pdf`);
      if (!existsSync(file)) {
        browser ??= await openPress();
        const part = `${file}.${process.pid}`;
        writeFileSync(part, await print(browser, layout, catalogue));
        renameSync(part, file);
      }
      pdfs.push(new Uint8Array(readFileSync(file)));
    }
  } finally {
    await browser?.close();
  }
  return pdfs;
}
