import { defineNwbProblem } from '../problem';

export const swappedUnits = defineNwbProblem({
  code: 'nwb/swapped-units',
  title: 'units that are swapped',
  level: 'warning',
  category: 'value',
  documentation:
    'The schema fixes the units of clamp series (nwb-schema, `core/nwb.icephys.yaml`): a `CurrentClampSeries` records volts, its stimulus amperes; a `VoltageClampSeries` records amperes, its stimulus volts. Files of DANDI 000292 and 000293 say volts for both, with each other’s `conversion`: these are shown in V × 10⁻³ and A × 10⁻¹², as BluePyEfe reads them.',
});
