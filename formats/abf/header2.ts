/** The header of ABF 2: a table of sections, each with its block, the size of an entry, and the number of entries. */
import type { RandomAccess } from '../bytes/randomAccess';
import type { RecordingProblem } from '../recording/model';
import { axonDate } from './date';
import { Fields } from '../bytes/fields';
import {
  BLOCK,
  EPISODIC,
  gainOf,
  levelOf,
  positive,
  protocolName,
  rateOf,
  SWEEP_LIMIT,
  synchArray,
  synchSeconds,
  TAG_LIMIT,
  tagList,
  type AbfChannel,
  type AbfCommand,
  type AbfEpoch,
  type AbfHeaderReading,
} from './header';
import { abfProblem } from './problem';
import { invalidDate } from './problems/invalidDate';
import { unreasonableHeader } from './problems/unreasonableHeader';
import { userList } from './problems/userList';
import { indexedStrings } from './strings';

/** Where a section's entry in the table is. */
const SECTIONS = {
  protocol: 76,
  adc: 92,
  dac: 108,
  epochPerDac: 156,
  userList: 172,
  strings: 220,
  data: 236,
  tag: 252,
  synch: 316,
} as const;

const CHANNEL_LIMIT = 64;
const EPOCH_LIMIT = 1000;
const STRINGS_LIMIT_BYTES = 1 << 20;

interface Section {
  readonly start: number;
  readonly entryBytes: number;
  readonly count: number;
}

export async function readHeader2(access: RandomAccess): Promise<AbfHeaderReading> {
  const problems: RecordingProblem[] = [];
  const head = new Fields(await access.read(0, BLOCK));
  const table = tableOf(head);
  const wrong = wrongIn(access.size, head, table);
  if (wrong !== undefined) return { header: undefined, problems: [abfProblem(unreasonableHeader, wrong)] };

  const { protocol: protocolSection, data } = table;
  const strings = indexedStrings(
    await access.read(table.strings.start, Math.min(STRINGS_LIMIT_BYTES, table.strings.entryBytes)),
  );
  const text = (index: number): string => strings[index] ?? '';
  const protocol = new Fields(await access.read(protocolSection.start, protocolSection.entryBytes));
  const isFloat = head.uint16(30) === 1;
  const adc = await entries(access, table.adc, CHANNEL_LIMIT);
  const channels = adc.map((entry) => channelOf(entry, protocol, isFloat, text));
  const epochs = await entries(access, table.epochPerDac, EPOCH_LIMIT);
  const dac = await entries(access, table.dac, CHANNEL_LIMIT);
  const rate = rateOf(protocol.float32(2));
  const seconds = synchSeconds(protocol.float32(14), rate, channels.length);

  const day = head.uint32(16);
  const date = axonDate(day, head.uint32(20));
  if (date === null) {
    problems.push(
      abfProblem(invalidDate, `The header has the date ${day} and the time ${head.uint32(20)} ms: no such moment.`),
    );
  }
  const lists = await entries(access, table.userList, CHANNEL_LIMIT);
  if (protocol.int16(0) === EPISODIC && lists.some((entry) => entry.int16(2) !== 0)) {
    problems.push(
      abfProblem(userList, 'A user list varies the protocol from sweep to sweep: commands are drawn without it.'),
    );
  }
  const protocolPath = text(head.uint32(72));
  return {
    header: {
      version: versionText(head, 4),
      mode: protocol.int16(0),
      channels,
      commands: dac.map((entry) => commandOf(entry, epochs, text)),
      rate,
      sampleBytes: isFloat ? 4 : 2,
      dataStart: data.start,
      sampleCount: data.count,
      episodes: head.uint32(12),
      samplesPerEpisode: Math.max(0, protocol.int32(22)),
      startToStart: positive(protocol.float32(62)),
      synch: synchArray(await wholeSection(access, table.synch, 8, SWEEP_LIMIT), seconds),
      tags: tagList(await wholeSection(access, table.tag, 64, TAG_LIMIT), seconds),
      protocolPath,
      protocol: protocolName(protocolPath),
      creator: `${text(head.uint32(60))} ${head.uint32(56) === 0 ? '' : versionText(head, 56)}`.trim(),
      date: date ?? undefined,
      comment: text(protocol.int32(132)),
    },
    problems,
  };
}

function tableOf(head: Fields): Record<keyof typeof SECTIONS, Section> {
  const section = (at: number): Section => ({
    start: head.uint32(at) * BLOCK,
    entryBytes: head.uint32(at + 4),
    count: Math.max(0, head.int64(at + 8)),
  });
  return {
    protocol: section(SECTIONS.protocol),
    adc: section(SECTIONS.adc),
    dac: section(SECTIONS.dac),
    epochPerDac: section(SECTIONS.epochPerDac),
    userList: section(SECTIONS.userList),
    strings: section(SECTIONS.strings),
    data: section(SECTIONS.data),
    tag: section(SECTIONS.tag),
    synch: section(SECTIONS.synch),
  };
}

/** What makes the header unreadable, in words. */
function wrongIn(size: number, head: Fields, table: ReturnType<typeof tableOf>): string | undefined {
  for (const [name, section, least] of [
    ['protocol', table.protocol, 126],
    ['input', table.adc, 82],
  ] as const) {
    if (section.count === 0 || section.start === 0) return `The header names no ${name} section. The file is damaged.`;
    if (section.start >= size) {
      return `The ${name} section begins at byte ${section.start}, but the file has ${size} bytes. It is damaged or cut off.`;
    }
    if (section.entryBytes < least || section.entryBytes > 65536) {
      return `Entries of the ${name} section have ${section.entryBytes} bytes; at least ${least} were expected. The file is damaged.`;
    }
  }
  if (table.adc.count > CHANNEL_LIMIT) {
    return `The header says that there are ${table.adc.count} channels; at most ${CHANNEL_LIMIT} are read. The file is damaged.`;
  }
  const format = head.uint16(30);
  if (format !== 0 && format !== 1) {
    return `The header gives samples the format ${format}; 0 (integers) or 1 (floats) was expected. The file is damaged.`;
  }
  return undefined;
}

/** Entries of a section, one block of fields each; those beyond the end of the file are left out. */
async function entries(access: RandomAccess, section: Section, limit: number): Promise<readonly Fields[]> {
  const { start, entryBytes } = section;
  if (start === 0 || start >= access.size || entryBytes < 16 || entryBytes > 65536) return [];
  const count = Math.min(limit, section.count, Math.floor((access.size - start) / entryBytes));
  const all = new Fields(await access.read(start, count * entryBytes));
  return Array.from({ length: Math.floor(all.length / entryBytes) }, (_, i) => all.block(i * entryBytes, entryBytes));
}

async function wholeSection(
  access: RandomAccess,
  section: Section,
  entryBytes: number,
  limit: number,
): Promise<Fields> {
  const isThere = section.start > 0 && section.start < access.size && section.entryBytes === entryBytes;
  if (!isThere) return new Fields(new Uint8Array(0));
  return new Fields(await access.read(section.start, Math.min(limit, section.count) * entryBytes));
}

/** Four bytes: build, correction, minor, major. */
function versionText(fields: Fields, at: number): string {
  return [3, 2, 1, 0].map((i) => fields.uint8(at + i)).join('.');
}

function channelOf(entry: Fields, protocol: Fields, isFloat: boolean, text: (index: number) => string): AbfChannel {
  const offset = entry.float32(44) - entry.float32(52);
  return {
    number: entry.int16(0),
    name: text(entry.int32(74)),
    unit: text(entry.int32(78)),
    conversion: isFloat
      ? 1
      : gainOf(protocol.float32(110), protocol.int32(118), [
          entry.float32(40),
          entry.float32(48),
          entry.float32(28),
          entry.int16(2) === 1 ? entry.float32(6) : 1,
        ]),
    offset: isFloat || !Number.isFinite(offset) ? 0 : offset,
  };
}

function commandOf(entry: Fields, epochs: readonly Fields[], text: (index: number) => string): AbfCommand {
  const number = entry.int16(0);
  const source = entry.int16(40) === 0 ? 0 : entry.int16(42);
  return {
    number,
    name: text(entry.int32(24)),
    unit: text(entry.int32(28)),
    holding: levelOf(entry.float32(12)),
    source: source === 1 ? 'epochs' : source === 2 ? 'file' : 'holding',
    stimulusFile: text(entry.int32(118)),
    keepsLastLevel: entry.int16(44) === 1,
    epochs: source === 1 ? epochs.filter((epoch) => epoch.int16(2) === number).map(epochOf) : [],
  };
}

function epochOf(entry: Fields): AbfEpoch {
  return {
    index: entry.int16(0),
    type: entry.int16(4),
    level: entry.float32(6),
    levelStep: entry.float32(10),
    duration: entry.int32(14),
    durationStep: entry.int32(18),
    period: entry.int32(22),
    width: entry.int32(26),
  };
}
