import { announcementName } from '../alerts/announcement-name.ts';
import { headlineIn } from '../alerts/lines.ts';
import { mattersOf } from '../alerts/matters.ts';
import { texts } from '../alerts/text/texts.ts';
import { familiesIn } from '../alerts/topic.ts';
import type { Change } from '../register/change.ts';
import type { Restriction, Standing } from '../register/restriction.ts';
import { newsDay } from '../register/stories.ts';
import type { Language } from '../sources/source.ts';
import type { BeijingDate, Instant } from '../time.ts';

/** What the pages say in the alerts' words, so that a mail and a page call one thing by one name. */
export interface Words {
  readonly language: Language;
  day(day: BeijingDate): string;
  moment(at: Instant): string;
  /** `MOFCOM Announcement No. 1 of 2026`, else the title of its text. */
  measureName(measure: Pick<Restriction, 'announcement' | 'title'>): string;
  /** `ban on dual-use exports to Japan`, `export control of items (rare earths)`. */
  what(measure: Pick<Restriction, 'instrument' | 'reach' | 'goods'>): string;
  instrument(measure: Pick<Restriction, 'instrument'>): string;
  reach(measure: Pick<Restriction, 'reach'>): string;
  goods(families: readonly string[]): string;
  standing(standing: Standing, from: BeijingDate): string;
  /** A Change in one line for each thing that it does. */
  headlines(change: Change): readonly string[];
}

export function wordsOf(language: Language): Words {
  const text = texts[language];
  const { nouns, marks, days, body } = text;
  const goods = (families: readonly string[], most = Infinity): string =>
    familiesIn(families)
      .slice(0, most)
      .map((family) => nouns.goods[family])
      .join(marks.comma);
  return {
    language,
    day: (day) => days.day(day),
    moment: (at) => days.moment(at),
    measureName: ({ announcement, title }) => (announcement && announcementName(announcement, language)) || title,
    what({ instrument, reach, goods: families }) {
      const onJapan = instrument === 'country-ban' && reach === 'japan';
      const kind = onJapan ? nouns.banOnJapan : nouns.instruments[instrument];
      const named = goods(families, 4);
      return named ? `${kind}${marks.aside(named)}` : kind;
    },
    instrument: ({ instrument }) => nouns.instruments[instrument],
    reach: ({ reach }) => nouns.reaches[reach],
    goods,
    standing: (standing, from) => body.standing(standing, from),
    headlines: (change) => mattersOf(change).map((matter) => headlineIn(matter, { news: newsDay(change) }, text)),
  };
}
