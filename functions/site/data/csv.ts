import Papa from 'papaparse';
import { beijingDay } from '../../time.ts';
import type { Row, SiteView } from '../view.ts';

/** Spreadsheets take UTF-8 for what it is only behind a byte order mark; a cell that begins a formula is disarmed. */
const csvOf = (fields: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\uFEFF${Papa.unparse({ fields: [...fields], data: rows.map((row) => [...row]) }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;

/** Listed entities: a row each listing, ended ones too. */
export const partiesCsv = (rows: readonly Row[], { at }: SiteView): string =>
  csvOf(
    [
      'zh',
      'ja',
      'en',
      'aliases',
      'address',
      'list',
      'measure',
      'listed_from',
      'taken_off',
      'standing',
      'official_text',
      'as_of',
    ],
    rows.flatMap(({ measure, standing }) =>
      measure.listings.map(({ party, from, until }) => [
        party.zh ?? '',
        party.ja ?? '',
        party.en ?? '',
        (party.aliases ?? []).join('; '),
        party.address ?? '',
        measure.instrument,
        measure.id,
        from,
        until ?? '',
        standing.kind,
        measure.document.url,
        beijingDay(at),
      ]),
    ),
  );

/** Controlled items: a row each item and measure. */
export const itemsCsv = (rows: readonly Row[], { at }: SiteView): string =>
  csvOf(
    [
      'control_codes',
      'customs_codes',
      'item',
      'measure',
      'effective_on',
      'until',
      'standing',
      'official_text',
      'as_of',
    ],
    rows.flatMap(({ measure, standing }) =>
      measure.items.map(({ text, controlCodes, hsCodes }) => [
        controlCodes.join(' '),
        hsCodes.join(' '),
        text,
        measure.id,
        measure.dayNotStated ? '' : measure.effectiveOn,
        measure.until ?? '',
        standing.kind,
        measure.document.url,
        beijingDay(at),
      ]),
    ),
  );
