import { defineNwbProblem } from '../problem';

export const missingConversion = defineNwbProblem({
  code: 'nwb/missing-conversion',
  title: 'integers without a conversion',
  level: 'information',
  category: 'value',
  documentation:
    '`conversion` is 1 where it is left out (nwb-schema, `core/nwb.base.yaml`, `TimeSeries`). Integers of an amplifier are hardly ever volts or amperes, so the factor was probably forgotten.',
});
