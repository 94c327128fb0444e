import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Annex } from '../documents/annexes/annex.ts';
import { Misconfigured } from '../errors.ts';
import type { Catalogue, CatalogueEntry } from '../findings/catalogue.ts';
import { catalogueIn } from '../findings/official/annex.ts';
import { catalogueDifference } from '../register/catalogue.ts';
import { readAnnexApart } from './annex-reader.ts';
import { run } from './run.ts';

const help = `Usage: npm run annex -- FILE [--json] [--against OTHER]
Reads an attachment (PDF, DOCX, XLSX, HTML, text, or a ZIP of these) as the announcements' own reader does: a licence
catalogue or an item list by its entries, else its text. --against compares it with an older list: codes added, removed
and changed, and those of which only the description changed. --json prints { kind, pages, exports, imports, unread }, or { added, removed, changed, described }.`;

await run(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, against: { type: 'string' } },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new Misconfigured(`one FILE is needed\n${help}`);
  const newer = await readFile(file);
  if (values.against === undefined) {
    console.log(values.json ? JSON.stringify(shown(newer), null, 1) : linesOf(newer).join('\n'));
    return;
  }
  const older = await readFile(values.against);
  for (const [name, { catalogue }] of [
    [file, newer],
    [values.against, older],
  ] as const) {
    if (!catalogue)
      throw new Misconfigured(`${name}: no table of control codes in it; compare two catalogues or item lists`);
  }
  const { added, removed, changed, described } = catalogueDifference(
    older.catalogue?.exports ?? [],
    newer.catalogue?.exports ?? [],
  );
  const difference = {
    added: added.map(entryShown),
    removed: removed.map(entryShown),
    changed: changed.map(({ code, hsAdded, hsRemoved, name }) => ({
      code,
      hsAdded,
      hsRemoved,
      ...(name !== undefined && { name }),
    })),
    // A count of its own: of these nothing changed that a code or a name would show.
    described: described.map(({ code, name }) => ({ code, name })),
  };
  if (values.json) console.log(JSON.stringify(difference, null, 1));
  else {
    console.log(
      `${added.length} codes added, ${removed.length} removed, ${changed.length} changed, ${described.length} described otherwise`,
    );
    for (const { code, name } of difference.added) console.log(`+ ${code}  ${name}`);
    for (const { code, name } of difference.removed) console.log(`- ${code}  ${name}`);
    for (const { code, hsAdded, hsRemoved, name } of difference.changed)
      console.log(
        `~ ${code}  ${[...hsAdded.map((hs) => `+${hs}`), ...hsRemoved.map((hs) => `-${hs}`), name ?? ''].join(' ')}`,
      );
    for (const { code, name } of difference.described) console.log(`≈ ${code}  ${name}: its description changed`);
  }
});

interface ReadFile {
  readonly annex: Annex;
  readonly catalogue: Catalogue | undefined;
}

async function readFile(file: string): Promise<ReadFile> {
  const annex = await readAnnexApart(readFileSync(file));
  return { annex, catalogue: catalogueIn(annex) };
}

function entryShown({ code, name, hsCodes, unit, page }: CatalogueEntry) {
  return { code, name, hsCodes, unit, page };
}

function shown({ annex, catalogue }: ReadFile) {
  return {
    kind: annex.kind,
    pages: annex.pages,
    exports: (catalogue?.exports ?? []).map(entryShown),
    imports: (catalogue?.imports ?? []).map(entryShown),
    unread: catalogue?.doubts ?? annex.unread,
  };
}

function linesOf({ annex, catalogue }: ReadFile): readonly string[] {
  const doubts = (catalogue?.doubts ?? annex.unread).map(
    ({ why, page, words }) => `unread: ${why}${page ? ` on page ${page}` : ''}${words ? `: ${words}` : ''}`,
  );
  const about = `${annex.kind}, ${annex.pages} pages`;
  if (!catalogue) {
    return [
      about,
      ...annex.blocks.map((block) =>
        block.kind === 'text' ? block.text : block.cells.join('\t').replaceAll('\n', ' '),
      ),
      ...doubts,
    ];
  }
  const entries = ({ code, name, hsCodes, unit, page }: CatalogueEntry): string =>
    `p. ${page}\t${code}\t${name}\t${hsCodes.join(' ')}\t${unit}`;
  return [
    `${about}: ${catalogue.exports.length} entries for exports, ${catalogue.imports.length} for imports`,
    ...catalogue.exports.map(entries),
    ...(catalogue.imports.length > 0 ? ['For imports:', ...catalogue.imports.map(entries)] : []),
    ...doubts,
  ];
}
