/**
 * MOFCOM's announcements on dual-use goods that have been or are in force, by number: a text that names one of them
 * speaks of export control, whatever words it does without. Gathered from the ministry's pages on 25 November 2026.
 */
const byYear: Readonly<Record<number, readonly number[]>> = {
  2020: [38, 63],
  2023: [23, 27, 28, 39, 66],
  2024: [21, 31, 33, 51, 67],
  2025: [10, 18, 55, 56, 57, 58, 61, 62, 70, 91],
  2026: [1, 11, 12, 27, 28],
};

export const knownAnnouncements: ReadonlySet<string> = new Set(
  Object.entries(byYear).flatMap(([year, numbers]) => numbers.map((number) => `mofcom/${year}/${number}`)),
);
