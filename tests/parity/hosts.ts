import { reportOfEslint } from './eslint-host.ts'
import type { Report } from './finding.ts'
import { reportOfNative } from './native-host.ts'
import { reportOfOxlint } from './oxlint-host.ts'
import type { Task } from './task.ts'
import { reportOfTransformer } from './transformer-host.ts'

/** Every host of the rules that can be asked here; the first is what the others are compared with. */
export const hosts: Readonly<Record<string, (task: Task) => Promise<Report>>> = {
  'eslint-10': (task) => reportOfEslint('eslint-10', task),
  'eslint-9.39': (task) => reportOfEslint('eslint-9.39', task),
  transformer: reportOfTransformer,
  'backend-tsc': reportOfNative,
  oxlint: reportOfOxlint,
}
