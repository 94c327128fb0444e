import type { Alert, Surroundings } from '../alerts/alert.ts';
import { forms } from '../alerts/plainer.ts';
import type { Message, NotifyEdge } from '../edge/edge.ts';
import { MessageRefused } from '../errors.ts';
import type { Change } from '../register/change.ts';
import type { Language } from '../sources/source.ts';

/** Publishes an alert in the first form that SNS takes. @throws MessageRefused when it takes none */
export async function publishIfTaken(
  change: Change,
  around: Surroundings,
  language: Language,
  onRefusal: (why: string) => void,
  edge: Pick<NotifyEdge, 'publish'>,
): Promise<void> {
  for (const [i, form] of forms.entries()) {
    try {
      await edge.publish(messageOf(form(change, around, language)));
      return;
    } catch (error) {
      if (!(error instanceof MessageRefused) || i === forms.length - 1) throw error;
      onRefusal(`${error.message}; it is sent in a plainer form`);
    }
  }
}

/** An alert as the topic takes it: a body for each protocol, attributes for filter policies. */
export const messageOf = ({ subject, email, sms, json, attributes }: Omit<Alert, 'language' | 'urgency'>): Message => ({
  subject,
  bodies: { default: json, email, sms },
  attributes: { ...attributes },
});
