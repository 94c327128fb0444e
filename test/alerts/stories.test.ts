import { expect, test } from 'vitest';
import { languages } from '../../functions/sources/source.ts';
import { history, internalIds } from './history.ts';

const { journal, stories } = history();
const outlets = ['South China Morning Post', 'CGTN', '日経クロステック'];

for (const [name, change] of Object.entries(stories)) {
  for (const language of languages) {
    test(`${name} is told in ${language}, by e-mail and SMS, as it was reviewed`, async () => {
      const told = name === 'january-ban' || name === 'report' ? { outlets } : {};
      const { subject, email, sms } = journal.tell(change, language, told);
      expect(`${subject}${email}${sms}`).not.toMatch(internalIds);
      await expect(`${subject}\n\n${sms}\n\n${email}`).toMatchFileSnapshot(`stories/${name}.${language}.txt`);
    });
  }
}
