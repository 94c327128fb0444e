import { addMinutes, type BeijingDate, beijingDay, type Instant } from '../../time.ts';

/** A moment as the clocks of Beijing and Tokyo show it: day and `HH:MM`. Neither place keeps summer time. */
export function clocks(at: Instant): Readonly<Record<'beijing' | 'tokyo', { day: BeijingDate; time: string }>> {
  const show = (hours: number) => ({
    day: beijingDay(addMinutes(at, (hours - 8) * 60)),
    time: new Date(Date.parse(at) + hours * 3_600_000).toISOString().slice(11, 16),
  });
  return { beijing: show(8), tokyo: show(9) };
}
