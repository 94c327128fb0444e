import { createInterface } from 'node:readline/promises';
import { Misconfigured } from '../errors.ts';

/** A terminal, or a file of answers: what `question` does not wait for is lost when lines come faster than questions. */
export class Questions {
  readonly #terminal = createInterface({ input: process.stdin });
  readonly #lines = this.#terminal[Symbol.asyncIterator]();

  /** Asks until the answer is one that is allowed; an empty one means the usual. */
  async ask(question: string, usual: string, allowed: RegExp): Promise<string> {
    for (;;) {
      process.stdout.write(`${question}${usual ? ` [${usual}]` : ''}: `);
      const line = await this.#lines.next();
      if (line.done) throw new Misconfigured('the questions ended before their answers did; --yes takes a file');
      const said = line.value.trim() || usual;
      if (allowed.test(said)) return said;
      console.log(`"${said}" is not understood`);
    }
  }

  close(): void {
    this.#terminal.close();
  }
}
