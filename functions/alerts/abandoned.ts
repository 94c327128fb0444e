import type { Change } from '../register/change.ts';
import type { Language } from '../sources/source.ts';
import { cut, excerpt } from './safe-text.ts';
import { SUBJECT } from './subject.ts';

/** A message for whoever runs the watch: an alert that SNS has refused in every form for a day is given up. */
export function composeAbandoned(
  { number, effects }: Change,
  language: Language,
  why: string,
): { readonly subject: string; readonly text: string } {
  const kinds = [...new Set(effects.map(({ kind }) => kind))].join(', ');
  return {
    subject: cut(`[dual-use-watch] ALERT #${number} in ${language} ABANDONED`, SUBJECT, '...'),
    text: [
      `Alert #${number} (${kinds}) was refused by SNS for a day in every form: whole, under a plain subject, and bare. It is not tried again, and its readers in "${language}" have not heard of it.`,
      `Cause: ${excerpt(why, 500)}`,
      'What to do: tell them yourself. The journal holds the alert under its number.',
    ]
      .join('\n\n')
      .concat('\n'),
  };
}
