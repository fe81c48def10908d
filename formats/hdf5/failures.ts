/** From what the HDF5 library says of an error to words for people. */
import { Hdf5Error, type Hdf5ErrorCode } from './api';

/** The reasons in a stack of the library, from the outermost to the cause. */
function reasonsOf(stack: string): readonly string[] {
  return [...stack.matchAll(/^ *#\d+: .*?\(\): (.+)$/gm)].map((match) => match[1] ?? '');
}

/** An error of the library as ours; `otherwise` is its code where the reasons tell no better one. */
export function failureOf(error: unknown, what: string, otherwise: Hdf5ErrorCode): Hdf5Error {
  if (error instanceof Hdf5Error) return error;
  const text = error instanceof Error ? error.message : String(error);
  const reasons = reasonsOf(text);
  const truncated = reasons
    .map((reason) => /truncated file: eof = (\d+).*stored_eof = (\d+)/.exec(reason))
    .find(Boolean);
  if (truncated) {
    return new Hdf5Error(
      'truncated',
      `${what}: it is cut off. It has ${truncated[1] ?? ''} bytes of ${truncated[2] ?? ''}: copy it again.`,
    );
  }
  if (reasons.some((reason) => /addr overflow|past end of (allocated|file)|end of file/i.test(reason))) {
    return new Hdf5Error('truncated', `${what}: it needs bytes beyond the end of the file. Copy the file again.`);
  }
  const filter = reasons.map((reason) => /required filter '?([^']*?)'? is not registered/.exec(reason)).find(Boolean);
  if (filter) {
    return new Hdf5Error(
      'unreadable-values',
      `${what}: they are packed with the filter “${filter[1] ?? ''}”, which is not here.`,
    );
  }
  const cause = reasons.at(-1) ?? text.split('\n')[0] ?? '';
  return new Hdf5Error(otherwise, `${what}: ${cause === '' ? 'the HDF5 library gives no reason' : cause}.`);
}

/** The library aborted, or its thread ran out of memory: nothing more can be asked of it. */
export function isFatal(error: unknown): boolean {
  return error instanceof Error && (error.name === 'RuntimeError' || error.name === 'ExitStatus');
}
