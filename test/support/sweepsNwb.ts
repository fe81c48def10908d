/** The description of an NWB file of many sweeps, each a response and its stimulus, with reproducible values. */
import type { Hdf5NewAttribute, Hdf5NewDataset, Hdf5NewGroup } from '../../formats/hdf5/description';
import { seededTrace } from './chunkedHdf5';

const RATE = 20_000;

/** @param samples of each sweep, at 20 kHz */
export function sweepsNwb(sweeps: number, samples: number): Hdf5NewGroup {
  const numbers = Array.from({ length: sweeps }, (_, i) => i);
  const series = (
    name: string,
    type: string,
    unit: string,
    conversion: number,
  ): Readonly<Record<string, Hdf5NewGroup>> =>
    Object.fromEntries(
      numbers.map((number) => [
        `${name}_${String(number).padStart(4, '0')}`,
        {
          attributes: [
            text('neurodata_type', type),
            text('namespace', 'core'),
            text('stimulus_description', number < sweeps / 2 ? 'IV' : 'APWaveform'),
            { name: 'sweep_number', values: Uint32Array.of(number), shape: [] },
          ],
          datasets: {
            data: {
              values: seededTrace(samples, number + 1),
              attributes: [text('unit', unit), one('conversion', conversion)],
            },
            starting_time: {
              values: Float64Array.of(number * 2),
              shape: [],
              attributes: [one('rate', RATE), text('unit', 'seconds')],
            },
          },
        },
      ]),
    );
  return {
    attributes: [text('neurodata_type', 'NWBFile'), text('nwb_version', '2.5.0'), text('namespace', 'core')],
    datasets: {
      identifier: scalar('sweeps'),
      session_description: scalar('sweeps of one cell'),
      session_start_time: scalar('2020-01-01T00:00:00+01:00'),
    },
    groups: {
      acquisition: { groups: series('ccs', 'CurrentClampSeries', 'volts', 1e-3) },
      stimulus: {
        groups: { presentation: { groups: series('ccss', 'CurrentClampStimulusSeries', 'amperes', 1e-12) } },
      },
      general: { groups: { intracellular_ephys: {} } },
    },
  };
}

function text(name: string, values: string): Hdf5NewAttribute {
  return { name, values };
}

function one(name: string, value: number): Hdf5NewAttribute {
  return { name, values: Float64Array.of(value), shape: [] };
}

function scalar(value: string): Hdf5NewDataset {
  return { values: [value], shape: [] };
}
