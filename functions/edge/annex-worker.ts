import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Annex } from '../documents/annexes/annex.ts';
import type { Isolated } from './wanted-annexes.ts';

type Read = (bytes: Uint8Array) => Promise<Annex>;

interface Bounds {
  readonly milliseconds: number;
  readonly memoryMegabytes: number;
}

/**
 * Runs a module's reader in a thread of its own, which is ended when its time or memory is up: a parser of hostile files
 * can hang, and cannot stop itself.
 * @param module the module that calls `serveAnnexes` when it is loaded as such a thread
 */
export function readApart(module: URL, bytes: Uint8Array, bounds: Bounds): Promise<Isolated> {
  return new Promise((resolve) => {
    const worker = new Worker(module, {
      workerData: { annexReader: true },
      resourceLimits: { maxOldGenerationSizeMb: bounds.memoryMegabytes },
      stdout: true,
      stderr: true,
    });
    const end = (outcome: Isolated): void => {
      clearTimeout(timer);
      resolve(outcome);
      void worker.terminate();
    };
    const timer = setTimeout(() => {
      end({ failed: 'too-slow', words: `${bounds.milliseconds} ms` });
    }, bounds.milliseconds);
    worker.on('message', (annex: Annex) => {
      end({ annex });
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      end({
        failed: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'broken',
        words: error.message.slice(0, 200),
      });
    });
    worker.on('exit', (code) => {
      end({ failed: 'broken', words: `the reader ended with status ${code}` });
    });
    worker.postMessage(bytes);
  });
}

/** In a thread that `readApart` started: reads what is posted, and answers. Elsewhere it does nothing. */
export function serveAnnexes(read: Read): void {
  const { annexReader } = (workerData ?? {}) as { annexReader?: boolean };
  if (isMainThread || !annexReader) return;
  parentPort?.on('message', (bytes: Uint8Array) => {
    void read(bytes).then((annex) => parentPort?.postMessage(annex));
  });
}
