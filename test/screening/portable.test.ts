import { expect, test } from 'vitest';
import { emptyRegister, replay } from '../../functions/register/replay.ts';
import { starterDrafts } from '../../functions/register/starter/starter.ts';
import { portableOf, registerFrom, type Portable } from '../../functions/screening/portable.ts';
import { screen } from '../../functions/screening/screen.ts';
import type { BeijingDate, Instant } from '../../functions/time.ts';
import { history } from '../alerts/history.ts';

const at = '2026-11-25T00:00:00.000Z' as Instant;
const compiled = starterDrafts(emptyRegister, at).map((draft, i) => ({ ...draft, number: i + 1 }));

test.each([
  ['what was announced and could not all be read', replay(history().journal.changes)],
  ['the starter register', replay(compiled)],
])('a browser answers every question as the journal does: %s', (_, register) => {
  const carried = registerFrom(JSON.parse(JSON.stringify(portableOf(register))) as Portable);
  const questions = [
    '三菱重工業',
    'Mitsubishi Shipbuilding',
    '三菱造船',
    'graphite',
    '钨',
    '1C004',
    '8101940001',
    'Subaru',
  ];
  for (const text of questions)
    for (const on of ['2025-12-01', '2026-03-01', '2026-11-25'] as BeijingDate[]) {
      const question = { text, on, knownBy: at };
      expect(screen(carried, question)).toEqual(screen(register, question));
    }
});
