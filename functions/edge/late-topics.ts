import type { Topics } from './topic.ts';

/** The topics, by a client that is loaded when something is first asked of them: most runs have nothing to tell. */
export function lateTopics(): Pick<Topics, 'publish' | 'tell' | 'confirmed'> {
  let made: Promise<Topics> | undefined;
  const topics = (): Promise<Topics> => (made ??= import('./topic.ts').then(({ Topics: Made }) => new Made()));
  return {
    publish: async (topic, message) => (await topics()).publish(topic, message),
    tell: async (topic, subject, text) => (await topics()).tell(topic, subject, text),
    confirmed: async (topic) => (await topics()).confirmed(topic),
  };
}
