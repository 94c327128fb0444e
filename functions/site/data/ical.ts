import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import { dueOf, within } from '../due.ts';
import type { Pen } from '../layout.ts';
import { addDays, startOf } from '../../time.ts';
import { dayOf, type Row, type SiteView } from '../view.ts';

/** Days before an end on which a calendar reminds: those on which the alerts do. */
const REMINDERS = [30, 7, 1];
const DAY = 86_400; // seconds

// A calendar of decades is heavy, and nobody scrolls it: what lies further off enters when its time comes.
const BACK = 366;
const AHEAD = 2 * 366;

/**
 * Starts and ends of the last year and the next two as whole-day events, with reminders before ends. An event's UID stays
 * the same for ever.
 */
export function calendarOf(view: SiteView, rows: readonly Row[], { text, words }: Pen): string {
  const calendar = ical({
    name: text.title,
    prodId: { company: 'dual-use-watch', product: 'register', language: 'EN' },
  });
  for (const { on, what, row } of within(dueOf(rows), addDays(dayOf(view), -BACK), BACK + AHEAD)) {
    const { measure, page } = row;
    const ends = what === 'ends' || what === 'suspension-ends';
    const event = calendar.createEvent({
      id: `${measure.id.replaceAll('/', '-')}-${what}-${on}@dual-use-watch`,
      // The day alone: a file whose facts are the same is the same file.
      stamp: new Date(startOf(dayOf(view))),
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      summary: `${words.measureName(measure)}: ${text.events[what]}`,
      description: `${words.what(measure)}\n${measure.document.url}\n${text.disclaimer}`,
      transparency: ICalEventTransparency.TRANSPARENT,
      url: `${view.address}/${text.language}/${page}.html`,
    });
    if (ends) for (const days of REMINDERS) event.createAlarm({ type: ICalAlarmType.display, trigger: days * DAY });
  }
  return calendar.toString();
}
