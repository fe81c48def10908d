import { defineNwbProblem } from '../problem';

export const prefixedUnit = defineNwbProblem({
  code: 'nwb/prefixed-unit',
  title: 'unit with a prefix',
  level: 'warning',
  category: 'value',
  documentation:
    'The schema fixes the unit of clamp series to `volts` or `amperes` (nwb-schema, `core/nwb.icephys.yaml`): a prefix belongs into `conversion`. Readers that know the schema take the values as volts or amperes, and so are wrong by a power of ten.',
});
