/** An ABF file as a recording. */
import type { Recording, RecordingFact, RecordingProblem, RecordingTable, Sweep, Trace } from '../recording/model';
import { grouped } from '../text/counts';
import { drawnCommands, epochTypeName, sourceOf } from './command';
import { GAP_FREE, VARIABLE_LENGTH, EPISODIC, type AbfCommand, type AbfHeader } from './header';
import type { AbfSweep } from './layout';

/** Name of the table of all outputs' epochs. */
export const EPOCHS = 'Epochs';

const MODES: Readonly<Record<number, string>> = {
  [VARIABLE_LENGTH]: 'events of variable length',
  2: 'events of fixed length',
  [GAP_FREE]: 'gap-free',
  4: 'oscilloscope',
  [EPISODIC]: 'episodes',
};

export function recordingOf(
  header: AbfHeader,
  layout: readonly AbfSweep[],
  problems: readonly RecordingProblem[],
): Recording {
  const channelCount = header.channels.length;
  const drawn = drawnCommands(header);
  const mode = clampMode(header, drawn);
  return {
    kind: 'abf',
    title: [
      `ABF ${shortVersion(header.version)}`,
      channelCount === 1 ? '1 channel' : `${channelCount} channels`,
      layout.length === 0 ? 'no data' : layout.length === 1 ? '1 sweep' : `${grouped(layout.length)} sweeps`,
    ].join(' · '),
    version: header.version,
    session: sessionOf(header, layout),
    sweeps: layout.map((sweep, number) => sweepOf(header, sweep, number, drawn, mode)),
    loose: [],
    tables: tablesOf(header),
    unitCount: 0,
    tags: header.tags,
    problems,
  };
}

/** `1.83` for `1.8.3.0`, `2.6` for `2.6.0.0`. */
function shortVersion(version: string): string {
  const [major = '', ...rest] = version.split('.');
  const minor = major === '1' ? rest.join('').replace(/0+$/, '') : (rest[0] ?? '0');
  return `${major}.${minor || '0'}`;
}

function sweepOf(
  header: AbfHeader,
  { count, start }: AbfSweep,
  number: number,
  drawn: readonly AbfCommand[],
  mode: Sweep['mode'],
): Sweep {
  const common = { count, rate: header.rate, start };
  const responses: readonly Trace[] = header.channels.map((channel, i) => ({
    id: `adc/${i}/sweep/${number}`,
    name: labelled('ADC', channel),
    unit: channel.unit,
    conversion: channel.conversion,
    offset: channel.offset,
    ...common,
  }));
  const stimuli: readonly Trace[] = drawn.map((command) => ({
    id: `dac/${header.commands.indexOf(command)}/sweep/${number}`,
    name: labelled('DAC', command),
    unit: command.unit,
    conversion: 1,
    offset: 0,
    ...common,
  }));
  return {
    id: `sweep/${number}`,
    name: `sweep ${number}`,
    number,
    protocol: header.protocol,
    repetition: '',
    ...(mode && { mode }),
    responses,
    stimuli,
  };
}

function labelled(kind: string, { number, name }: { readonly number: number; readonly name: string }): string {
  return name === '' ? `${kind} ${number}` : `${kind} ${number} (${name})`;
}

/** By the units of inputs and outputs, where they leave no doubt. */
function clampMode(header: AbfHeader, drawn: readonly AbfCommand[]): Sweep['mode'] {
  const inputs = new Set(header.channels.map(({ unit }) => quantity(unit)));
  const outputs = new Set(drawn.map(({ unit }) => quantity(unit)));
  if (outputs.size > 1) return undefined;
  const measured = (what: 'current' | 'voltage'): boolean =>
    inputs.has(what) &&
    (outputs.has(what === 'current' ? 'voltage' : 'current') || inputs.size === 1) &&
    !outputs.has(what);
  if (measured('current') && !measured('voltage')) return 'voltage clamp';
  if (measured('voltage') && !measured('current')) return 'current clamp';
  return undefined;
}

function quantity(unit: string): 'current' | 'voltage' | 'other' {
  const [, letter] = /^[fpnuµm]?([AV])$/.exec(unit) ?? [];
  return letter === 'A' ? 'current' : letter === 'V' ? 'voltage' : 'other';
}

function sessionOf(header: AbfHeader, layout: readonly AbfSweep[]): Recording['session'] {
  const { rate } = header;
  const end =
    rate === undefined ? 0 : layout.reduce((last, { start, count }) => Math.max(last, start + count / rate), 0);
  const groups = [
    {
      title: 'File',
      facts: [
        fact('Version', header.version),
        fact('Recorded', header.date?.replace('T', ' ')),
        fact('Creator', header.creator),
        fact('Comment', header.comment),
        fact('Protocol', header.protocol),
        fact('Protocol file', header.protocolPath),
      ],
    },
    {
      title: 'Acquisition',
      facts: [
        fact('Mode', MODES[header.mode] ?? `mode ${header.mode}`),
        fact('Rate', rate === undefined ? '' : `${short(rate)} Hz`),
        fact('Duration', end === 0 ? '' : `${short(end)} s`),
        fact('Samples', header.sampleBytes === 2 ? '16-bit integers' : '32-bit floats'),
        fact('Tags', header.tags.length === 0 ? '' : grouped(header.tags.length)),
      ],
    },
    {
      title: 'Inputs',
      facts: header.channels.map((channel) =>
        fact(
          labelled('ADC', channel),
          header.sampleBytes === 4
            ? channel.unit || 'no unit'
            : `${short(channel.conversion)} ${channel.unit || '(no unit)'} a count`,
        ),
      ),
    },
    {
      title: 'Outputs',
      facts: header.commands
        .filter(({ unit, source }) => unit !== '' || source !== 'holding')
        .map((command) => fact(labelled('DAC', command), outputOf(command, sourceOf(header, command)))),
    },
  ];
  return groups
    .map(({ title, facts }) => ({ title, facts: facts.filter(({ value }) => value !== '') }))
    .filter(({ facts }) => facts.length > 0);
}

function fact(label: string, value: string | undefined): RecordingFact {
  return { label, value: value ?? '' };
}

function outputOf({ holding, unit, stimulusFile, epochs }: AbfCommand, source: AbfCommand['source']): string {
  const level = holding === undefined ? 'unknown holding level' : `holding ${short(holding)} ${unit}`.trim();
  if (source === 'file') return `stimulus from file${stimulusFile === '' ? '' : ` ${stimulusFile}`}, ${level}`;
  const used = epochs.filter(({ type }) => type !== 0).length;
  return source === 'epochs' ? `${used === 1 ? '1 epoch' : `${used} epochs`}, ${level}` : level;
}

function short(value: number): string {
  return String(significant(value));
}

/** With the digits that a 32-bit float holds for sure. */
function significant(value: number): number {
  return Number(value.toPrecision(6));
}

function tablesOf(header: AbfHeader): readonly RecordingTable[] {
  const rowCount = epochRows(header).length;
  if (rowCount === 0) return [];
  const columns = [
    ['output', 'Number and name of the analogue output'],
    ['epoch', 'Letter of the epoch in the waveform editor'],
    ['type', 'Shape of the command'],
    ['level', 'Level in the first sweep, in the unit of the output'],
    ['level step', 'Added to the level from sweep to sweep'],
    ['duration', 'Duration in the first sweep, in samples'],
    ['duration step', 'Added to the duration from sweep to sweep, in samples'],
    ['train period', 'Period of a train, in samples'],
    ['pulse width', 'Active part of a period, in samples'],
  ] as const;
  return [{ name: EPOCHS, columns: columns.map(([name, description]) => ({ name, description })), rowCount }];
}

/** Rows of the table of epochs, in the order of its columns. */
export function epochRows(header: AbfHeader): readonly (readonly unknown[])[] {
  return header.commands.flatMap((command) =>
    (sourceOf(header, command) === 'epochs' ? command.epochs : [])
      .filter(({ type }) => type !== 0)
      .map((epoch) => [
        labelled('DAC', command),
        epoch.index >= 0 && epoch.index < 26 ? String.fromCharCode(65 + epoch.index) : String(epoch.index),
        epochTypeName(epoch.type),
        significant(epoch.level),
        significant(epoch.levelStep),
        epoch.duration,
        epoch.durationStep,
        epoch.period,
        epoch.width,
      ]),
  );
}
