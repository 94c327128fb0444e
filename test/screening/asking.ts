import { starterDrafts, withStarter } from '../../functions/register/starter/starter.ts';
import { emptyRegister, type Register } from '../../functions/register/replay.ts';
import { registerAt } from '../../functions/screening/known.ts';
import type { Answer } from '../../functions/screening/answer.ts';
import { screen } from '../../functions/screening/screen.ts';
import type { BeijingDate, Instant } from '../../functions/time.ts';

/** The evening on which the starter register was compiled. */
export const NOW = '2026-11-25T12:00:00.000Z' as Instant;
export const TODAY = '2026-11-25' as BeijingDate;

/** What is known where nothing but the starter register is. */
export const started: Register = registerAt(withStarter([]), NOW);
export const drafts = starterDrafts(emptyRegister, NOW);

export const ask = (text: string, on = '2026-11-25', register = started): Answer =>
  screen(register, { text, on: on as BeijingDate, knownBy: NOW });

/** `measure how matched`, for each match. */
export const met = (answer: Answer): readonly string[] =>
  answer.matches.map(({ measure, how, certain }) => `${measure} ${how}${certain ? '' : '?'}`);
