/** Reads and checks morphologies in a thread of its own: a large file must not hold up the other extensions. */
import { parentPort } from 'node:worker_threads';
import { checkProblems } from '../../../../formats/morphology/checks/run';
import { readTextMorphology } from '../../../../formats/morphology/read';
import type { ParseAnswer, ParseJob } from './parseMessages';

function answerTo(job: ParseJob): ParseAnswer {
  if (job.kind === 'check') return { kind: 'check', problems: checkProblems(job.morphology, job.problems) };
  const reading = readTextMorphology(job.format, job.bytes);
  const { morphology, problems } = reading;
  if (!morphology) return { kind: 'read', reading };
  return { kind: 'read', reading: { ...reading, problems: [...problems, ...checkProblems(morphology, problems)] } };
}

/** The memory of all typed arrays in a value, to be handed over instead of copied. */
function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    // Empty arrays are shared constants of the readers: handed over, they would be lost for the next file.
    if (value.byteLength > 0 && value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const part of Object.values(value)) buffersOf(part, found);
  }
  return found;
}

parentPort?.on('message', (job: ParseJob) => {
  let answer: ParseAnswer;
  try {
    answer = answerTo(job);
  } catch (error) {
    answer = { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer, [...buffersOf(answer)]);
});
