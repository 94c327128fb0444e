/**
 * The same value, in which what is written alike is one object: `[{ a: [1] }, { a: [1] }]` holds one `{ a: [1] }` twice.
 * @param value of plain objects, arrays and what JSON knows beside them; it is left as it was
 */
export function shared<T>(value: T): T {
  const known = new Map<string, unknown>();
  const one = (part: unknown): unknown => {
    if (part === null || typeof part !== 'object') return part;
    const json = JSON.stringify(part);
    const before = known.get(json);
    if (before !== undefined) return before;
    const made = Array.isArray(part)
      ? part.map(one)
      : Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, one(inner)]));
    known.set(json, made);
    return made;
  };
  return one(value) as T;
}
