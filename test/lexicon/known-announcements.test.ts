import { expect, test } from 'vitest';
import { knownAnnouncements } from '../../functions/lexicon/known-announcements.ts';
import starter from '../../functions/register/starter/measures.json' with { type: 'json' };

// The catalogues of technology rest on another law; two announcements of 2026 bear the number 29.
const left = new Set(['mofcom/2023/57', 'mofcom/2025/28', 'mofcom/2026/29']);

test('every announcement of the compiled register is known by its number', () => {
  const numbered = [...starter.measures, ...starter.suspensions]
    .map(({ id }) => id)
    .filter((id) => /^mofcom\/\d{4}\/\d+$/.test(id) && !left.has(id));
  expect(numbered.filter((id) => !knownAnnouncements.has(id))).toEqual([]);
});
