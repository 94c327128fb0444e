import { beijingDay } from '../time.ts';
import type { Change } from '../register/change.ts';
import { newsDay } from '../register/stories.ts';
import type { Language } from '../sources/source.ts';
import type { Alert, Surroundings } from './alert.ts';
import { bareFacts } from './bare-facts.ts';
import { compose } from './compose.ts';
import { jsonBody } from './json-body.ts';
import { cut, webAddress } from './safe-text.ts';
import { SMS, SUBJECT } from './subject.ts';

type Form = (change: Change, surroundings: Surroundings, language: Language) => Alert;

/**
 * An alert in the forms in which SNS may take it, the best first: as its readers should have it, under an English subject
 * of plain characters, and as nothing but number, kind, day and address.
 */
export const forms: readonly Form[] = [compose, underPlainSubject, bare];

function underPlainSubject(change: Change, surroundings: Surroundings, language: Language): Alert {
  return { ...compose(change, surroundings, language), subject: ascii(compose(change, surroundings, 'en').subject) };
}

function bare(change: Change, surroundings: Surroundings, language: Language): Alert {
  const { number, cause } = change;
  const { attributes, frame } = bareFacts(change, surroundings, language);
  const { urgency, effect: kinds } = attributes;
  const subject = cut(
    `[${urgency}] China dual-use: ${kinds.join(', ')}, ${newsDay(change)} #${number}`,
    SUBJECT,
    '...',
  );
  const address = 'document' in cause ? webAddress(cause.document.url) : undefined;
  const page = surroundings.page?.[language];
  const email = [
    subject,
    ...(address ? [address] : []),
    ...(page !== undefined ? [page] : []),
    'This alert was refused in its whole form. Read the source.',
    beijingDay(surroundings.at),
  ];
  return {
    language,
    urgency,
    subject,
    email: `${email.join('\n\n')}\n`,
    sms: cut(subject, SMS[language], '...'),
    json: jsonBody(change, { ...frame, subject, whereToLook: page ?? address ?? '' }, 0),
    attributes,
  };
}

/** Printable ASCII: what cannot be written so is left out. */
const ascii = (text: string): string =>
  text
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[^ -~]/g, '');
