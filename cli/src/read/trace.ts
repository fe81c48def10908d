/** A sweep of an ABF file: named by its number, `sweep/3`, or by the trace, `adc/0/sweep/3`. */
import { openAbf } from '../../../formats/abf/open';
import { openFileAccess } from '../../../formats/bytes/file.node';
import type { OpenRecording, Trace } from '../../../formats/recording/model';
import type { ReadArguments } from '../arguments';
import type { Found } from './read';
import { parseSlice } from './slice';

const FLOAT = { kind: 'float', name: 'float32', size: 4, littleEndian: true } as const;

export async function readTrace(file: string, { path, slice }: ReadArguments): Promise<Found | string> {
  const access = await openFileAccess(file);
  try {
    const { recording: open, problems } = await openAbf(access);
    if (!open) return problems.map(({ message }) => message).join(' ');
    const trace = traceOf(open, path);
    if (!trace)
      return `there is no sweep or trace \`${path}\`: expected a number below ${open.recording.sweeps.length}`;
    const shape = [trace.count];
    const parsed = parseSlice(slice, shape);
    if (typeof parsed === 'string') return parsed;
    const { start = 0, end = trace.count, step = 1 } = parsed.selection[0] ?? {};
    const { values } = await open.trace(trace.id, { start, end }, end - start);
    const chosen = step === 1 ? values : values.filter((_, i) => i % step === 0);
    return {
      result: { path: trace.id, dtype: FLOAT.name, shape, slice: parsed.text, unit: trace.unit },
      values: chosen,
      valueShape: parsed.shape,
      type: FLOAT,
    };
  } finally {
    await access.close();
  }
}

function traceOf({ recording: { sweeps } }: OpenRecording, path: string): Trace | undefined {
  for (const { responses, stimuli } of sweeps) {
    const named = [...responses, ...stimuli].find(({ id }) => id === path);
    if (named) return named;
  }
  const number = /^\/?(?:sweep\/)?(\d+)$/.exec(path)?.[1];
  return number === undefined ? undefined : sweeps[Number(number)]?.responses[0];
}
