/**
 * The header of ABF 1: fields at fixed places. Offsets as in pCLAMP's ABFHEADR.H: 2048 bytes before version 1.6, 6144
 * since; the second part has the outputs' epochs, telegraphs and the protocol.
 */
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
import { samplingSequence } from './problems/samplingSequence';
import { unreasonableHeader } from './problems/unreasonableHeader';
import { userList } from './problems/userList';

const ADC_COUNT = 16;
const DAC_COUNT = 4;
const EPOCH_COUNT = 10;
const EXTENDED_BYTES = 6144;

export async function readHeader1(access: RandomAccess): Promise<AbfHeaderReading> {
  const problems: RecordingProblem[] = [];
  let fields = new Fields(await access.read(0, EXTENDED_BYTES));
  const version = fields.float32(4);
  const dataBlock = fields.int32(40);
  const isExtended = version > 1.595 && dataBlock * BLOCK >= EXTENDED_BYTES;
  // In a file with the short header the samples begin where the second part would be.
  if (!isExtended) fields = fields.block(0, 2048);

  const channelCount = fields.int16(120);
  const format = fields.int16(100);
  const wrong =
    channelCount < 1 || channelCount > ADC_COUNT
      ? `The header says that there are ${channelCount} channels; an ABF 1 file has 1 to ${ADC_COUNT}. The file is damaged.`
      : format !== 0 && format !== 1
        ? `The header gives samples the format ${format}; 0 (integers) or 1 (floats) was expected. The file is damaged.`
        : undefined;
  if (wrong !== undefined) return { header: undefined, problems: [abfProblem(unreasonableHeader, wrong)] };

  const rate = rateOf(fields.float32(122) * channelCount);
  const seconds = synchSeconds(fields.float32(130), rate, channelCount);
  const sampleBytes = format === 0 ? 2 : 4;
  const time = fields.int32(24) * 1000 + fields.int16(366);
  const day = fields.int32(20);
  const date = axonDate(day, time);
  if (date === null) {
    problems.push(abfProblem(invalidDate, `The header has the date ${day} and the time ${time} ms: no such moment.`));
  }
  if (isExtended && fields.int16(8) === EPISODIC && [0, 1, 2, 3].some((list) => fields.int16(3360 + list * 2) !== 0)) {
    problems.push(
      abfProblem(userList, 'A user list varies the protocol from sweep to sweep: commands are drawn without it.'),
    );
  }
  const protocolPath = fields.text(4898, 256);
  return {
    header: {
      version: versionText(version),
      mode: fields.int16(8),
      channels: channelsOf(fields, channelCount, format === 1, problems),
      commands: Array.from({ length: DAC_COUNT }, (_, dac) => commandOf(fields, dac, isExtended)),
      rate,
      sampleBytes,
      dataStart: Math.max(0, dataBlock) * BLOCK + Math.max(0, fields.int16(14)) * sampleBytes,
      sampleCount: Math.max(0, fields.int32(10)),
      episodes: Math.max(0, fields.int32(16)),
      samplesPerEpisode: Math.max(0, fields.int32(138)),
      startToStart: positive(fields.float32(178)),
      synch: synchArray(await section(access, fields, 92, 8, SWEEP_LIMIT), seconds),
      tags: tagList(await section(access, fields, 44, 64, TAG_LIMIT), seconds),
      protocolPath,
      protocol: protocolName(protocolPath),
      creator: creatorOf(fields),
      date: date ?? undefined,
      comment: fields.text(5154, 128) || fields.text(310, 56),
    },
    problems,
  };
}

/** 1.83 as `1.8.3.0`. */
function versionText(version: number): string {
  return String(Math.round(version * 1000))
    .padEnd(4, '0')
    .split('')
    .join('.');
}

/** A list behind the samples: its block and its number of entries are two fields of the header. */
async function section(
  access: RandomAccess,
  fields: Fields,
  at: number,
  entryBytes: number,
  limit: number,
): Promise<Fields> {
  const start = fields.int32(at) * BLOCK;
  const count = Math.min(limit, fields.int32(at + 4));
  if (start <= 0 || count <= 0 || start >= access.size) return new Fields(new Uint8Array(0));
  return new Fields(await access.read(start, count * entryBytes));
}

function channelsOf(
  fields: Fields,
  count: number,
  isFloat: boolean,
  problems: RecordingProblem[],
): readonly AbfChannel[] {
  let sequence = Array.from({ length: count }, (_, i) => fields.int16(410 + i * 2));
  if (new Set(sequence).size !== count || sequence.some((adc) => adc < 0 || adc >= ADC_COUNT)) {
    problems.push(
      abfProblem(
        samplingSequence,
        `The sampling sequence is ${sequence.join(', ')}: ${count} different inputs from 0 to 15 were expected. Scales and units of inputs 0 to ${count - 1} are taken instead.`,
      ),
    );
    sequence = sequence.map((_, i) => i);
  }
  return sequence.map((adc) => {
    const isTelegraphed = fields.int16(4512 + adc * 2) === 1;
    return {
      number: adc,
      name: fields.text(442 + adc * 10, 10),
      unit: fields.text(602 + adc * 8, 8),
      conversion: isFloat
        ? 1
        : gainOf(fields.float32(244), fields.int32(252), [
            fields.float32(922 + adc * 4),
            fields.float32(1050 + adc * 4),
            fields.float32(730 + adc * 4),
            isTelegraphed ? fields.float32(4576 + adc * 4) : 1,
          ]),
      offset: isFloat ? 0 : finite(fields.float32(986 + adc * 4) - fields.float32(1114 + adc * 4)),
    };
  });
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function commandOf(fields: Fields, dac: number, isExtended: boolean): AbfCommand {
  // The short header has one table of epochs, for the active output.
  const hasTable = isExtended ? dac < 2 : dac === fields.int16(1440);
  const isEnabled = !isExtended || fields.int16(2296 + dac * 2) !== 0;
  const source = !hasTable || !isEnabled ? 0 : fields.int16(isExtended ? 2300 + dac * 2 : 1438);
  return {
    number: dac,
    name: fields.text(1306 + dac * 10, 10),
    unit: fields.text(1346 + dac * 8, 8),
    holding: levelOf(fields.float32(1394 + dac * 4)),
    source: source === 1 ? 'epochs' : source === 2 ? 'file' : 'holding',
    stimulusFile: isExtended && dac < 2 ? fields.text(2736 + dac * 256, 256) : '',
    keepsLastLevel: hasTable && fields.int16(isExtended ? 2304 + dac * 2 : 1442) === 1,
    epochs:
      source === 1
        ? Array.from({ length: EPOCH_COUNT }, (_, i) =>
            isExtended ? extendedEpoch(fields, dac * EPOCH_COUNT + i, i) : shortEpoch(fields, i),
          )
        : [],
  };
}

function extendedEpoch(fields: Fields, slot: number, index: number): AbfEpoch {
  return {
    index,
    type: fields.int16(2308 + slot * 2),
    level: fields.float32(2348 + slot * 4),
    levelStep: fields.float32(2428 + slot * 4),
    duration: fields.int32(2508 + slot * 4),
    durationStep: fields.int32(2588 + slot * 4),
    period: fields.int32(2136 + slot * 4),
    width: fields.int32(2216 + slot * 4),
  };
}

function shortEpoch(fields: Fields, index: number): AbfEpoch {
  return {
    index,
    type: fields.int16(1444 + index * 2),
    level: fields.float32(1464 + index * 4),
    levelStep: fields.float32(1504 + index * 4),
    duration: fields.int16(1544 + index * 2),
    durationStep: fields.int16(1564 + index * 2),
    period: 0,
    width: 0,
  };
}

function creatorOf(fields: Fields): string {
  const name = fields.text(294, 16);
  const version = [5798, 5800, 5802, 5804].map((at) => fields.int16(at));
  return version.every((part) => part === 0) ? name : `${name} ${version.join('.')}`.trim();
}
