import { defineNwbProblem } from '../problem';

export const startingFrames = defineNwbProblem({
  code: 'nwb/starting-frames',
  title: 'first frames and files differ in number',
  level: 'warning',
  category: 'value',
  documentation:
    '`starting_frame` of `external_file` has the number of the first frame of each file, so both are equally long (nwb-schema, `core/nwb.image.yaml`, `ImageSeries`). PyNWB warns.',
});
