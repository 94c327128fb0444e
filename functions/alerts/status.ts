import type { DocumentRef } from '../documents/document.ts';
import type { Change } from '../register/change.ts';
import type { Surroundings } from './alert.ts';
import type { Matter } from './matters.ts';
import { excerpt } from './safe-text.ts';
import type { Evidence, Status } from './wording.ts';

/** How far a matter may be relied on, and who says so. */
export function statusOf(matter: Matter, change: Change, surroundings: Surroundings): Status {
  if (matter.kind === 'unconfirmed') {
    const number = matter.reportNumber;
    return { kind: 'unconfirmed', number, outlets: outletsOf(surroundings, reportOf(matter, surroundings)) };
  }
  if (!('document' in change.cause)) return { kind: 'by-date' };
  const evidence = evidenceOf(change);
  if (matter.kind === 'unclear') return { kind: 'unread' };
  if (matter.kind === 'reported') {
    if (evidence === 'official-text' || evidence === 'official-statement') return { kind: 'said' };
    return { kind: 'reported', evidence, outlets: outletsOf(surroundings, change) };
  }
  return { kind: 'confirmed', evidence };
}

/** The rung that a Change stands on. What the ministry says outside its numbered texts and rules is a statement. */
export function evidenceOf({ cause, effects }: Change): Evidence {
  if (!('document' in cause)) return 'official-text';
  const { authority } = cause.document;
  if (authority !== 'official') return authority;
  const isText =
    cause.announcement !== undefined || effects.some(({ kind }) => kind === 'imposed' || kind === 'unclear');
  return isText ? 'official-text' : 'official-statement';
}

/** The Change that first reported what is still unconfirmed. */
const reportOf = ({ reportNumber }: Matter, { register }: Surroundings): Change | undefined =>
  register.told.find(({ number }) => number === reportNumber);

/** The outlets that carried a story; at least the one that we have it from. */
export function outletsOf({ outlets = [] }: Surroundings, report: Change | undefined): readonly string[] {
  const first = report && 'document' in report.cause ? [report.cause.document.publisher] : [];
  return [...new Set([...first, ...outlets])].map((outlet) => excerpt(outlet, 40)).filter(Boolean);
}

/** The pages that a Change rests on: its own, else those of the measures whose day has come, or of the report. */
export function documentsOf(
  change: Change,
  matters: readonly Matter[],
  surroundings: Surroundings,
): readonly DocumentRef[] {
  if ('document' in change.cause) return [change.cause.document];
  const documents = matters.flatMap((matter) => {
    const report = reportOf(matter, surroundings);
    const reported = report && 'document' in report.cause ? [report.cause.document] : [];
    return [...matter.documents, ...reported];
  });
  return [...new Map(documents.map((document) => [document.url, document])).values()];
}
