/**
 * Files that the corpus expects to be valid, and that hold errors all the same: how many of each code, and why each is
 * an error. A code that is not listed here is a false alarm.
 */
export const trulyWrong: Readonly<
  Record<string, { readonly errors: Readonly<Record<string, number>>; readonly reason: string }>
> = {
  'blueconfig/bluecellulab/legacy_circuitconfig/CircuitConfig': {
    errors: { FS002: 1 },
    reason: 'The circuit that its relative paths lead to is not part of the sample.',
  },
  'blueconfig/bluecellulab/sim_quick_scx_bluepy/BlueConfig': {
    errors: { FS002: 1 },
    reason: 'The circuit that its relative paths lead to is not part of the sample.',
  },
  'blueconfig/codejam-2016/CircuitConfig': {
    errors: { FS001: 2 },
    reason: 'nrnPath and TargetFile are relative and lie in the circuit, which is not part of the sample.',
  },
  'blueconfig/neurodamus-acell/user.target': {
    errors: { TG006: 1 },
    reason: 'CircuitPath is the folder itself and holds no start.target, so nothing defines Mosaic.',
  },
  'blueconfig/quick-scx-multi-circuit/BlueConfig': {
    errors: { FS002: 2 },
    reason: 'The circuit in usecase3 is not part of the sample.',
  },
  'legacy/bluecellulab-bb5/sim_sonata_node/BlueConfigTemplate': {
    errors: { FS001: 1 },
    reason: 'The replayed spikes lie in an output folder that is not part of the sample.',
  },
  'legacy/bluecellulab-bb5/sim_twocell_forwardskip/BlueConfig': {
    errors: { BC403: 1 },
    reason: 'The report names S1HL, which neither start.target nor user.target of this circuit defines.',
  },
  'legacy/bluepy/A.target': {
    errors: { TG001: 4 },
    reason: 'Braces on header lines: bluepy reads them, neurodamus loses the line below each.',
  },
  'legacy/bluepy/CircuitConfig': {
    errors: { FS001: 2, FS002: 3 },
    reason: 'A unit test’s config whose paths are placeholders.',
  },
  'legacy/bluepy/E.target': {
    errors: { TG010: 1 },
    reason: 'A unit test’s target with the gid a0, which no circuit has.',
  },
  'legacy/bluepy/projection.target': {
    errors: { TG001: 1 },
    reason: 'A brace on the header line: bluepy reads it, neurodamus loses the line below.',
  },
  'legacy/bluepy/section.target': {
    errors: { TG007: 1, TG014: 4, TG015: 1 },
    reason: 'A unit test of mistakes: several members in a line, two subsets, a target that contains itself.',
  },
};
