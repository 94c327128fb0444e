import type { Language } from '../sources/source.ts';
import { cut, excerpt, webAddress } from './safe-text.ts';

/** What a receiver shows of a message: few words and one link. */
export interface Card {
  readonly subject: string;
  readonly urgent: boolean;
  /** Label and value, in their order. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** The first sentence of the original that the message rests on. */
  readonly quote?: string;
  readonly link?: { readonly label: string; readonly url: string };
}

const labels: Readonly<
  Record<Language, Readonly<Record<'status' | 'confirmed' | 'reported' | 'number' | 'outlets' | 'open', string>>>
> = {
  en: {
    status: 'Status',
    confirmed: 'confirmed by an official text',
    reported: 'reported, not confirmed',
    number: 'Journal number',
    outlets: 'Carried by',
    open: 'Open the original',
  },
  ja: {
    status: '状態',
    confirmed: '公式文書で確認済み',
    reported: '報道のみ、未確認',
    number: '記録番号',
    outlets: '報道元',
    open: '原文を開く',
  },
  zh: {
    status: '状态',
    confirmed: '已由官方文本确认',
    reported: '仅有报道，尚未确认',
    number: '记录编号',
    outlets: '报道媒体',
    open: '打开原文',
  },
};

const QUOTE = 600;

/** The fields of the body that a card is made of; everything else of it is for machines. */
interface Body {
  readonly kind?: unknown;
  readonly subject?: unknown;
  readonly number?: unknown;
  readonly urgency?: unknown;
  readonly confirmed?: unknown;
  readonly outlets?: unknown;
  readonly change?: {
    readonly cause?: { readonly document?: { readonly url?: unknown } };
    readonly provisions?: readonly { readonly quote?: unknown }[];
  };
}

/**
 * The card of a published message. A body that cannot be read is shown as it is: a receiver that shows nothing has lost
 * an alert.
 * @param body the `default` body, as `alert.schema.json` describes it
 */
export function cardOf(subject: string, body: string, language: Language): Card {
  const words = labels[language];
  const read = parsed(body);
  if (read === undefined) return { subject, urgent: false, facts: [], quote: excerpt(body, QUOTE) };
  const url = read.change?.cause?.document?.url;
  const address = typeof url === 'string' ? webAddress(url) : undefined;
  const quote = read.change?.provisions?.find((provision) => typeof provision.quote === 'string')?.quote;
  const outlets = Array.isArray(read.outlets) ? read.outlets.filter((one) => typeof one === 'string') : [];
  return {
    subject,
    urgent: read.urgency === 'immediate',
    facts: [
      ...(typeof read.confirmed === 'boolean'
        ? [[words.status, read.confirmed ? words.confirmed : words.reported] as const]
        : []),
      ...(outlets.length > 0 ? [[words.outlets, cut(outlets.join(', '), 200)] as const] : []),
      ...(typeof read.number === 'number' ? [[words.number, `#${read.number}`] as const] : []),
    ],
    ...(typeof quote === 'string' && { quote: excerpt(quote, QUOTE) }),
    ...(address !== undefined && { link: { label: words.open, url: address } }),
  };
}

function parsed(body: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

// Slack's own marks, which a headline of somebody else must not set off (api.slack.com/reference/surfaces/formatting).
const slackText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A message of Slack's Block Kit: a header of 150 characters, fields, a quote, a button. */
export function slackMessage({ subject, urgent, facts, quote, link }: Card): object {
  return {
    text: slackText(subject),
    blocks: [
      {
        type: 'header',
        text: { type: 'plain_text', text: cut(`${urgent ? '🔴 ' : ''}${subject}`, 150), emoji: true },
      },
      ...(facts.length > 0
        ? [
            {
              type: 'section',
              fields: facts.map(([label, value]) => ({ type: 'mrkdwn', text: `*${label}*\n${slackText(value)}` })),
            },
          ]
        : []),
      ...(quote === undefined
        ? []
        : [{ type: 'section', text: { type: 'mrkdwn', text: `>${slackText(quote).replaceAll('\n', '\n>')}` } }]),
      ...(link
        ? [
            {
              type: 'actions',
              elements: [{ type: 'button', text: { type: 'plain_text', text: link.label }, url: cut(link.url, 3_000) }],
            },
          ]
        : []),
    ],
  };
}

/** A message of Teams' workflows: an adaptive card, version 1.4, of plain text. */
export function teamsMessage({ subject, urgent, facts, quote, link }: Card): object {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      {
        type: 'TextBlock',
        size: 'Medium',
        weight: 'Bolder',
        wrap: true,
        text: markdownOff(subject),
        ...(urgent && { color: 'Attention' }),
      },
      ...(facts.length > 0
        ? [{ type: 'FactSet', facts: facts.map(([title, value]) => ({ title, value: markdownOff(value) })) }]
        : []),
      ...(quote === undefined ? [] : [{ type: 'TextBlock', wrap: true, isSubtle: true, text: markdownOff(quote) }]),
    ],
    ...(link && { actions: [{ type: 'Action.OpenUrl', title: link.label, url: link.url }] }),
  };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}

// A text block reads Markdown: a link in somebody's headline must stay text.
const markdownOff = (text: string): string => text.replace(/[\\`*_[\]()#~]/g, '\\$&');
