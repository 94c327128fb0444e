import { parseArgs } from 'node:util';
import { Topics } from '../edge/topic.ts';
import { now } from '../edge/settings.ts';
import { type Language, languages } from '../sources/source.ts';
import { run } from './run.ts';
import { deployed, STACK } from './stack.ts';

const help = `Usage: npm run test-alert [-- --stack ${STACK}] [--topic ARN --operator ARN]
Sends a message that is marked as a test to every subscriber, in their language, and to the operator: by e-mail, SMS and to
receivers. SMS costs what SMS costs. Your AWS credentials and region are used.`;

const words: Readonly<Record<Language, { readonly subject: string; readonly text: string; readonly sms: string }>> = {
  en: {
    subject: '[TEST] dual-use-watch: this is a test, nothing has happened',
    text: 'This is a test of dual-use-watch, sent by the person who runs it. Nothing has happened, and there is nothing to do. If you read this, alerts reach you.',
    sms: 'TEST of dual-use-watch. Nothing has happened.',
  },
  ja: {
    subject: '【テスト】dual-use-watch: 配信テストです。何も起きていません',
    text: 'これは dual-use-watch の配信テストで、運用担当者が送信しました。何も起きておらず、対応は不要です。これが届いていれば、警報も届きます。',
    sms: '【テスト】dual-use-watchの配信テストです。対応は不要です。',
  },
  zh: {
    subject: '【测试】dual-use-watch：这是测试，没有发生任何事情',
    text: '这是 dual-use-watch 的测试消息，由运行者发送。没有发生任何事情，无需处理。您能读到它，说明警报可以送达。',
    sms: '【测试】dual-use-watch测试消息，无需处理。',
  },
};

await run(help, async () => {
  const { values } = parseArgs({
    options: {
      stack: { type: 'string', default: STACK },
      topic: { type: 'string' },
      operator: { type: 'string' },
    },
  });
  const topics = new Topics();
  const stack = values.topic && values.operator ? undefined : await deployed(values.stack);
  const topic = values.topic ?? stack?.output('AlertTopic') ?? '';
  const operator = values.operator ?? stack?.output('OperatorTopic') ?? '';
  for (const language of languages) {
    const { subject, text, sms } = words[language];
    const body = { version: 1, kind: 'test', subject, composedAt: now() };
    await topics.publish(topic, {
      subject,
      bodies: { default: JSON.stringify(body), email: text, sms },
      // What is not said reaches everybody, whatever they chose to hear.
      attributes: { urgency: 'immediate', language },
    });
    console.log(`sent to everybody who reads ${language}`);
  }
  await topics.tell(operator, words.en.subject, words.en.text);
  console.log('sent to the operator');
});
