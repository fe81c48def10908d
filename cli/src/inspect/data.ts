/** What `bbp inspect` says of data files: recordings by their sweeps, HDF5 files by what stands in them. */
import type { DataSource } from '../../../formats/dataFile/source';
import { summariseRecording } from '../../../formats/recording/summary';
import type { DataProblem } from '../data/dataProblems';
import type { InspectedProblem, Inspection } from './inspection';

export function inspectData(
  file: string,
  source: DataSource | undefined,
  problems: readonly DataProblem[],
): Inspection {
  const inspected = problems.map(asInspected);
  if (!source) return { file, problems: inspected };
  const { recording, fileKind, kind, title, size, facts } = source;
  return {
    file,
    kind: fileKind?.kind ?? kind,
    title,
    size,
    ...(recording && summariseRecording(recording.recording)),
    ...(fileKind?.populations && { populations: fileKind.populations }),
    ...(!recording && { facts: Object.fromEntries(facts.map(({ label, value }) => [label, value])) }),
    problems: inspected,
  };
}

function asInspected({ code, level, message }: DataProblem): InspectedProblem {
  return { code, severity: level, message };
}
