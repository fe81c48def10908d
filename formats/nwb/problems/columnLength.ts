import { defineNwbProblem } from '../problem';

export const columnLength = defineNwbProblem({
  code: 'nwb/column-length',
  title: 'column with another number of rows',
  level: 'warning',
  category: 'value',
  documentation:
    'All columns of a DynamicTable, and its `id`, have the same number of rows (hdmf-common-schema, `table.yaml`). PyNWB refuses the table or mixes its rows up.',
});
