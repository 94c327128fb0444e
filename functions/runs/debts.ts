import type { Debt, NotifyEdge } from '../edge/edge.ts';
import type { Change } from '../register/change.ts';
import type { Language } from '../sources/source.ts';
import { minutesBetween } from '../time.ts';

/** A language in which an alert did not go out, and whether SNS would take it in no form. */
export interface Failure {
  readonly language: Language;
  readonly refused: boolean;
  readonly why: string;
}

const REFUSED_FOR_MINUTES = 24 * 60;

/** Who is told of a debt that is given up, and where it is written down. */
interface Books {
  readonly edge: Pick<NotifyEdge, 'now' | 'tellOperator'>;
  readonly faults: string[];
  readonly abandoned: string[];
}

/** What stays owed. A debt that SNS has refused for a day is given up, once the operator has been told. */
export async function debtsOf(
  failed: readonly Failure[],
  change: Change,
  before: readonly Debt[],
  { edge, faults, abandoned }: Books,
): Promise<readonly Debt[]> {
  const owed: Debt[] = [];
  for (const { language, refused, why } of failed) {
    const known = before.find((one) => one.language === language)?.refusedSince;
    const refusedSince = refused ? (known ?? edge.now()) : undefined;
    const debt = { change: change.number, language, ...(refusedSince && { refusedSince }) };
    if (!refusedSince || minutesBetween(refusedSince, edge.now()) < REFUSED_FOR_MINUTES) {
      owed.push(debt);
      continue;
    }
    const which = `#${change.number} in ${language}`;
    try {
      const { composeAbandoned } = await import('../alerts/abandoned.ts');
      const { subject, text } = composeAbandoned(change, language, why);
      await edge.tellOperator(subject, text);
      abandoned.push(which);
      faults.push(`${which}: ABANDONED after a day of refusals; the operator was told`);
    } catch (error) {
      faults.push(
        `${which}: refused for a day, and the operator could not be told: ${error instanceof Error ? error.message : String(error)}`,
      );
      owed.push(debt);
    }
  }
  return owed;
}
