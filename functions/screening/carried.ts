import type { MeasureId } from '../findings/finding.ts';
import type { Change } from '../register/change.ts';
import type { Register } from '../register/replay.ts';
import type { BeijingDate } from '../time.ts';

/** A register that came without its journal: what questions need of the texts comes with it, drawn beforehand. */
export interface Carried extends Register {
  readonly carried: {
    readonly quotes: ReadonlyMap<MeasureId, string>;
    readonly unclear: readonly Change[];
    /** The day of the last official text in the journal. */
    readonly lastRead?: BeijingDate;
  };
}

export const isCarried = (register: Register): register is Carried => 'carried' in register;
