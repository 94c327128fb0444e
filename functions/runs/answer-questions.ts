import type { Clock, Journal, NotifyEdge } from '../edge/edge.ts';
import { Misconfigured } from '../errors.ts';
import { withStarter } from '../register/starter/starter.ts';
import type { Answer } from '../screening/answer.ts';
import { registerAt } from '../screening/known.ts';
import { aroundOf } from '../screening/around.ts';
import { answerLanguages } from '../screening/duties.ts';
import { screen } from '../screening/screen.ts';
import { beijingDay, parseBeijingDate, parseInstant } from '../time.ts';

/** What answering may do: read. */
export interface AskEdge extends Clock {
  readonly journal: Pick<Journal, 'changes'>;
  readonly health: NotifyEdge['health'];
}

/** One event asks at most this many; a longer list is asked in parts, or by `npm run ask`. */
const MOST = 5_000;
const LONGEST = 1_000; // characters

/**
 * Answers an event `{ questions: [{ question, id?, on? }], knownBy?, lang? }`; a question may be a bare text.
 * @throws Misconfigured naming what of the event cannot be used
 */
export async function answerQuestions(event: unknown, edge: AskEdge): Promise<readonly Answer[]> {
  const { questions, knownBy: moment, lang = 'en' } = isRecord(event) ? event : {};
  if (!Array.isArray(questions) || questions.length === 0 || questions.length > MOST)
    throw new Misconfigured(`event.questions: allowed is a list of 1 to ${MOST} questions`);
  const now = edge.now();
  const knownBy = moment === undefined ? now : typeof moment === 'string' ? parseInstant(moment) : undefined;
  if (knownBy === undefined)
    throw new Misconfigured(`event.knownBy: ${shown(moment)}; allowed is an ISO 8601 instant with its zone`);
  const language = answerLanguages.find((one) => one === lang);
  if (language === undefined)
    throw new Misconfigured(`event.lang: ${shown(lang)}; allowed is one of ${answerLanguages.join(', ')}`);
  const known = (await edge.journal.changes()).filter(({ observedAt }) => observedAt <= knownBy);
  const register = registerAt(withStarter(known), knownBy);
  const around = moment === undefined ? aroundOf(await edge.health.all()) : {};
  return (questions as readonly unknown[]).map((one, i) => {
    const { question, id, on } = isRecord(one) ? one : { question: one };
    if (typeof question !== 'string' || question.trim() === '' || question.length > LONGEST)
      throw new Misconfigured(`event.questions[${i}]: allowed is a text of up to ${LONGEST} characters as "question"`);
    const day = on === undefined ? beijingDay(now) : typeof on === 'string' ? parseBeijingDate(on) : undefined;
    if (day === undefined) throw new Misconfigured(`event.questions[${i}].on: ${shown(on)}; allowed is YYYY-MM-DD`);
    const mark = typeof id === 'string' ? { id } : typeof id === 'number' ? { id: String(id) } : {};
    return screen(register, { text: question, on: day, knownBy, ...mark }, around, language);
  });
}

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 80);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
