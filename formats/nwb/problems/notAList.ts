import { defineNwbProblem } from '../problem';

export const notAList = defineNwbProblem({
  code: 'nwb/not-a-list',
  title: 'text instead of a list',
  level: 'information',
  category: 'value',
  documentation:
    'Since NWB 2.1 `experimenter`, `keywords` and `related_publications` are lists of texts (nwb-schema, `core/nwb.file.yaml`). PyNWB reads a single text as well; validators do not.',
});
