import type { BeijingDate } from '../../time.ts';

/** `2026年2月24日`, in Japanese as in Chinese. */
export function eastAsianDay(date: BeijingDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** `2026/2/24`. */
export const briefDay = (date: BeijingDate, between: string): string => date.split('-').map(Number).join(between);
