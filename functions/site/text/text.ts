import type { How, Unread } from '../../screening/answer.ts';
import type { Standing } from '../../register/restriction.ts';
import type { Language } from '../../sources/source.ts';

/** Everything that the pages say in a language; a phrase that is missing is a type error. */
export interface SiteText {
  readonly language: Language;
  /** For `hreflang`. */
  readonly tag: string;
  /** The language's own name. */
  readonly name: string;
  readonly title: string;
  readonly intro: string;
  readonly skip: string;
  readonly menu: string;
  readonly languages: string;
  readonly pages: Readonly<Record<'index' | 'ask' | 'parties' | 'goods' | 'calendar' | 'changes' | 'about', string>>;
  readonly madeAt: string;
  readonly journalUpTo: (number: number) => string;
  readonly disclaimer: string;
  readonly notListed: string;

  readonly watch: string;
  readonly watchAwake: (sources: number, last: string) => string;
  readonly watchBlind: (down: number, of: number) => string;
  readonly watchNever: string;

  readonly onJapan: string;
  readonly onAll: string;
  readonly suspended: string;
  readonly unknown: string;
  readonly announced: string;
  readonly ended: string;
  readonly ends: string;
  readonly lastChanges: string;
  readonly timeline: string;
  readonly timelineAbout: string;
  readonly today: string;
  readonly partiesPicture: string;
  readonly duePicture: string;
  readonly none: string;
  readonly all: string;

  readonly heads: Readonly<
    Record<
      | 'measure'
      | 'what'
      | 'standing'
      | 'since'
      | 'until'
      | 'parties'
      | 'number'
      | 'party'
      | 'japanese'
      | 'english'
      | 'list'
      | 'from'
      | 'to'
      | 'item'
      | 'codes'
      | 'customs'
      | 'day'
      | 'event'
      | 'change'
      | 'source'
      | 'state'
      | 'checked'
      | 'news'
      | 'goods'
      | 'file'
      | 'about',
      string
    >
  >;
  readonly facts: Readonly<
    Record<
      | 'official'
      | 'archived'
      | 'reach'
      | 'instrument'
      | 'effective'
      | 'until'
      | 'endUses'
      | 'basis'
      | 'applicants'
      | 'threshold'
      | 'presumption'
      | 'exemption'
      | 'staged'
      | 'thirdCountries'
      | 'compiled'
      | 'goods',
      string
    >
  >;
  readonly applicants: Readonly<Record<'exporter-in-china' | 'exporter-abroad', string>>;
  readonly notStated: string;
  readonly notRead: (from: string, day: string) => string;
  readonly yes: string;
  readonly notNamed: string;
  readonly versions: string;
  readonly parties: (count: number) => string;
  readonly items: (count: number) => string;
  readonly related: string;
  readonly readAt: string;
  readonly events: Readonly<Record<'starts' | 'ends' | 'suspension-starts' | 'suspension-ends' | 'lifts', string>>;
  readonly states: Readonly<Record<'new' | 'ok' | 'degraded' | 'down', string>>;
  readonly kinds: Readonly<Record<Standing['kind'], string>>;

  readonly ask: Readonly<
    Record<
      | 'intro'
      | 'label'
      | 'button'
      | 'day'
      | 'file'
      | 'private'
      | 'noScript'
      | 'csv'
      | 'xlsx'
      | 'print'
      | 'question'
      | 'verdict'
      | 'why'
      | 'alsoApplies'
      | 'unread'
      | 'listed'
      | 'covered'
      | 'possible'
      | 'no-match'
      | 'asking'
      | 'rows'
      | 'tooMany'
      | 'failed',
      string
    >
  >;
  /** How a question met a measure. */
  readonly hows: Readonly<Record<How, string>>;
  readonly unread: Readonly<Record<Unread['kind'], string>>;
  readonly about: readonly (readonly [heading: string, text: string])[];
  readonly data: string;
  /** Before the name of the file that holds all rows of a table which was cut. */
  more(count: number): string;
  readonly files: Readonly<Record<string, string>>;
}
