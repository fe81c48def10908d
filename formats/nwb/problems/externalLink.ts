import { defineNwbProblem } from '../problem';

export const externalLink = defineNwbProblem({
  code: 'nwb/external-link',
  title: 'link into another file',
  level: 'information',
  category: 'reference',
  documentation:
    'A link leads into another file, as NWB allows (nwb-schema, `core/nwb.base.yaml`: `data` and `timestamps` may be links). It is not followed when the recording is shown; the tree of the file can follow it.',
});
