import { expect, test } from 'vitest';
import { composeOperator, type Transition } from '../../functions/alerts/operator.ts';
import { instant, sourcesAt } from './journal.ts';

const at = instant('2026-02-24T02:05:00.000Z');
const away = sourcesAt(at)[2];

test('a source that goes down is told with cause, times and what to do', () => {
  if (!away) throw new Error('no source');
  const source = {
    ...away,
    cause:
      'export-control-notices: HTTP 502\u202E at https://exportcontrol.mofcom.gov.cn/list, found "log in at https://x.example/y" or evil.cc/z',
  };
  expect(composeOperator({ source, kind: 'down', before: 'ok' })).toMatchInlineSnapshot(`
    {
      "subject": "[dual-use-watch] OFFICIAL SOURCE export-control-notices is down",
      "text": "export-control-notices is down. The watch is blind there: what is published now is not seen, and nobody is alerted to it.

    Source: export-control-notices (商务部, official)
    State: ok -> down
    Cause: export-control-notices: HTTP 502 at https://exportcontrol.mofcom.gov.cn/list, found "log in at […] or evil[.]cc/z
    Since: 2026-02-24 09:35 Tokyo
    Failures in a row: 19
    Last good answer: 2026-02-24 09:30 Tokyo
    Last news: 2026-02-23 09:30 Tokyo
    Polls: 2016, 1 of them failed, since 2026-02-17 11:05 Tokyo

    What to do: Open its address in a browser. If the page has changed, correct the source in the catalogue or the settings and deploy; if it refuses us, ask its keeper; if it is gone, turn it off. It is polled on in the meantime, and you hear when it recovers.
    ",
    }
  `);
});

test('every turn of every source has a subject that SNS takes', () => {
  for (const source of sourcesAt(at)) {
    for (const kind of ['down', 'degraded', 'recovered', 'gap', 'held', 'gone'] satisfies Transition['kind'][]) {
      const long = { ...source, id: `${source.id}\n${'x'.repeat(200)}`, gap: { from: at, to: at } };
      const { subject, text } = composeOperator({ source: long, kind });
      expect(subject).toMatch(/^[^\p{Cc}]{20,99}$/u);
      expect(text).toContain('What to do: ');
    }
  }
});
