import type { Document } from '../../functions/documents/document.ts';
import { pressDocument } from '../../functions/documents/read-document.ts';
import type { Finding } from '../../functions/findings/finding.ts';
import { interpret } from '../../functions/findings/interpret.ts';
import type { Change } from '../../functions/register/change.ts';
import { compare } from '../../functions/register/compare.ts';
import { emptyRegister, replay } from '../../functions/register/replay.ts';
import { addDays, addMinutes, type BeijingDate, startOf } from '../../functions/time.ts';
import { listing, officialDocument } from './announcements.ts';
import { feedSources } from './feeds.ts';
import { fiveActs } from './headlines.ts';

const FIRST_DAY = '2000-01-03' as BeijingDate;
const A_YEAR = 400;

/**
 * Change `number` of a long history: by turns a list of companies, the suspension of that list, a second list, and a
 * report of the press. Each is read and compared as a real one is, though only with what it speaks of.
 */
export function changeOf(number: number): Change {
  const before = number % 4 === 2 ? replay([changeOf(number - 1)]) : emptyRegister;
  const draft = compare(before, findingOf(number), addMinutes(startOf(dayOf(number)), 600));
  if (draft === undefined) throw new Error(`bench: change ${number} says nothing`);
  return { number, ...draft };
}

/** What document `number` of that history says. */
export function findingOf(number: number): Finding {
  const reading = interpret(documentOf(number));
  if (reading.kind === 'silent') throw new Error(`bench: document ${number} is silent: ${reading.why[0]?.rule ?? ''}`);
  return reading.finding;
}

function documentOf(number: number): Document {
  const day = dayOf(number);
  if (number % 4 === 0) return reportOf(number, day);
  if (number % 4 !== 2) return officialDocument(listing(numberInYear(number), 6 + (number % 9), day));
  const year = day.slice(0, 4);
  const suspended = `商务部公告${dayOf(number - 1).slice(0, 4)}年第${numberInYear(number - 1)}号`;
  return officialDocument({
    title: `商务部公告${year}年第${numberInYear(number)}号 关于暂停实施${suspended}的公告`,
    publishedOn: day,
    body: `决定自${day.replace(/-0?/, '年').replace(/-0?/, '月')}日起至2099年12月31日，暂停实施${suspended}（公布将日本实体列入出口管制管控名单）。`,
  });
}

function reportOf(number: number, day: BeijingDate): Document {
  const [source] = feedSources(1);
  if (source === undefined) throw new Error('bench: no source');
  const title = fiveActs[(number / 4) % fiveActs.length] ?? '';
  return pressDocument(source, {
    url: `https://outlet.example/${number}`,
    title: `${title} (item ${number.toString(36)})`,
    publishedOn: day,
    publishedAt: addMinutes(startOf(day), 480),
  });
}

const dayOf = (number: number): BeijingDate => addDays(FIRST_DAY, Math.trunc(number / (A_YEAR / 365)));

const numberInYear = (number: number): number => (number % A_YEAR) + 1;
