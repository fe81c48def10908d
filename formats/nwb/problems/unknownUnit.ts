import { defineNwbProblem } from '../problem';

export const unknownUnit = defineNwbProblem({
  code: 'nwb/unknown-unit',
  title: 'unit that is none of a clamp recording',
  level: 'warning',
  category: 'value',
  documentation:
    'The schema fixes the unit of clamp series: `volts` or `amperes` (nwb-schema, `core/nwb.icephys.yaml`). What another unit means is anybody’s guess: `conversion` turns the stored values into volts or amperes.',
});
