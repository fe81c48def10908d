/** Python that reads exactly what is shown. */
import type { Hdf5Selection } from '../../formats/hdf5/api';
import { pythonString } from '../common/python';

export function hdf5Snippet(file: string, path: string, selection: Hdf5Selection, isGroup: boolean): string {
  const opened = `    ${isGroup ? 'group' : 'dataset'} = file[${pythonString(path)}]`;
  const what = isGroup
    ? ['    print(dict(group.attrs))', '    print(list(group))']
    : ['    print(dict(dataset.attrs))', `    values = dataset[${pythonIndex(selection)}]`, 'print(values)'];
  return ['import h5py', '', `with h5py.File(${pythonString(file)}, "r") as file:`, opened, ...what, ''].join('\n');
}

/** "0:1000, 3, :"; () is a scalar. */
function pythonIndex(selection: Hdf5Selection): string {
  if (selection.length === 0) return '()';
  return selection
    .map((range) => {
      if (!range) return ':';
      const { start, end, step } = range;
      if (end - start === 1) return String(start);
      return step === undefined || step === 1 ? `${start}:${end}` : `${start}:${end}:${step}`;
    })
    .join(', ');
}

/** What of a trace is shown, in samples. */
export interface ShownTrace {
  /** Its path, or a part of a series: `/acquisition/a[100:200]`, `/acquisition/a[:,3]`. */
  readonly id: string;
  /** Otherwise its times stand in the file. */
  readonly hasRate: boolean;
  readonly start: number;
  readonly end: number;
}

/** pynwb where it finds each series by its name; else h5py by path, scaled as the view scales. */
export function nwbSnippet(file: string, version: string, traces: readonly ShownTrace[]): string {
  const isPlain = ({ id, hasRate }: ShownTrace): boolean =>
    hasRate && /^\/(acquisition|stimulus\/presentation)\/[^/[]+$/.test(id);
  if (version.startsWith('1') || !traces.every(isPlain)) return nwbByPath(file, traces);
  return [
    'from pynwb import NWBHDF5IO',
    '',
    'traces = [',
    ...traces.map(({ id, start, end }) => `    (${pythonString(id)}, ${start}, ${end}),`),
    ']',
    `with NWBHDF5IO(${pythonString(file)}, "r", load_namespaces=True) as io:`,
    '    nwb = io.read()',
    '    for path, start, end in traces:',
    '        group = nwb.acquisition if path.startswith("/acquisition/") else nwb.stimulus',
    '        series = group[path.rsplit("/", 1)[-1]]',
    '        values = series.data[start:end] * series.conversion + series.offset',
    '        print(path, values.shape, series.unit, series.rate)',
    '',
  ].join('\n');
}

function nwbByPath(file: string, traces: readonly ShownTrace[]): string {
  return [
    'import h5py',
    'import numpy',
    '',
    'traces = [',
    ...traces.map(({ id, start, end }) => {
      const [, path = id, first = '', column] = /^(.*)\[(\d*):\d*(?:, *(\d+))?\]$/.exec(id) ?? [];
      const from = Number(first);
      const samples = `${from + start}:${from + end}${column === undefined ? '' : `, ${column}`}`;
      return `    (${pythonString(path)}, numpy.s_[${samples}]),`;
    }),
    ']',
    `with h5py.File(${pythonString(file)}, "r") as file:`,
    '    for path, part in traces:',
    '        series = file[path]',
    '        data = series["data"]',
    '        values = data[part] * data.attrs.get("conversion", 1.0) + data.attrs.get("offset", 0.0)',
    '        times = series["timestamps"][part[0] if isinstance(part, tuple) else part] if "timestamps" in series else None',
    '        print(path, values.shape, data.attrs.get("unit"), times)',
    '',
  ].join('\n');
}

/** @param samples what is shown of each sweep */
export function abfSnippet(
  file: string,
  sweeps: readonly number[],
  channels: number,
  samples: { readonly start: number; readonly end: number },
): string {
  const part = `[${samples.start}:${samples.end}]`;
  return [
    'import pyabf',
    '',
    `abf = pyabf.ABF(${pythonString(file)})`,
    `for sweep in [${sweeps.join(', ')}]:`,
    `    for channel in range(${channels}):`,
    '        abf.setSweep(sweep, channel=channel)',
    `        print(sweep, abf.sweepX${part}, abf.sweepY${part}, abf.sweepUnitsY)`,
    `        print(abf.sweepC${part}, abf.sweepUnitsC)`,
    '',
  ].join('\n');
}
