import { expect, test } from 'vitest';
import { type Article, cited, law, type LawId } from '../../functions/lexicon/law.ts';
import { lawArticles } from '../../functions/lexicon/law-articles.ts';
import { languages } from '../../functions/sources/source.ts';

/** What a statement that cites an article speaks of, in Chinese. */
const speaksOf: Readonly<Partial<Record<Article, RegExp>>> = {
  'Law 9': /临时管制|清单/,
  'Law 10': /禁止.*(?:特定|日本)/,
  'Law 12': /许可/,
  'Law 15': /证明文件/,
  'Law 16': /不得擅自改变.*转让/,
  'Law 18': /管控名单/,
  'Law 19': /海关/,
  'Law 37': /罚款/,
  'Law 44': /境外/,
  'Regulations 11': /管制清单/,
  'Regulations 12': /临时管制/,
  'Regulations 13': /禁止/,
  'Regulations 14': /许可/,
  'Regulations 15': /单项许可|许可的种类/,
  'Regulations 16': /申请材料/,
  'Regulations 17': /审查期限/,
  'Regulations 18': /变更/,
  'Regulations 19': /第十九条.*登记填报/,
  'Regulations 20': /独资企业.*不得申请通用许可/,
  'Regulations 21': /海关/,
  'Regulations 24': /最终用途/,
  'Regulations 26': /关注名单/,
  'Regulations 29': /管控名单.*特殊情况/,
  'Regulations 30': /移出管控名单/,
  'Regulations 49': /境外.*参照/,
  'Unreliable Entities 10': /进出口/,
};

const statements = Object.keys(law) as LawId[];

test('every statement of law cites articles that are about what it says', () => {
  for (const id of statements) {
    const { zh, articles: cites } = law[id];
    expect(cites.length).toBeGreaterThan(0);
    for (const article of cites)
      expect([id, article, zh]).toEqual([id, article, expect.stringMatching(about(article))]);
  }
});

test('what is to be found in no statement is in no table', () => {
  const all = new Set<string>(statements.flatMap((id) => law[id].articles));
  expect(Object.keys(lawArticles).filter((article) => !all.has(article))).toEqual([]);
});

test('the articles stand behind the statement, as each language cites them', () => {
  expect(cited('end-user', 'en')).toMatch(
    /consent \(Export Control Law arts\. 15, 16; Dual-Use Regulations art\. 24\)\.$/,
  );
  expect(cited('watch-list', 'ja')).toMatch(/（両用品目輸出管理条例26条）。$/);
  expect(cited('control-list', 'zh')).toMatch(/（《出口管制法》第十八条、《两用物项出口管制条例》第二十九条）。$/);
  for (const id of statements) for (const language of languages) expect(cited(id, language)).not.toContain('undefined');
});

const about = (article: Article): RegExp => {
  const pattern = lawArticles[article] && speaksOf[article];
  if (!pattern) throw new Error(`${article}: not in the table of what articles are about`);
  return pattern;
};
