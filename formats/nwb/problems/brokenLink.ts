import { defineNwbProblem } from '../problem';

export const brokenLink = defineNwbProblem({
  code: 'nwb/broken-link',
  title: 'link that leads nowhere',
  level: 'warning',
  category: 'reference',
  documentation:
    'A link leads to an object that is not in the file (nwb-schema, `core/nwb.base.yaml`: `data` and `timestamps` may be links). What it should lead to cannot be shown: write the file again, or correct the link.',
});
