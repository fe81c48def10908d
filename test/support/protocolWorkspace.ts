/** A small simulation on disk: a config, its targets, and the circuit's. */
import { dedent } from './fixture';
import { TemporaryFolder } from './temporaryFolder';

export const CONFIG = dedent(`
  Run Default
  {
      Duration 100
      Dt 0.025
      ForwardSkip 0
      Simulator NEURON
      BaseSeed 1
      CircuitPath circuit
      nrnPath circuit
      MorphologyPath circuit
      METypePath circuit
      TargetFile user.target
      OutputRoot output
      CircuitTarget Mosaic
  }

  Stimulus hold
  {
      Mode Current
      Pattern Linear
      AmpStart 0.1
      Delay 0
      Duration 100
  }

  StimulusInject hold_all
  {
      Stimulus hold
      Target Small
  }

  Report soma
  {
      Target Small
      Type compartment
      ReportOn v
      Unit mV
      Format SONATA
      Dt 0.1
      StartTime 0
      EndTime 100
  }
`);

export const USER_TARGET = dedent(`
  Target Cell Small
  {
      a1 a2
  }

  Target Cell Both
  {
      Small Mosaic
  }
`);

export const START_TARGET = dedent(`
  Target Cell Mosaic
  {
      a1 a2 a3 a4
  }
`);

export interface SimulationFolder {
  readonly folder: TemporaryFolder;
  readonly config: string;
  readonly userTarget: string;
  readonly startTarget: string;
}

export function simulationFolder(files: Readonly<Record<string, string>> = {}): SimulationFolder {
  const folder = new TemporaryFolder({
    BlueConfig: CONFIG,
    'user.target': USER_TARGET,
    'circuit/start.target': START_TARGET,
    'output/': '',
    ...files,
  });
  return {
    folder,
    config: folder.uriOf('BlueConfig'),
    userTarget: folder.uriOf('user.target'),
    startTarget: folder.uriOf('circuit/start.target'),
  };
}
