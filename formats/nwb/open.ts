/** Opens a NWB file as a recording: what is in it is read at once, values when they are shown. */
import { Hdf5Error, type Hdf5File } from '../hdf5/api';
import type { LooseSeries, OpenRecording, Recording, Sweep } from '../recording/model';
import { grouped } from '../text/counts';
import { channelpediaDrafts, isChannelpedia } from './channelpedia';
import { checkFile } from './checks';
import { readDataOrganization } from './dataOrganization';
import { findAll } from './find';
import { readRecordingRows, readSweepTable } from './icephysTables';
import { flavourOf } from './names';
import { pairSeries, partOf, type Part } from './pairing';
import { NwbProblemList } from './problem';
import { readTrace } from './readTrace';
import { versionOf, type NwbVersion } from './recognise';
import type { Series } from './series';
import { readSession } from './session';
import { NwbSource } from './source';
import { findSpikes } from './spikes';
import { makeSweeps } from './sweeps';
import { readTableRows } from './tableRows';
import { readTables } from './tables';
import { readTags } from './tags';
import { TraceList } from './traces';

/** So many columns of a table of numbers are traces. */
const COLUMN_LIMIT = 256;

/**
 * The recording closes the file.
 * @throws {@link Hdf5Error} `closed`, `cancelled`; what cannot be read otherwise is a problem of the recording
 */
export async function openNwb(file: Hdf5File): Promise<OpenRecording> {
  const source = new NwbSource(file);
  const root = await source.attributes('/');
  const version = (await versionOf(source, root)) ?? { text: '', generation: 2, isKnown: false };
  const [session, found, rows, sweepTable, rootNames, acquisition] = await Promise.all([
    readSession(source, root),
    findAll(source),
    readRecordingRows(source),
    readSweepTable(source),
    source.children('/'),
    source.children('/acquisition'),
  ]);
  const { series } = found;
  const hasTree = rootNames.some(({ name }) => name === 'data_organization');
  const [organization, tables, spikes, tags] = await Promise.all([
    hasTree ? readDataOrganization(source, series) : undefined,
    readTables(source, found.tables),
    findSpikes(source, found.spikeTrains),
    readTags(source, series),
  ]);

  const flavour = flavourOf(
    hasTree,
    acquisition.some(({ name, kind }) => name === 'timeseries' && kind === 'group'),
    series.filter(({ path }) => path.startsWith('/acquisition/')).map(({ name }) => name),
    series.filter(({ path }) => path.startsWith('/stimulus/presentation/')).map(({ name }) => name),
  );
  const columns = series.filter(isChannelpedia);
  const stimuli = series.filter(({ role }) => role === 'stimulus');
  const taken = new Set(columns);
  const referenced = new Set(rows.flatMap(({ response, stimulus }) => [response?.path, stimulus?.path]));
  const clamp = series.filter(
    (each) => !taken.has(each) && ((each.isClamp && each.role !== 'other') || referenced.has(each.path)),
  );
  const pairing = pairSeries({ series: clamp, rows, sweepTable, flavour });
  const drafts = [...columns.flatMap((each) => channelpediaDrafts(each, stimuli)), ...pairing.drafts];
  const traces = new TraceList();
  const sweeps = makeSweeps(drafts, organization, flavour, traces);
  const inSweeps = new Set(
    drafts.flatMap(({ pairs }) => pairs.flatMap(({ response, stimulus }) => [response?.series, stimulus?.series])),
  );
  const loose = series.filter((each) => !inSweeps.has(each)).flatMap((each) => looseOf(each, traces));

  const problems = new NwbProblemList();
  checkFile(
    {
      version,
      session,
      found,
      lostLinks: organization?.lostLinks ?? [],
      pairing: { ...pairing, drafts },
      tables,
      unreadable: source.unreadable,
    },
    problems,
  );
  const recording: Recording = {
    kind: 'nwb',
    title: titleOf(version, sweeps, loose, spikes.unitCount),
    version: version.text,
    session: session.groups,
    sweeps,
    loose,
    tables: tables.map(({ table }) => table),
    unitCount: spikes.unitCount,
    tags,
    problems: problems.list(),
  };
  const byName = new Map(tables.map((each) => [each.table.name, each]));
  return {
    recording,
    trace: async (id, range, bins, signal) => {
      const trace = traces.get(id);
      if (!trace) throw new Hdf5Error('missing', `The recording has no trace ${id}.`);
      return readTrace(file, trace, range, bins, signal);
    },
    tableRows: async (name, range, signal) => {
      const table = byName.get(name);
      if (!table) throw new Hdf5Error('missing', `The recording has no table ${name}.`);
      return readTableRows(file, table, range, signal);
    },
    unitSpikes: (range) => spikes.read(range),
    close: () => file.close(),
  };
}

/** A series with several columns is several traces. */
function looseOf(series: Series, traces: TraceList): readonly LooseSeries[] {
  const columns = series.data?.shape.length === 2 ? (series.data.shape[1] ?? 1) : 1;
  const part = partOf(series, { start: 0, count: undefined });
  const parts: readonly Part[] =
    columns <= 1
      ? [part]
      : Array.from({ length: Math.min(columns, COLUMN_LIMIT) }, (_, column) => ({ ...part, column }));
  return parts.map((each) => ({ trace: traces.add(each), type: series.type === '' ? 'TimeSeries' : series.type }));
}

/** "NWB 2.4 · intracellular, current clamp · 16 sweeps". */
function titleOf(
  { text, generation }: NwbVersion,
  sweeps: readonly Sweep[],
  loose: readonly LooseSeries[],
  unitCount: number,
): string {
  const number = /^\d+\.\d+/.exec(text)?.[0] ?? (text === '' ? String(generation) : text);
  const modes = [...new Set(sweeps.flatMap(({ mode }) => mode ?? []))];
  const parts = [
    ...(sweeps.length > 0 ? [['intracellular', ...modes].join(', '), counted(sweeps.length, 'sweep')] : []),
    ...(unitCount > 0 ? [counted(unitCount, 'unit')] : []),
    ...(sweeps.length === 0 && loose.length > 0
      ? [loose.length === 1 ? '1 series' : `${grouped(loose.length)} series`]
      : []),
  ];
  return [`NWB ${number}`, ...(parts.length > 0 ? parts : ['no series'])].join(' · ');
}

function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
