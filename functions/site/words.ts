import { announcementName } from '../alerts/announcement-name.ts';
import { headlineOf } from '../alerts/email.ts';
import { mattersOf } from '../alerts/matters.ts';
import { wordings } from '../alerts/wordings.ts';
import type { Change } from '../register/change.ts';
import type { Restriction, Standing } from '../register/restriction.ts';
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
  const wording = wordings[language];
  const familyOf = (family: string): string => {
    const names: Readonly<Record<string, string | undefined>> = wording.goods;
    return names[family] ?? family;
  };
  const goods = (families: readonly string[]): string => families.map(familyOf).join(wording.comma);
  return {
    language,
    day: (day) => wording.day(day),
    moment: (at) => wording.moment(at),
    measureName: ({ announcement, title }) => (announcement && announcementName(announcement, language)) || title,
    what({ instrument, reach, goods: families }) {
      const onJapan = instrument === 'country-ban' && reach === 'japan';
      const kind = onJapan ? wording.banOnJapan : wording.instruments[instrument];
      return families.length > 0 ? `${kind}${wording.aside(goods(families.slice(0, 4)))}` : kind;
    },
    instrument: ({ instrument }) => wording.instruments[instrument],
    reach: ({ reach }) => wording.reaches[reach],
    goods,
    standing: (standing, from) => wording.standing(standing, from),
    headlines: (change) => mattersOf(change).map((matter) => headlineOf(matter, wording)),
  };
}
