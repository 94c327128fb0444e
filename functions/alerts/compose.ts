import type { Change } from '../register/change.ts';
import { newsDay } from '../register/stories.ts';
import type { Language } from '../sources/source.ts';
import { beijingDay } from '../time.ts';
import type { Alert, Attributes, Surroundings } from './alert.ts';
import { attributesOf } from './attributes.ts';
import { bareFacts } from './bare-facts.ts';
import { emailOf } from './email.ts';
import { jsonBody } from './json-body.ts';
import { elsewhere, type Letter, pageIn } from './letter.ts';
import { mattersOf } from './matters.ts';
import { bytesOf, cut, excerpt, fitBytes, plain, webAddress } from './safe-text.ts';
import { evidenceOf, isCertain, outletsOf, statusOf } from './status.ts';
import { SMS, smsOf, SUBJECT, subjectOf } from './subject.ts';
import { texts } from './text/texts.ts';

/**
 * SNS takes 262,144 bytes a message, all protocols' bodies, the JSON around them and the attributes included
 * (docs.aws.amazon.com/sns/latest/api/API_Publish.html).
 */
export const MESSAGE_BYTES = 250_000;
const EMAIL_BYTES = 120_000;

/**
 * Puts a Change into a language. It never fails: what no template can say is said in plain facts, because an alert in bad
 * style is better than none, and must not hold up those behind it.
 */
export function compose(change: Change, surroundings: Surroundings, language: Language): Alert {
  try {
    const attributes = attributesOf(change, language, surroundings.ours);
    const letter = letterOf(change, surroundings, attributes, language);
    const email = fittingEmail(letter);
    const subject = subjectOf(letter);
    const sms = smsOf(letter);
    const json = jsonOf(letter, subject, MESSAGE_BYTES - bytesOf(email) - bytesOf(sms));
    return { language, urgency: attributes.urgency, subject, email, sms, json, attributes };
  } catch (error) {
    return plainFacts(change, surroundings, language, error);
  }
}

const letterOf = (change: Change, surroundings: Surroundings, attributes: Attributes, language: Language): Letter => ({
  change,
  matters: mattersOf(change),
  surroundings,
  attributes,
  text: texts[language],
  most: Infinity,
});

/** With every name where it fits, else with as many as fit and a count of the others. */
function fittingEmail(letter: Letter): string {
  for (const most of [Infinity, 400, 200, 100, 50, 20, 5]) {
    const email = emailOf({ ...letter, most });
    if (bytesOf(email) <= EMAIL_BYTES) return email;
  }
  return fitBytes(emailOf({ ...letter, most: 1 }), EMAIL_BYTES);
}

function jsonOf(letter: Letter, subject: string, most: number): string {
  const { change, matters, surroundings, attributes } = letter;
  const page = pageIn(letter);
  const frame = {
    subject,
    urgency: attributes.urgency,
    evidence: evidenceOf(change, surroundings.register.told),
    confirmed: matters.every((matter) => isCertain(statusOf(matter, change, surroundings))),
    composedAt: surroundings.at,
    outlets: outletsOf(surroundings, surroundings.report),
    whereToLook: elsewhere(letter),
    ...(page !== undefined && { page }),
    ...(surroundings.ours && surroundings.ours !== 'unread' && { ours: surroundings.ours }),
  };
  return jsonBody(change, frame, most);
}

/** Number, kinds, date, quotes and address, in no language in particular. */
function plainFacts(change: Change, surroundings: Surroundings, language: Language, error: unknown): Alert {
  const { number, cause, effects } = change;
  const { attributes, frame } = bareFacts(change, surroundings, language);
  const { urgency, effect: kinds } = attributes;
  const day = newsDay(change);
  const quotes = effects.flatMap((effect) => ('quote' in effect ? [excerpt(effect.quote, 600)] : []));
  const [publisher, url] =
    'document' in cause ? [cause.document.publisher, webAddress(cause.document.url)] : ['calendar', undefined];
  const facts = `${urgency}: ${kinds.join(', ')}, ${day}`;
  const email = [
    `dual-use-watch #${number}: ${facts}`,
    `${excerpt(publisher, 60)} ${url ?? ''}`,
    ...quotes.slice(0, 20).map((quote) => `“${quote}”`),
    `This alert could not be put into words (${excerpt(error instanceof Error ? error.message : String(error), 200)}). Read the source.`,
    beijingDay(surroundings.at),
  ].join('\n\n');
  const subject = cut(plain(`[${facts}] #${number}`), SUBJECT);
  const end = `, ${day}. ${'document' in cause ? 'MOFCOM/press' : 'calendar'} #${number}`;
  const sms = `${cut(`China dual-use: ${kinds.join(', ')}`, SMS[language] - end.length, '...')}${end}`;
  const body = { ...frame, subject, whereToLook: url ?? '' };
  return {
    language,
    urgency,
    subject,
    email,
    sms,
    json: jsonBody(change, body, MESSAGE_BYTES - bytesOf(email)),
    attributes,
  };
}
