import schema from '../../alerts/alert.schema.json' with { type: 'json' };
import { dayOf, type Row, type SiteView } from '../view.ts';

/** The version of the form of register.json; a change that breaks readers raises it. */
const VERSION = 1;

/** The whole register: every measure that reaches Japan, as the alerts' schema describes it, and how it stands. */
export function registerJson(rows: readonly Row[], view: SiteView): string {
  const measures = rows.map(({ measure, standing, page }) => ({ standing, page, measure }));
  return `${JSON.stringify({ version: VERSION, madeOn: dayOf(view), upTo: view.register.upTo, measures })}\n`;
}

const day = { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` };

/** The schema of register.json: measures are those of the alerts. */
export const registerSchema = (): string =>
  `${JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: `dual-use-watch: register.json, version ${VERSION}`,
      type: 'object',
      required: ['version', 'madeOn', 'upTo', 'measures'],
      properties: {
        version: { const: VERSION },
        madeOn: { ...day, description: 'The Beijing day for which it was made: standings are of that day.' },
        upTo: { type: 'integer', description: 'The last Change of the journal that it holds.' },
        measures: {
          type: 'array',
          items: {
            type: 'object',
            required: ['standing', 'page', 'measure'],
            properties: {
              standing: {
                description: 'How the measure stands on the day madeOn.',
                type: 'object',
                required: ['kind'],
                properties: {
                  kind: { enum: ['announced', 'in-force', 'suspended', 'lifted', 'expired', 'unknown'] },
                  from: day,
                  until: { ...day, description: 'The last day of a suspension.' },
                  on: day,
                  since: day,
                  partly: { type: 'array', description: 'The pauses of parts that hold on that day.' },
                },
              },
              page: { type: 'string', description: 'Its page, below a language: en/<page>.html' },
              measure: { $ref: '#/$defs/restriction' },
            },
            additionalProperties: false,
          },
        },
      },
      additionalProperties: false,
      $defs: schema.$defs,
    },
    undefined,
    1,
  )}\n`;

/** When each source was last read. */
export const healthJson = ({ sources, at }: SiteView): string =>
  `${JSON.stringify({
    madeAt: at,
    sources: sources.map(({ id, publisher, authority, state, checkedAt, changedAt, failingSince }) => ({
      id,
      publisher,
      authority,
      state,
      checkedAt,
      changedAt,
      failingSince,
    })),
  })}\n`;
