/** Tiny ABF files of both versions, field by field. */

export interface AbfFileOptions {
  /** Samples of each sweep as frames: one stored number a channel. */
  readonly sweeps: readonly (readonly (readonly number[])[])[];
  readonly channels: readonly {
    readonly name: string;
    readonly unit: string;
    readonly scale?: number;
    readonly offset?: number;
  }[];
  readonly command?: {
    readonly name: string;
    readonly unit: string;
    readonly holding: number;
    /** 1 epochs, 2 file. */
    readonly source: number;
    readonly file?: string;
    readonly keepsLastLevel?: boolean;
    /** Type, level, level step, duration, duration step, period, width. */
    readonly epochs: readonly (readonly [number, number, number, number, number, number, number])[];
  };
  /** Between samples of a channel, in µs; 100 where it is not given. */
  readonly interval?: number;
  readonly mode?: number;
  readonly isFloat?: boolean;
  readonly date?: number;
  readonly milliseconds?: number;
  readonly creator?: string;
  readonly protocol?: string;
  readonly comment?: string;
  readonly tags?: readonly (readonly [number, string])[];
  /** Start and length of each sweep in samples of all channels; as the sweeps are where it is not given. */
  readonly synch?: readonly (readonly [number, number])[];
  /** Of ABF 1 only: inputs in the order of sampling. */
  readonly sequence?: readonly number[];
  readonly hasUserList?: boolean;
  /** Announced instead of the real ones. */
  readonly sampleCount?: number;
  readonly episodes?: number;
  readonly channelCount?: number;
}

const BLOCK = 512;

class Bytes {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
    this.#view = new DataView(this.bytes.buffer);
  }

  int16(offset: number, value: number): void {
    this.#view.setInt16(offset, value, true);
  }

  int32(offset: number, value: number): void {
    this.#view.setInt32(offset, value, true);
  }

  float32(offset: number, value: number): void {
    this.#view.setFloat32(offset, value, true);
  }

  /** Latin-1. */
  text(offset: number, text: string): void {
    for (let i = 0; i < text.length; i++) this.bytes[offset + i] = text.charCodeAt(i);
  }
}

function blocks(bytes: number): number {
  return Math.ceil(bytes / BLOCK);
}

function samplesOf({ sweeps, isFloat = false }: AbfFileOptions): Uint8Array {
  const numbers = sweeps.flat(2);
  const out = new Bytes(numbers.length * (isFloat ? 4 : 2));
  numbers.forEach((value, i) => {
    if (isFloat) out.float32(i * 4, value);
    else out.int16(i * 2, value);
  });
  return out.bytes;
}

function tagsOf({ tags = [] }: AbfFileOptions): Uint8Array {
  const out = new Bytes(tags.length * 64);
  tags.forEach(([time, text], i) => {
    out.int32(i * 64, time);
    out.text(i * 64 + 4, text.padEnd(56));
    out.int16(i * 64 + 60, 1);
  });
  return out.bytes;
}

function synchOf(options: AbfFileOptions): Uint8Array {
  let start = 0;
  const rows =
    options.synch ??
    options.sweeps.map((sweep) => {
      const length = sweep.length * options.channels.length;
      start += length;
      return [start - length, length] as const;
    });
  const out = new Bytes(rows.length * 8);
  rows.forEach(([at, length], i) => {
    out.int32(i * 8, at);
    out.int32(i * 8 + 4, length);
  });
  return out.bytes;
}

/** Version 1.83, or 1.3 with the short header. */
export function abf1File(options: AbfFileOptions, isShort = false): Uint8Array {
  const { channels, command, interval = 100 } = options;
  const headerBlocks = isShort ? 4 : 12;
  const samples = samplesOf(options);
  const tags = tagsOf(options);
  const synch = synchOf(options);
  const tagBlock = headerBlocks + blocks(samples.length);
  const synchBlock = tagBlock + blocks(tags.length);
  const out = new Bytes((synchBlock + blocks(synch.length)) * BLOCK);
  out.text(0, 'ABF ');
  out.float32(4, isShort ? 1.3 : 1.83);
  out.int16(8, options.mode ?? 5);
  out.int32(10, options.sampleCount ?? options.sweeps.flat(2).length);
  out.int32(16, options.episodes ?? options.sweeps.length);
  out.int32(20, options.date ?? 20180618);
  out.int32(24, Math.floor((options.milliseconds ?? 3_723_004) / 1000));
  out.int16(366, (options.milliseconds ?? 3_723_004) % 1000);
  out.int32(40, headerBlocks);
  out.int32(44, tags.length > 0 ? tagBlock : 0);
  out.int32(48, tags.length / 64);
  out.int32(92, synchBlock);
  out.int32(96, synch.length / 8);
  out.int16(100, options.isFloat === true ? 1 : 0);
  out.int16(120, options.channelCount ?? channels.length);
  out.float32(122, interval / channels.length);
  out.int32(138, (options.sweeps[0]?.length ?? 0) * channels.length);
  out.float32(244, 10);
  out.int32(252, 1000);
  out.text(294, (options.creator ?? 'Clampex').padEnd(16));
  out.text(310, isShort ? (options.comment ?? '') : '');
  const sequence = options.sequence ?? channels.map((_, i) => i);
  for (let i = 0; i < 16; i++) out.int16(410 + i * 2, sequence[i] ?? -1);
  channels.forEach(({ name, unit, scale = 1, offset = 0 }, i) => {
    const adc = sequence[i] ?? i;
    out.text(442 + adc * 10, name.padEnd(10));
    out.text(602 + adc * 8, unit.padEnd(8));
    for (const [at, value] of [
      [730, 1],
      [922, 1 / scale],
      [986, offset],
      [1050, 1],
    ] as const) {
      out.float32(at + adc * 4, value);
    }
  });
  if (command) {
    out.text(1306, command.name.padEnd(10));
    out.text(1346, command.unit.padEnd(8));
    out.float32(1394, command.holding);
    if (isShort) out.int16(1438, command.source);
    else {
      out.int16(2296, 1);
      out.int16(2300, command.source);
    }
    out.int16(isShort ? 1442 : 2304, command.keepsLastLevel === true ? 1 : 0);
    if (!isShort) out.text(2736, command.file ?? '');
    command.epochs.forEach(([type, level, levelStep, duration, durationStep, period, width], i) => {
      out.int16((isShort ? 1444 : 2308) + i * 2, type);
      out.float32((isShort ? 1464 : 2348) + i * 4, level);
      out.float32((isShort ? 1504 : 2428) + i * 4, levelStep);
      if (isShort) {
        out.int16(1544 + i * 2, duration);
        out.int16(1564 + i * 2, durationStep);
        return;
      }
      out.int32(2508 + i * 4, duration);
      out.int32(2588 + i * 4, durationStep);
      out.int32(2136 + i * 4, period);
      out.int32(2216 + i * 4, width);
    });
  }
  if (!isShort) {
    out.int16(3360, options.hasUserList === true ? 1 : 0);
    out.text(4898, options.protocol ?? '');
    out.text(5154, options.comment ?? '');
    [10, 2, 0, 12].forEach((part, i) => {
      out.int16(5798 + i * 2, part);
    });
  }
  out.bytes.set(samples, headerBlocks * BLOCK);
  out.bytes.set(tags, tagBlock * BLOCK);
  out.bytes.set(synch, synchBlock * BLOCK);
  return out.bytes;
}

/** Version 2.6. */
export function abf2File(options: AbfFileOptions): Uint8Array {
  const { channels, command, interval = 100 } = options;
  const texts: string[] = [];
  /** Number of a text in the section of strings. */
  const indexOf = (text: string): number => (text === '' ? 0 : texts.push(text));
  const creator = indexOf(options.creator ?? 'Clampex');
  const protocolPath = indexOf(options.protocol ?? '');
  const comment = indexOf(options.comment ?? '');

  const protocol = new Bytes(BLOCK);
  protocol.int16(0, options.mode ?? 5);
  protocol.float32(2, interval);
  protocol.int32(22, (options.sweeps[0]?.length ?? 0) * channels.length);
  protocol.float32(110, 10);
  protocol.int32(118, 1000);
  protocol.int32(132, comment);

  const adc = new Bytes(channels.length * 128);
  channels.forEach(({ name, unit, scale = 1, offset = 0 }, i) => {
    const at = i * 128;
    adc.int16(at, i);
    adc.float32(at + 28, 1);
    adc.float32(at + 40, 1 / scale);
    adc.float32(at + 44, offset);
    adc.float32(at + 48, 1);
    adc.int32(at + 74, indexOf(name));
    adc.int32(at + 78, indexOf(unit));
  });

  const dac = new Bytes(command ? 256 : 0);
  const epochs = new Bytes((command?.epochs.length ?? 0) * 48);
  if (command) {
    dac.float32(12, command.holding);
    dac.int32(24, indexOf(command.name));
    dac.int32(28, indexOf(command.unit));
    dac.int16(40, 1);
    dac.int16(42, command.source);
    dac.int16(44, command.keepsLastLevel === true ? 1 : 0);
    dac.int32(118, indexOf(command.file ?? ''));
    command.epochs.forEach(([type, level, levelStep, duration, durationStep, period, width], i) => {
      const at = i * 48;
      epochs.int16(at, i);
      epochs.int16(at + 4, type);
      epochs.float32(at + 6, level);
      epochs.float32(at + 10, levelStep);
      epochs.int32(at + 14, duration);
      epochs.int32(at + 18, durationStep);
      epochs.int32(at + 22, period);
      epochs.int32(at + 26, width);
    });
  }
  const userList = new Bytes(options.hasUserList === true ? 64 : 0);
  if (options.hasUserList === true) userList.int16(2, 1);
  const stringBytes = 44 + texts.reduce((sum, text) => sum + text.length + 1, 0);
  const strings = new Bytes(stringBytes);
  strings.text(0, 'SSCH');
  strings.int32(8, texts.length);
  let textAt = 44;
  for (const text of texts) {
    strings.text(textAt, text);
    textAt += text.length + 1;
  }
  const samples = samplesOf(options);
  const sampleBytes = options.isFloat === true ? 4 : 2;
  const synch = synchOf(options);
  const tags = tagsOf(options);

  const sections: readonly (readonly [number, Uint8Array, number, number])[] = [
    [76, protocol.bytes, BLOCK, 1],
    [92, adc.bytes, 128, options.channelCount ?? channels.length],
    [108, dac.bytes, 256, dac.bytes.length / 256],
    [156, epochs.bytes, 48, epochs.bytes.length / 48],
    [172, userList.bytes, 64, userList.bytes.length / 64],
    [220, strings.bytes, stringBytes, texts.length],
    [236, samples, sampleBytes, options.sampleCount ?? samples.length / sampleBytes],
    [252, tags, 64, tags.length / 64],
    [316, synch, 8, synch.length / 8],
  ];
  const size = sections.reduce((sum, [, bytes]) => sum + blocks(bytes.length), 1) * BLOCK;
  const out = new Bytes(size);
  out.text(0, 'ABF2');
  out.bytes.set([0, 0, 6, 2], 4);
  out.int32(8, BLOCK);
  out.int32(12, options.episodes ?? options.sweeps.length);
  out.int32(16, options.date ?? 20180618);
  out.int32(20, options.milliseconds ?? 3_723_004);
  out.int16(30, options.isFloat === true ? 1 : 0);
  out.bytes.set([3, 0, 7, 10], 56);
  out.int32(60, creator);
  out.int32(72, protocolPath);
  let block = 1;
  for (const [at, bytes, entryBytes, count] of sections) {
    if (bytes.length === 0) continue;
    out.int32(at, block);
    out.int32(at + 4, entryBytes);
    out.int32(at + 8, count);
    out.bytes.set(bytes, block * BLOCK);
    block += blocks(bytes.length);
  }
  return out.bytes;
}
