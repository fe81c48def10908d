/** The shape of the schema tables: what a BlueConfig may contain. Every other feature reads these tables. */

/** Who honours a key; see the abbreviations in docs/formats.md. */
export type Reader = 'neurodamus' | 'brion' | 'bluepy' | 'bluecellulab' | 'tools' | 'old readers' | 'observed';

/** How a value is written, and what it means. */
export type ValueType =
  | 'float'
  | 'integer'
  | 'boolean'
  | 'string'
  /** One of `values`. */
  | 'enum'
  /** `[population:]target`. */
  | 'target'
  /** The name of a Stimulus block. */
  | 'stimulus'
  /** The name of an Electrode block. */
  | 'electrode'
  /** The name of a node population. */
  | 'population'
  | 'file'
  | 'directory'
  /** A file or a directory. */
  | 'path'
  /** `path[:edge population]` to a file or directory. */
  | 'edges'
  /** `%s.attribute = value …`, HOC assignments to synapses. */
  | 'synapse-configure'
  /** `%s.attribute = value; …`, Python assignments to sections. */
  | 'section-configure'
  /** A HOC statement; `%s` is the section, `%g` the position. */
  | 'hoc';

/** One of the words that a key accepts. */
export interface ValueSchema {
  readonly value: string;
  readonly meaning: string;
  /** Why it should no longer be written. */
  readonly deprecated?: string;
}

/** What another key of the same block says: that it is there, that it is one of `values`, or that it exceeds `above`. */
export interface KeyCondition {
  readonly key: string;
  readonly values?: readonly string[];
  readonly above?: number;
}

/** The range of values in use: outside it a value is valid, but most likely a mistake. */
interface UsualRange {
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  /** What a value outside leads to. */
  readonly why: string;
  /** For stimuli: the patterns that it holds for; absent: for all that read the key. */
  readonly patterns?: readonly string[];
}

export interface KeySchema {
  readonly name: string;
  /** Other spellings that readers take as the same key. */
  readonly aliases?: readonly string[];
  readonly type: ValueType;
  /** Unit of the value: ms, mV, nA, µS, MΩ, Hz, °C, mM, µM, µm, MB, %. */
  readonly unit?: string;
  /** For stimuli: the unit with `Mode Conductance`, where it is another. */
  readonly conductanceUnit?: string;
  /** `always`: a reader refuses the block without it; `documented`: only the documentation asks for it. */
  readonly required?: 'always' | 'documented';
  /** The key is as good as `required: 'always'` where this holds. */
  readonly requiredWhen?: KeyCondition;
  /** `required` is void where this holds. */
  readonly requiredUnless?: KeyCondition;
  /** Readers that work without a key that neurodamus requires. */
  readonly optionalFor?: readonly Reader[];
  /** Required of simulations only: a CircuitConfig does without it. */
  readonly simulationOnly?: boolean;
  /** The key has no effect where this holds. */
  readonly ignoredWhen?: KeyCondition;
  /** The value that applies where the key is absent, as it would be written. */
  readonly default?: string;
  /** The key whose value applies where this one is absent: of the same block, or `Run.<key>`. */
  readonly defaultFrom?: string;
  /** A sensible value for a new block, where the default is none. */
  readonly example?: string;
  readonly values?: readonly ValueSchema[];
  /** Words beside `values` are valid too: names of mechanisms, types of plug-ins. */
  readonly openValues?: boolean;
  /** Whether `values` is compared without regard to case. */
  readonly ignoreCase?: boolean;
  /** Smallest value; `exclusiveMinimum` where that value itself is refused. */
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  /** Zero is refused, although smaller values are not. */
  readonly nonZero?: boolean;
  readonly usual?: UsualRange;
  /** What the key means: one or two sentences, no full stop at the end of a fragment needed. */
  readonly meaning: string;
  readonly readers?: readonly Reader[];
  /** Why the key should no longer be written, and what to write in its place. */
  readonly deprecated?: string;
  /**
   * What replaces a deprecated key: a key of the same section, `<Section>.<key>` or a section. Without `deprecated`:
   * a better place for the value.
   */
  readonly replacement?: string;
  /** The replacement is the same thing under another name. */
  readonly renamed?: boolean;
  /** Nothing reads it: dates, versions, notes. Beside `deprecated` this is the more useful thing to say. */
  readonly bookkeeping?: boolean;
  /** neurodamus sets it itself: it is never written by hand. */
  readonly internal?: boolean;
  /** Where the value lives in SONATA; absent where SONATA has no place for it. */
  readonly sonata?: string;
  /** The option of later simulators' command line that took the key's place. */
  readonly option?: string;
  /** For paths: what it leads to. `input` must exist, `output` is written by the simulation. */
  readonly role?: 'input' | 'output';
  /** For paths: the endings that the readers expect, with their dot. */
  readonly extensions?: readonly string[];
  /** For paths: keys of `Run` (or of the block) whose folder is searched first, in order. */
  readonly searchedIn?: readonly string[];
  /** For paths: an address (`https://…`) is accepted too. */
  readonly url?: boolean;
  /** For paths and targets: the word `<NONE>` switches the thing off. */
  readonly none?: boolean;
  /** For stimuli and their injections: the patterns that read the key; absent where all do. */
  readonly patterns?: readonly string[];
  /** For stimuli: the modes that read the key; absent where all do. */
  readonly modes?: readonly string[];
  /** For `Circuit`: the key of the same name in `Run` applies where this one is absent, unless the block has this key. */
  readonly inheritedUnless?: string;
}

/** A family of keys that no table can list. */
export interface KeyForm {
  /** How such a key is written, with the changing part in angle brackets. */
  readonly form: string;
  /** Beginnings that tell the family. */
  readonly prefixes?: readonly string[];
  readonly meaning: string;
  readonly sonata?: string;
}

/** A stimulus pattern and the keys that it reads beside the common ones. */
export interface PatternSchema {
  readonly name: string;
  /** The modes it may stand with. */
  readonly modes: readonly string[];
  readonly required: readonly string[];
  /** Exactly one of these must be present. */
  readonly oneOf?: readonly string[];
  readonly optional: readonly string[];
  /** The values of optional keys where they are absent, if they differ from pattern to pattern. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** What else a writer should know: constraints, and what makes the stimulus do nothing. */
  readonly notes?: string;
  readonly meaning: string;
  readonly readers?: readonly Reader[];
  readonly deprecated?: string;
  /** The `module` of the SONATA input. */
  readonly sonata?: string;
}

export interface SectionSchema {
  readonly name: string;
  readonly meaning: string;
  readonly keys: readonly KeySchema[];
  /** Keys beyond the table are meant to be there (Conditions: any NEURON global). */
  readonly openKeys?: boolean;
  /** What keys beyond the table look like. */
  readonly keyForms?: readonly KeyForm[];
  /** There is exactly one block of this type, with this name. */
  readonly singleton?: string;
  /** Blocks are applied from top to bottom: their order changes the result. */
  readonly ordered?: boolean;
  /** Two blocks of one name end the simulation; elsewhere the readers only differ in which one counts. */
  readonly uniqueNames?: boolean;
  /** No reader keeps inline comments in its values: neurodamus reads it with its Python code, which strips them. */
  readonly stripsComments?: boolean;
  /** Keys that a new block should hold beside the required ones. */
  readonly suggested?: readonly string[];
  readonly deprecated?: string;
  /** The section that replaces a deprecated one. */
  readonly replacement?: string;
  readonly readers?: readonly Reader[];
  readonly sonata?: string;
  /** Where the facts of this table come from. */
  readonly sources: readonly string[];
}
