import { SourceUnavailable, UnexpectedShape } from '../errors.ts';
import { oneLine, plainText } from './plain-text.ts';

/** A page that is not what was asked for, and what betrays it. */
interface FalsePage {
  readonly what: string;
  readonly blocked?: true;
  readonly missing?: true;
  readonly title?: RegExp;
  /** In the words that a reader sees. */
  readonly words?: RegExp;
  /** In the source, where a reader sees next to no words. */
  readonly bare?: RegExp;
}

const falsePages: readonly FalsePage[] = [
  {
    what: 'a challenge page',
    blocked: true,
    title:
      /^(?:just a moment|attention required|access denied|checking your browser|pardon our interruption|robot check|security check|403 forbidden|验证码|请稍候|one moment,? please|verify(?:ing)? (?:that )?you are|are you (?:a )?(?:human|robot)|human verification|ddos-guard|百度安全验证)|安全验证|人机验证|访问验证|滑动验证|云防护|创宇盾|网站防火墙|(?:请求|访问)被拦截/i,
    // A script that sets a cookie and calls again, from the firewalls in front of Chinese government sites and others.
    bare: /_cf_chl_opt|__jsl_clearance|__jsluid|acw_sc__v2|wzws_|_incapsula_|_sec\/cp_challenge|captcha|geetest|document\.cookie\s*=[^]{0,2000}?location|请开启javascript|enable javascript|verify (?:that )?you are (?:a )?human/i,
  },
  {
    what: 'a soft 404',
    missing: true,
    title: /^[\s\p{P}]*(?:404|page not found|not found|页面不存在|页面未找到|ページが見つかりません)/iu,
    words: /您(?:所)?访问的页面(?:不存在|已(?:被)?删除)/,
    bare: /404 (?:error|not found)|页面(?:不存在|未找到|已删除)/i,
  },
  { what: 'an error shell', bare: /\[an error occurred while processing this directive\]/i },
  {
    what: 'a login page',
    title: /^[\s\p{P}]*(?:用户|统一(?:身份)?)?(?:登录|登陆|认证)[\s\p{P}]*$|^(?:sign|log) ?in\b|^ログイン/iu,
    bare: /<input[^>]{1,300}type\s*=\s*["']?password/i,
  },
  {
    what: 'a maintenance page',
    title:
      /^[\s\p{P}]*(?:系统|网站|平台)?(?:正在)?(?:维护|升级)(?:中|公告)?[\s\p{P}]*$|under maintenance|^メンテナンス中/iu,
    bare: /(?:系统|网站)(?:维护|升级)中|正在(?:进行)?(?:系统)?(?:维护|升级)|under maintenance|service unavailable|メンテナンス/i,
  },
];

// Characters. The shortest announcement on record, No. 1 of 2026, has 204 without the navigation round it.
const bareBelow = 200;

/**
 * Refuses the pages that answer 200 and are something else. Feeds and JSON pass: their own readers know their shapes.
 * @param where names the page in errors: the source's id and the address
 * @throws SourceUnavailable ('blocked') for a challenge; UnexpectedShape for every other false page
 */
export function refuseFalsePages(text: string, where: string): void {
  if (text.trim() === '') throw new UnexpectedShape(`${where}: expected a page, found nothing; see whether it moved`);
  const head = text.slice(0, 2_000);
  if (/^\s*[{[]|<(?:\w+:)?(?:rss|rdf|feed)[\s>]/i.test(head)) return;
  if (!/<(?:!doctype html|html|head|body|script|meta|title)\b/i.test(head)) return;
  const title = oneLine(/<title\b[^>]{0,200}>([^<]{0,300})/i.exec(text.slice(0, 50_000))?.[1] ?? '');
  const words = plainText(text);
  const isBare = words.replace(/\s/g, '').length < bareBelow;
  const found = falsePages.find(
    (page) => page.title?.test(title) || page.words?.test(words) || (isBare && page.bare?.test(text)),
  );
  if (!found) return;
  const message = `${where}: expected the page, found ${found.what} ("${title || oneLine(words.slice(0, 60))}")`;
  throw found.blocked
    ? new SourceUnavailable(`${message}; the site is up and declines programs, so poll less often`, 'blocked')
    : new UnexpectedShape(
        `${message}; open it in a browser and correct the source’s address`,
        found.missing ? 'missing' : 'other',
      );
}
