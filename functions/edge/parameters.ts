import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { Misconfigured } from '../errors.ts';
import { type Patience, patient, within } from './patience.ts';

const PATIENCE: Patience = { tries: 3, attempt: 2_000, whole: 6_000 };
// A rotated secret is in use within these minutes.
const KEPT = 5 * 60_000;

/** Secrets in SSM's Parameter Store, by name. They are kept for five minutes, and are never logged. */
export class Parameters {
  readonly #client = new SSMClient(patient(PATIENCE));
  readonly #known = new Map<string, { readonly value: string; readonly until: number }>();

  /** @throws Misconfigured when the parameter is not there, or empty */
  async get(name: string): Promise<string> {
    const known = this.#known.get(name);
    if (known && known.until > performance.now()) return known.value;
    const command = new GetParameterCommand({ Name: name, WithDecryption: true });
    const value = await within(PATIENCE, 'SSM GetParameter', (options) => this.#client.send(command, options)).then(
      ({ Parameter }) => Parameter?.Value ?? '',
      (error: unknown) => {
        if (error instanceof Error && error.name === 'ParameterNotFound') return '';
        throw error;
      },
    );
    if (value === '') throw new Misconfigured(`parameter ${name}: not there, or empty; put a SecureString there`);
    this.#known.set(name, { value, until: performance.now() + KEPT });
    return value;
  }

  /** Forgets one that did not serve, so that the next run asks for the newest. */
  forget(name: string): void {
    this.#known.delete(name);
  }
}
