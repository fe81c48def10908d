/** Opens Igor binary waves of versions 1, 2, 3 and 5: header and note at once, values when they are asked for. */
import { Fields, longText } from '../bytes/fields';
import type { RandomAccess } from '../bytes/randomAccess';
import { Hdf5Error, READ_LIMIT_BYTES } from '../hdf5/api';
import type { RecordingProblem } from '../recording/model';
import { grouped } from '../text/counts';
import { ibwProblem } from './problem';
import { notIbw } from './problems/notIbw';
import { textWave } from './problems/textWave';
import { truncated } from './problems/truncated';
import { unreadableFile } from './problems/unreadableFile';
import { unreasonableHeader } from './problems/unreasonableHeader';
import { isText, numberType, type IgorWave, type NumberType } from './wave';

export interface OpenIgorWave {
  readonly wave: IgorWave;
  /**
   * Values of points, in the file's order; of complex points pairs.
   * @param range points, half-open
   * @throws {@link Hdf5Error} `too-large`; `truncated` where the file became shorter; `unreadable-values` of texts
   */
  readonly values: (range: { readonly start: number; readonly end: number }) => Promise<Float64Array>;
}

export interface IgorReading {
  /** undefined where nothing can be shown; then one of the problems says why. */
  readonly open: OpenIgorWave | undefined;
  readonly problems: readonly RecordingProblem[];
}

/** What the headers of all versions say, in one form. */
interface Header {
  readonly name: string;
  readonly code: number;
  readonly pointCount: number;
  readonly dimensions: readonly number[];
  readonly scales: IgorWave['scales'];
  readonly unit: string;
  readonly created: number;
  /** Byte of the first value. */
  readonly dataStart: number;
  readonly note: { readonly start: (dataBytes: number) => number; readonly length: number };
}

/** Length of the first header of versions 1 to 3. */
const FIRST_HEADER = { 1: 8, 2: 16, 3: 20 } as const;
const WAVE_HEADER = 110;
const DATA_START_5 = 384;
const NOTE_LIMIT_BYTES = 1 << 20;
/** From 1904-01-01 to 1970-01-01. */
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Never rejects. */
export async function openIbw(access: RandomAccess): Promise<IgorReading> {
  try {
    return await read(access);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused(ibwProblem(unreadableFile, `The file cannot be read: ${reason}.`));
  }
}

function refused(problem: RecordingProblem): IgorReading {
  return { open: undefined, problems: [problem] };
}

async function read(access: RandomAccess): Promise<IgorReading> {
  const bytes = await access.read(0, DATA_START_5);
  // One of the two bytes of the version is 0: it says which comes first.
  const littleEndian = bytes[0] !== 0;
  const fields = new Fields(bytes, littleEndian);
  const version = fields.int16(0);
  if (version !== 1 && version !== 2 && version !== 3 && version !== 5) {
    return refused(ibwProblem(notIbw, whatItIs(access.size, version, bytes)));
  }
  const header = version === 5 ? header5(fields) : headerBefore5(fields, version);
  const number = numberType(header.code);
  if (header.pointCount < 0 || (!number && !isText(header.code))) {
    return refused(
      ibwProblem(
        unreasonableHeader,
        `The header has ${header.pointCount} points of the type ${header.code}; numbers that Igor writes were expected (2 and 4 floats, 8, 16 and 32 integers). The file is damaged.`,
      ),
    );
  }
  const problems: RecordingProblem[] = [];
  const pointBytes = number ? number.type.size * (number.isComplex ? 2 : 1) : 0;
  const there = pointBytes === 0 ? 0 : Math.floor(Math.max(0, access.size - header.dataStart) / pointBytes);
  const count = Math.min(header.pointCount, there);
  if (!number) {
    problems.push(ibwProblem(textWave, `The wave holds ${grouped(header.pointCount)} texts, which are not shown.`));
  } else if (count < header.pointCount) {
    problems.push(
      ibwProblem(
        truncated,
        `The header announces ${grouped(header.pointCount)} points; the file ends after ${grouped(count)}. Copy it again from where it was recorded.`,
      ),
    );
  }
  const noteStart = header.note.start(header.pointCount * pointBytes);
  const hasNote = number !== undefined && header.note.length > 0 && noteStart < access.size;
  const note = hasNote ? await access.read(noteStart, Math.min(NOTE_LIMIT_BYTES, header.note.length)) : undefined;
  const product = header.dimensions.reduce((product, length) => product * length, 1);
  const wave: IgorWave = {
    version,
    littleEndian,
    name: header.name,
    type: number?.type.name ?? 'text',
    isComplex: number?.isComplex ?? false,
    shape: product === header.pointCount ? header.dimensions : [header.pointCount],
    count,
    scales: header.scales,
    unit: header.unit,
    note: note ? longText(note) : '',
    created: header.created === 0 ? undefined : new Date(EPOCH_1904 + header.created * 1000).toISOString().slice(0, 19),
  };
  return { open: { wave, values: (range) => valuesOf(access, wave, header.dataStart, number?.type, range) }, problems };
}

function whatItIs(size: number, version: number, bytes: Uint8Array): string {
  if (size === 0) return 'The file is empty.';
  if (new Fields(bytes).text(0, 24).startsWith('version https://git-lfs')) {
    return 'This is a pointer of Git LFS, not the wave itself: run `git lfs pull`.';
  }
  return `An Igor binary wave begins with its version, 1, 2, 3 or 5; this file begins with ${version}.`;
}

/** Two headers, of 64 and 320 bytes. */
function header5(fields: Fields): Header {
  const wave = 64;
  const all = [0, 1, 2, 3].map((i) => fields.int32(wave + 68 + i * 4));
  const end = all.findIndex((length) => length <= 0);
  const dimensions = end === -1 ? all : all.slice(0, Math.max(1, end));
  const formula = Math.max(0, fields.int32(8));
  return {
    name: fields.text(wave + 28, 32),
    code: fields.int16(wave + 16),
    pointCount: fields.int32(wave + 12),
    dimensions,
    scales: dimensions.map((_, i) => ({
      step: fields.float64(wave + 84 + i * 8),
      origin: fields.float64(wave + 116 + i * 8),
      unit: fields.text(wave + 152 + i * 4, 4),
    })),
    unit: fields.text(wave + 148, 4),
    created: fields.uint32(wave + 4),
    dataStart: DATA_START_5,
    note: { start: (dataBytes) => DATA_START_5 + dataBytes + formula, length: fields.int32(12) },
  };
}

/** A first header of 8, 16 or 20 bytes, and one of 110; 16 bytes lie between the data and the note. */
function headerBefore5(fields: Fields, version: 1 | 2 | 3): Header {
  const wave = FIRST_HEADER[version];
  const pointCount = fields.int32(wave + 42);
  const dataStart = wave + WAVE_HEADER;
  return {
    name: fields.text(wave + 6, 20),
    code: fields.int16(wave),
    pointCount,
    dimensions: [pointCount],
    scales: [{ step: fields.float64(wave + 48), origin: fields.float64(wave + 56), unit: fields.text(wave + 38, 4) }],
    unit: fields.text(wave + 34, 4),
    created: fields.uint32(wave + 96),
    dataStart,
    note: { start: (dataBytes) => dataStart + dataBytes + 16, length: version === 1 ? 0 : fields.int32(6) },
  };
}

async function valuesOf(
  access: RandomAccess,
  wave: IgorWave,
  dataStart: number,
  type: NumberType | undefined,
  range: { readonly start: number; readonly end: number },
): Promise<Float64Array> {
  if (!type) throw new Hdf5Error('unreadable-values', 'The wave holds texts, not numbers.');
  const perPoint = wave.isComplex ? 2 : 1;
  const start = Math.max(0, Math.min(wave.count, Math.floor(range.start)));
  const length = (Math.max(start, Math.min(wave.count, Math.floor(range.end))) - start) * perPoint;
  if (length * 8 > READ_LIMIT_BYTES) {
    throw new Hdf5Error(
      'too-large',
      `The range has ${grouped(length)} numbers; at most ${grouped(READ_LIMIT_BYTES / 8)} are read at once: choose a part.`,
    );
  }
  const bytes = await access.read(dataStart + start * perPoint * type.size, length * type.size);
  if (bytes.length < length * type.size) {
    throw new Hdf5Error('truncated', 'The file became shorter after it was opened: open it again.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float64Array(length);
  for (let i = 0; i < length; i++) values[i] = type.get(view, i * type.size, wave.littleEndian);
  return values;
}
