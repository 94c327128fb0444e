import { journalIn } from './edge/journal.ts';
import { healthIn } from './edge/bookmarks.ts';
import { now, setting } from './edge/settings.ts';
import { Table } from './edge/table.ts';
import { Misconfigured } from './errors.ts';
import { type AskEdge, answerQuestions } from './runs/answer-questions.ts';
import type { Answer } from './screening/answer.ts';

let edge: AskEdge | undefined;

/** An event as the function's URL delivers it. */
interface UrlEvent {
  readonly requestContext: { readonly http: unknown };
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

interface UrlAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Lambda: answers questions, invoked with them or by its URL. It logs nothing of a question.
 * @throws Misconfigured for questions that cannot be read; the URL answers 400 with what is wrong
 */
export async function handler(event: unknown): Promise<readonly Answer[] | UrlAnswer> {
  edge ??= askEdge();
  if (!isUrlEvent(event)) return answerQuestions(event, edge);
  try {
    return reply(200, await answerQuestions(bodyOf(event), edge));
  } catch (error) {
    if (!(error instanceof Misconfigured)) throw error;
    return reply(400, { error: error.message });
  }
}

function askEdge(): AskEdge {
  const table = new Table(setting('WATCH_TABLE'));
  return { now, journal: journalIn(table), health: healthIn(table) };
}

const isUrlEvent = (event: unknown): event is UrlEvent =>
  typeof event === 'object' && event !== null && 'requestContext' in event;

function bodyOf({ body = '', isBase64Encoded }: UrlEvent): unknown {
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Misconfigured('body: it is no JSON; send { "questions": ["三菱重工業"] }');
  }
}

const reply = (statusCode: number, answer: unknown): UrlAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(answer),
});
