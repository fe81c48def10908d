/**
 * Recordings of electrophysiology as sweeps, whatever file they come from (NWB, ABF). Values are read only for what is
 * shown. Physical value = stored value × conversion + offset, in `unit`; times are s, counted from the sweep's start.
 */
import type { CancelSignal } from '../hdf5/api';

export interface RecordingFact {
  readonly label: string;
  readonly value: string;
}

/** One channel of one sweep. */
export interface Trace {
  /**
   * Names the trace in its recording. For a NWB its path; a part or a column of a series as Python would take it:
   * `/acquisition/a[100:200]`, `/acquisition/a[:,3]`.
   */
  readonly id: string;
  /** "ic__Step__1", "ADC 0 (IN 0)". */
  readonly name: string;
  /** Unit of the physical values as the file has it, SI where it says so: `V`, `A`, `mV`, `pA`, '' where there is none. */
  readonly unit: string;
  readonly conversion: number;
  readonly offset: number;
  readonly count: number;
  /** Samples a second; undefined where the file has timestamps, or nothing. */
  readonly rate: number | undefined;
  /** Start in s on the clock of the session. */
  readonly start: number;
}

export interface Sweep {
  /** Unique in the recording. */
  readonly id: string;
  /** "sweep 7". */
  readonly name: string;
  /** 0-based, in the order of the file. */
  readonly number: number;
  readonly protocol: string;
  readonly repetition: string;
  readonly electrode?: string;
  readonly mode?: 'current clamp' | 'voltage clamp' | 'zero current';
  readonly responses: readonly Trace[];
  readonly stimuli: readonly Trace[];
}

/** A series that belongs to no sweep. */
export interface LooseSeries {
  readonly trace: Trace;
  /** `neurodata_type`. */
  readonly type: string;
}

export interface RecordingProblem {
  /** `nwb/<name>`, `abf/<name>`. */
  readonly code: string;
  readonly level: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** Path of the object in an HDF5 file. */
  readonly path?: string;
}

/** A table of the file, column by column. */
export interface RecordingTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly description: string }[];
  readonly rowCount: number;
}

export interface Recording {
  readonly kind: 'nwb' | 'abf';
  /** "NWB 2.5 · intracellular · 412 sweeps". */
  readonly title: string;
  /** `2.4.0`, `1.8.3.0`. */
  readonly version: string;
  /** Session, subject, devices, electrodes: what the file says of itself, by group. */
  readonly session: readonly { readonly title: string; readonly facts: readonly RecordingFact[] }[];
  readonly sweeps: readonly Sweep[];
  readonly loose: readonly LooseSeries[];
  readonly tables: readonly RecordingTable[];
  /** Spike times of units: how many units there are. */
  readonly unitCount: number;
  readonly tags: readonly { readonly time: number; readonly text: string }[];
  readonly problems: readonly RecordingProblem[];
}

/** Physical values of a part of a trace: one value a sample, or least and greatest of each of equal parts. */
export interface TraceValues {
  /**
   * Time of the first sample in s from the sweep's start, and the step between samples or parts in s. Of a trace without
   * rate and `times`: numbers of samples.
   */
  readonly start: number;
  readonly step: number;
  readonly values: Float32Array;
  /** Of parts; then `values` are their least. */
  readonly maxima?: Float32Array;
  /** Of a trace with timestamps: the time of each value, in s. */
  readonly times?: Float64Array;
}

/** A recording that is open: reads what is asked for. */
export interface OpenRecording {
  readonly recording: Recording;
  /**
   * @param range samples, half-open
   * @param bins so many parts at most; a range with fewer samples comes sample by sample
   */
  trace(
    id: string,
    range: { readonly start: number; readonly end: number },
    bins: number,
    signal?: CancelSignal,
  ): Promise<TraceValues>;
  /** Rows of a table, as text and numbers. */
  tableRows(
    name: string,
    range: { readonly start: number; readonly end: number },
    signal?: CancelSignal,
  ): Promise<readonly (readonly unknown[])[]>;
  /** Spike times of units, s; one list a unit. */
  unitSpikes(range: { readonly start: number; readonly end: number }): Promise<readonly Float64Array[]>;
  close(): Promise<void>;
}
