import type { Library } from './library.ts'

export const fluentFfmpeg: Library = {
  package: 'fluent-ffmpeg',
  fluent: ['FfmpegCommand'],
  rows: [
    { call: 'default', makes: 'FfmpegCommand' },
    {
      on: 'FfmpegCommand',
      call: ['save', 'saveToFile', 'run', 'mergeToFile', 'concat', 'concatenate', 'screenshots', 'takeScreenshots'],
      role: 'task.long',
      task: 'media',
    },
  ],
}
