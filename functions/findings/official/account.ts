import { addDays, type BeijingDate } from '../../time.ts';
import type { Reading } from '../finding.ts';
import type { Act } from './act.ts';
import { actsIn } from './acts.ts';
import { findingOf, whySilent } from './announcement.ts';
import { answersIn } from './answers.ts';
import type { Official } from './identity.ts';
import { ruleTitle } from './phrases.ts';
import { reminderActs } from './repeats.ts';
import { spokenActs } from './statement.ts';
import { textOf } from './text.ts';

/** Whether a page is neither announcement, rule nor statement: talks, a meeting, the work of a year. */
export const isAccount = ({ form, number, title }: Official): boolean =>
  form === 'other' && number === undefined && !ruleTitle.test(title.text) && !/^(?:公布|发布)/.test(title.text);

/**
 * Reads an account of a meeting or of a year's work. Most of it is past, or politics; news is only what it says is done
 * from a day on that it names, and that is not past.
 */
export function readAccount(official: Official): Reading {
  const silence = whySilent(official);
  if (silence) return { kind: 'silent', why: [silence] };
  const text = textOf(official, answersIn(official, false));
  const news = spokenActs(actsIn(text)).filter((act) => act.reach !== 'elsewhere' && isNews(act, official.publishedOn));
  const [first, ...rest] = news;
  if (first) return findingOf(official, [first, ...rest]);
  const [reminder] = /提示|提醒|警示/.test(official.title.text) ? reminderActs(text) : [];
  if (reminder && namesMeasures(reminder)) return findingOf(official, [reminder]);
  return { kind: 'silent', why: [{ rule: 'an account that says nothing new', span: official.document.title }] };
}

const namesMeasures = ({ provision }: Act): boolean =>
  provision.action === 'clarify' && provision.about.announcements.length > 0;

const daysLate = 7;

function isNews(act: Act, publishedOn: BeijingDate | undefined): boolean {
  const day = dayOf(act);
  return (
    day !== undefined &&
    (publishedOn === undefined || day >= addDays(publishedOn, -daysLate)) &&
    /月\d{1,2}日|即日|同日|今[日天]|昨[日天]/.test(act.provision.quote)
  );
}

const dayOf = ({ provision }: Act): BeijingDate | undefined => {
  if (provision.action === 'report') return provision.report.effectiveOn;
  if (provision.action === 'clarify') return provision.about.effectiveOn;
  if (provision.action === 'suspend') return provision.from;
  return 'on' in provision ? provision.on : undefined;
};
