import { isAboutForeignAct, actorNamed, tellsOfOurs } from './actors.ts';
import { type Sentence, sentencesOf } from './clauses.ts';
import type { Official } from './identity.ts';

// 问：, 有记者问：, 路透社记者：, 澎湃：, 1.荷兰经济大臣…如何看？ — and the answer after it.
const asks =
  /^(?:\d{1,2}[.、])?(?:问|有?记者(?:问|提问)?|(?!发言人|主持人|答|[^:。,]{0,8}负责人)[^:。,]{1,16}(?:记者|社|报|网|台|电视|新闻|nhk|日报|澎湃|时报|路透|彭博|共同社|财新|晚报|广播)[^:。,]{0,6}|澎湃|nhk)(?::|\s)|^\d{1,2}[.、].{0,200}(?:[?]|……|…)$|^.{0,300}[?]$/i;
const answers = /(?:^|(?<=[?。;]))(?:答|发言人|商务部新闻发言人[^:]{0,8})(?::|答)?/;

/**
 * The sentences that the ministry says itself, without questions. A question about what another country does makes its
 * answer speak of that country where it names nobody.
 */
export function answersIn(official: Official, foreign: boolean): readonly Sentence[] {
  let topic: Sentence['topic'] = foreign ? 'foreign' : undefined;
  const said: Sentence[] = [];
  let question: Sentence[] = [];
  let asking = false;
  let asked = '';
  let askedQuote = '';
  for (const sentence of sentencesOf(official.text)) {
    const words = sentence.text;
    const begins = asks.test(words);
    if (begins) {
      const goesOn = asking && !startsLine(official, sentence);
      topic = foreign || foreignTopic(words) || (goesOn && topic) ? 'foreign' : undefined;
      if (!goesOn) question = [];
      asking = true;
      asked = (goesOn ? `${asked}${words}` : words).slice(0, longest);
      askedQuote = (goesOn ? `${askedQuote}${sentence.quote}` : sentence.quote).slice(0, longest);
      question.push(sentence);
      if (!answers.test(words)) continue;
    }
    if (answers.test(words)) asking = false;
    else if (asking && !startsLine(official, sentence)) {
      if (foreignTopic(words)) topic = 'foreign';
      question.push(sentence);
      continue;
    } else asking = false;
    const context = { ...(topic && { topic }), ...(asked && { asked, askedQuote }) };
    // What the ministry confirms, it says: 你了解到的情况是准确的.
    if (confirms.test(words) && !denies.test(words)) {
      said.push(...question.filter(({ text }) => !text.endsWith('?')).map((one) => ({ ...one, ...context })));
    }
    question = [];
    said.push({ ...sentence, ...context });
  }
  return said;
}

const confirms =
  /(?:情况|消息|报道|说法)(?:是|都|均|完全)*(?:属实|准确|真实|正确)|^(?:答:)?(?:属实|是的|确实如此)|(?:可以|能够|予以)(?:证实|确认)|(?:商务部|主管部门)已(?:经)?就此(?:发布|公布|作出)/;
const denies = /不(?:属实|准确|真实|正确|实|能|便)|无法|并不|未/;

// A question is a few sentences long.
const longest = 1_000;

const startsLine = (official: Official, { from }: Sentence): boolean =>
  from === 0 || official.text.text[from - 1] === '\n';

const foreignTopic = (question: string): boolean => {
  const words = question
    .replace(/^[^:]{0,20}:/, '')
    .replace(/^\d{1,2}[.、]/, '')
    .replace(/^(?:我们注意到|据(?:了解|悉|报道)|近日|日前|请问|有消息称|昨日|\d{1,2}月\d{1,2}日)[,，]?/, '');
  if (tellsOfOurs(words)) return false;
  return isAboutForeignAct(words) || actorNamed(words.slice(0, 80)) === 'foreign';
};
