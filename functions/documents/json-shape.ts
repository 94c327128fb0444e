import * as v from 'valibot';
import { UnexpectedShape } from '../errors.ts';

/**
 * Reads JSON of a known shape.
 * @param where names the page in errors
 * @param advice what to do when the shape is another
 * @throws UnexpectedShape naming the field, what was expected and what was found
 */
export function jsonOf<const S extends v.GenericSchema>(text: string, schema: S, where: string, advice: string) {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff+/, ''));
  } catch {
    throw new UnexpectedShape(`${where}: expected JSON, found "${text.trim().slice(0, 60)}"; ${advice}`);
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'the answer'}: ${issue.message}`);
  throw new UnexpectedShape(`${where}: ${faults.slice(0, 3).join('; ').slice(0, 300)}; ${advice}`);
}

/** A row that may be spoilt without spoiling its siblings. */
export const rowsOf = <const S extends v.GenericSchema>(row: S) => v.array(v.fallback(v.nullable(row), null as never));
