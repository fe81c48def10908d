/** Data files: opened and drawn whatever their size, read slab by slab, the host kept free and reads stopped. */
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ANSWER_LIMIT_BYTES } from '../../client/src/editors/data/bounds';
import { Hdf5Error, type CancelSignal, type Hdf5OpenedFile } from '../../formats/hdf5/api';
import { fileKind } from '../../formats/hdf5/fileKind';
import { openNwb } from '../../formats/nwb/open';
import { isNwb } from '../../formats/nwb/recognise';
import { GATE_BYTES } from '../../webviews/data/dataset/selection';
import { seededTrace, writeChunkedHdf5 } from '../support/chunkedHdf5';
import { testHdf5Client } from '../support/hdf5';
import { writeSparseHdf5 } from '../support/sparseHdf5';
import { sweepsNwb } from '../support/sweepsNwb';
import { TemporaryFolder } from '../support/temporaryFolder';
import { countedHdf5 } from './countedHdf5';
import { h5pyTimes } from './h5pyReads';
import { measured, median, milliseconds, onePass, report, timed, type Row } from './harness';

/** Values of float32: 6 GB and 100 MB. */
const LARGE_COUNT = 1_500_000_000;
const SMALL_COUNT = 25_000_000;
const TRACE_COUNT = 10_000_000;
const BINS = 2000;
/** A square of chunks, read in slabs of 4 × 4 whole chunks. */
const SIDE = 4000;
const CHUNK = 250;
const SLAB = 1000;
const SWEEPS = 500;
const SAMPLES = 4000;

const folder = new TemporaryFolder();
const client = testHdf5Client();
const at = (name: string): string => path.join(folder.path, name);

const slabs = Array.from({ length: (SIDE / SLAB) ** 2 }, (_, i) => {
  const [top, left] = [Math.floor(i / (SIDE / SLAB)) * SLAB, (i % (SIDE / SLAB)) * SLAB];
  return [
    { start: top, end: top + SLAB },
    { start: left, end: left + SLAB },
  ];
});

async function writeInputs(): Promise<void> {
  await writeSparseHdf5(client, at('large.h5'), LARGE_COUNT, { 0: 1.5, 10: -3, [LARGE_COUNT - 1]: 2.5 });
  await writeSparseHdf5(client, at('small.h5'), SMALL_COUNT, { 0: 1.5, 10: -3, [SMALL_COUNT - 1]: 2.5 });
  await client.create(at('sweeps.nwb'), sweepsNwb(SWEEPS, SAMPLES));
  const trace = { values: seededTrace(TRACE_COUNT), shape: [TRACE_COUNT] };
  await writeChunkedHdf5(at('trace.h5'), {
    plain: { ...trace, chunks: [2 ** 16] },
    packed: { ...trace, chunks: [2 ** 16], isPacked: true },
  });
  const square = { values: seededTrace(SIDE ** 2), shape: [SIDE, SIDE], chunks: [CHUNK, CHUNK] };
  await writeChunkedHdf5(at('square.h5'), { plain: square, packed: { ...square, isPacked: true } });
}

async function withFile<T>(name: string, use: (file: Hdf5OpenedFile) => Promise<T>): Promise<T> {
  const file = await client.open(at(name));
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/** What the editor asks for before the first picture: what the file is, the tree, the dataset. */
async function look(file: Hdf5OpenedFile): Promise<void> {
  await isNwb(file);
  await fileKind(file);
  await file.children('/');
  await file.entity('/signal');
  await file.attributes('/signal');
}

async function bytesOfOpening(): Promise<Row> {
  const bytes = await withFile('small.h5', async (other) => {
    await other.entity('/');
    const before = client.bytesRead;
    await withFile('large.h5', look);
    return client.bytesRead - before;
  });
  return {
    work: 'opening 6 GB: what it is, the tree, the dataset',
    measured: `${bytes} bytes read`,
    bound: '> 0, ≤ 2 MB',
    met: bytes > 0 && bytes <= 2_000_000,
  };
}

async function firstPlots(): Promise<Row> {
  const window = [{ start: 0, end: GATE_BYTES / 4 }];
  const plot = async (name: string): Promise<number> => {
    const { time } = await measured(() =>
      withFile(name, async (file) => {
        await look(file);
        await file.minMax('/signal', window, BINS);
      }),
    );
    return time;
  };
  const [large, small]: [number[], number[]] = [[], []];
  for (let run = 0; run < 12; run++) {
    const [first, second] = [await plot('large.h5'), await plot('small.h5')];
    // The first warms up.
    if (run > 0) large.push(first);
    if (run > 0) small.push(second);
  }
  const ratio = median(large) / median(small);
  return {
    work: 'first plot of 6 GB against 100 MB',
    measured: `${ratio.toFixed(2)} × (${milliseconds(median(large))} / ${milliseconds(median(small))})`,
    bound: '≤ 1.3 ×',
    met: ratio <= 1.3,
  };
}

/** Every slab once in a file that has just been opened, and once more while it is still kept. */
async function slabReads(dataset: 'plain' | 'packed'): Promise<readonly Row[]> {
  const [first, second]: [number[], number[]] = [[], []];
  let [firstBytes, secondBytes] = [0, 0];
  for (let run = 0; run < 3; run++) {
    await withFile('square.h5', async (file) => {
      await file.entity(`/${dataset}`);
      for (const slab of slabs) {
        const before = client.bytesRead;
        const fresh = await measured(() => file.read(`/${dataset}`, slab));
        const between = client.bytesRead;
        const kept = await measured(() => file.read(`/${dataset}`, slab));
        if (run === 0) continue;
        first.push(fresh.time);
        second.push(kept.time);
        firstBytes += between - before;
        secondBytes += client.bytesRead - between;
      }
    });
  }
  const packing = dataset === 'packed' ? 'gzip' : 'not packed';
  const own = median(first);
  const theirs = h5pyTimes(at('square.h5'), dataset, slabs);
  const ratio = theirs && own / median(theirs);
  return [
    {
      work: `slab of 4 MB, chunk-aligned, ${packing}, against h5py, warm`,
      measured:
        theirs && ratio !== undefined
          ? `${ratio.toFixed(2)} × (${milliseconds(own)} / ${milliseconds(median(theirs))})`
          : `${milliseconds(own)}; no python3 with h5py here`,
      bound: '≤ 2 ×',
      met: ratio === undefined ? undefined : ratio <= 2,
    },
    {
      work: `the same slab again, ${packing}`,
      measured: `${secondBytes} bytes after ${firstBytes}, ${(median(second) / own).toFixed(2)} × the first time`,
      bound: '0 bytes, faster than the first',
      met: secondBytes === 0 && firstBytes > 0 && median(second) < own,
    },
  ];
}

/** @param most passes over the values that reading them may cost */
async function decimation(dataset: 'plain' | 'packed', most: number): Promise<Row> {
  const values = seededTrace(TRACE_COUNT);
  const pass = timed(() => onePass(new Uint8Array(values.buffer)));
  const times: number[] = [];
  let pairs = 0;
  await withFile('trace.h5', async (file) => {
    for (let run = 0; run < 6; run++) {
      const { time, value } = await measured(() => file.minMax(`/${dataset}`, [undefined], BINS));
      if (run > 0) times.push(time);
      pairs = value.minima.length;
    }
  });
  const ratio = median(times) / pass;
  return {
    work: `${TRACE_COUNT} samples to ${pairs} pairs, ${dataset === 'packed' ? 'gzip' : 'not packed'}`,
    measured: `${ratio.toFixed(1)} × one pass (${milliseconds(median(times))} / ${milliseconds(pass)})`,
    bound: `≤ ${most} × one pass over the bytes`,
    met: pairs === BINS && ratio <= most,
  };
}

async function recording(): Promise<readonly Row[]> {
  const opening: number[] = [];
  const traces: number[] = [];
  let requests = 0;
  let pairs = 0;
  for (let run = 0; run < 4; run++) {
    const file = countedHdf5(await client.open(at('sweeps.nwb')));
    const { time, value } = await measured(() => openNwb(file));
    requests = file.requests;
    pairs = value.recording.sweeps.filter(({ responses, stimuli }) => responses.length * stimuli.length === 1).length;
    if (run > 0) opening.push(time);
    for (const { responses } of run > 0 ? value.recording.sweeps.slice(0, 100) : []) {
      const [{ id, count } = { id: '', count: 0 }] = responses;
      traces.push((await measured(() => value.trace(id, { start: 0, end: count }, BINS))).time);
    }
    await value.close();
  }
  const opened = median(opening);
  return [
    {
      work: `NWB of ${SWEEPS} sweeps opened, response and stimulus each`,
      measured: `${milliseconds(opened)}, ${requests} requests, ${milliseconds(opened / requests)} each`,
      bound: '≤ 2 s, ≤ 8 requests a series',
      met: pairs === SWEEPS && opened <= 2000 && requests <= 8 * 2 * SWEEPS,
    },
    {
      work: `a sweep of it, ${SAMPLES} samples`,
      measured: milliseconds(median(traces)),
      bound: '≤ 16 ms, a frame',
      met: median(traces) <= 16,
    },
  ];
}

/**
 * The longest time that this thread did nothing else, while the other one reads without a pause and hands over pieces as
 * large as an answer of the editor. Of several rounds the one in the middle counts: a busy machine stalls any thread.
 */
async function stall(): Promise<Row> {
  const piece = ANSWER_LIMIT_BYTES / 4;
  const pieces = 30;
  const drawn = LARGE_COUNT / 5;
  const bytes = ANSWER_LIMIT_BYTES * pieces + drawn * 4 + SIDE ** 2 * 4;
  const idle = await longestDelay(() => new Promise((resolve) => setTimeout(resolve, 2000)));
  const longest: number[] = [];
  for (let round = 0; round < 5; round++) {
    const delay = await longestDelay(async () => {
      await withFile('large.h5', async (file) => {
        for (let i = 0; i < pieces; i++) await file.read('/signal', [{ start: i * piece, end: (i + 1) * piece }]);
        await file.minMax('/signal', [{ start: 0, end: drawn }], BINS);
      });
      await withFile('square.h5', async (file) => {
        for (const slab of slabs) await file.read('/packed', slab);
      });
    });
    longest.push(delay);
  }
  const worst = Math.max(...longest);
  return {
    work: `stall of the host while ${(bytes / 1e9).toFixed(1)} GB are read`,
    measured: `${milliseconds(median(longest))}; worst of ${longest.length} rounds ${milliseconds(worst)}, without work ${milliseconds(idle)}`,
    bound: '≤ 50 ms',
    met: median(longest) <= 50,
  };
}

async function longestDelay(run: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await run();
  delay.disable();
  return delay.max / 1e6;
}

/** From the abort until the thread answers the next question: until then it has not stopped. */
async function cancelling(): Promise<Row> {
  const reads: readonly (readonly [
    name: string,
    read: (file: Hdf5OpenedFile, signal: CancelSignal) => Promise<unknown>,
  ])[] = [
    ['large.h5', (file, signal) => file.minMax('/signal', [undefined], BINS, signal)],
    ['square.h5', (file, signal) => file.read('/packed', [undefined, { start: 0, end: SIDE - CHUNK }], signal)],
  ];
  const times: number[] = [];
  let stopped = 0;
  for (const [name, read] of reads) {
    for (let run = 0; run < 8; run++) {
      await withFile(name, async (file) => {
        await file.entity('/');
        const controller = new AbortController();
        const outcome = read(file, controller.signal).catch((error: unknown) => error);
        await new Promise((resolve) => setTimeout(resolve, 10 + 7 * run));
        const { time } = await measured(async () => {
          controller.abort();
          await file.entity('/');
        });
        times.push(time);
        const ended = await outcome;
        if (ended instanceof Hdf5Error && ended.code === 'cancelled') stopped++;
      });
    }
  }
  const longest = Math.max(...times);
  return {
    work: 'cancel: until the next answer comes',
    measured: `${milliseconds(longest)} at most, median ${milliseconds(median(times))}, ${stopped} of ${times.length} stopped`,
    bound: '≤ 100 ms',
    met: stopped === times.length && longest <= 100,
  };
}

async function main(): Promise<void> {
  try {
    await writeInputs();
    report([
      await bytesOfOpening(),
      await firstPlots(),
      ...(await slabReads('plain')),
      ...(await slabReads('packed')),
      await decimation('plain', 3),
      await decimation('packed', 10),
      ...(await recording()),
      await stall(),
      await cancelling(),
    ]);
  } finally {
    await client.dispose();
    folder.delete();
  }
}

void main();
