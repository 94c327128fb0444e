import type { PackedModel } from '../../findings/press/model.ts';

/** A score and whether it should have been high. */
export interface Scored {
  readonly score: number;
  readonly relevant: boolean;
}

const STEPS = 30;

/** Platt's scaling: the slope and offset by which scores become the shares that were right, found by Newton's method. */
export function calibrated(scored: readonly Scored[]): PackedModel['calibration'] {
  let slope = 0;
  let offset = 0;
  for (let step = 0; step < STEPS; step++) {
    let [g1, g0, h11, h10, h00] = [0, 0, 1e-6, 0, 1e-6];
    for (const { score, relevant } of scored) {
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const wrong = p - (relevant ? 1 : 0);
      const weight = p * (1 - p);
      g1 += wrong * score;
      g0 += wrong;
      h11 += weight * score * score;
      h10 += weight * score;
      h00 += weight;
    }
    const determinant = h11 * h00 - h10 * h10;
    slope -= (g1 * h00 - g0 * h10) / determinant;
    offset -= (g0 * h11 - g1 * h10) / determinant;
  }
  return { slope: Number(slope.toFixed(4)), offset: Number(offset.toFixed(4)) };
}
