import type { Provision, Reach } from '../finding.ts';

/** A provision on its way into a finding: whom it reaches, and by which rule it was seen. */
export interface Act {
  readonly provision: Provision;
  readonly reach: Reach;
  readonly rule: string;
}
