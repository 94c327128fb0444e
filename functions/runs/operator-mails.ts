import { differingAfter } from '../alerts/differing.ts';
import { transitionsOf } from '../alerts/transitions.ts';
import type { Change } from '../register/change.ts';
import type { SourceState } from '../sources/health.ts';
import type { Instant } from '../time.ts';
import { pollingNews } from './watch-report.ts';

/** A message for the operator, and what to remember of having sent it. */
export interface OperatorMail {
  readonly about: string;
  /** Most rings have none: its words are loaded when it is sent. */
  readonly compose: () => Promise<{ readonly subject: string; readonly text: string }>;
  readonly told: Readonly<Record<string, string>>;
}

/** What of the whole the operator may have yet to hear. */
interface Known {
  readonly changes: readonly Change[];
  readonly states: readonly SourceState[];
  /** Sources that nobody polls. */
  readonly idle: readonly SourceState[];
}

/** The last Change of which the operator knows how it differs from what was compiled. */
const COMPILED = 'compiled to';

/** What the operator has not heard of: how sources turned, who is not polled, which texts differ from what was compiled. */
export function operatorMails(
  { changes, states, idle }: Known,
  told: Readonly<Record<string, string>>,
  at: Instant,
): readonly OperatorMail[] {
  const differing = differingAfter(changes, Number(told[COMPILED] ?? 0));
  const last = differing.at(-1)?.change.number;
  return [
    ...[...transitionsOf(states, told, at), ...pollingNews(states, idle, told)].map(
      ({ transition, told: next }): OperatorMail => ({
        about: transition.source.id,
        compose: async () => (await import('../alerts/operator.ts')).composeOperator(transition),
        told: next,
      }),
    ),
    ...(last === undefined
      ? []
      : [
          {
            about: 'compiled measures',
            compose: async () => (await import('../alerts/compiled-differences.ts')).composeDifferences(differing),
            told: { [COMPILED]: String(last) },
          },
        ]),
  ];
}
