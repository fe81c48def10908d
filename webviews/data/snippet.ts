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
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Files of version 1 are no business of pynwb: h5py reads them, scaled as the view scales them. */
export function nwbSnippet(file: string, version: string, traces: readonly ShownTrace[]): string {
  const list = [
    'traces = [',
    ...traces.map(({ path, start, end }) => `    (${pythonString(path)}, ${start}, ${end}),`),
    ']',
  ];
  if (version.startsWith('1')) {
    return [
      'import h5py',
      '',
      ...list,
      `with h5py.File(${pythonString(file)}, "r") as file:`,
      '    for path, start, end in traces:',
      '        data = file[path + "/data"]',
      '        values = data[start:end] * data.attrs.get("conversion", 1.0)',
      '        print(path, values.shape, data.attrs.get("unit"))',
      '',
    ].join('\n');
  }
  return [
    'from pynwb import NWBHDF5IO',
    '',
    ...list,
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
