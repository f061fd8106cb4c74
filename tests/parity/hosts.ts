import { hasNativeCompiler, reportOfCommand, reportOfTspc } from './compiler-host.ts'
import { reportOfEslint } from './eslint-host.ts'
import type { Report } from './finding.ts'
import { reportOfNative } from './native-host.ts'
import { reportOfOxlint } from './oxlint-host.ts'
import type { Task } from './task.ts'
import { reportOfTransformer } from './transformer-host.ts'

/** A host of the rules. */
export interface Host {
  /** Whether it can be asked about a folder. */
  can(task: Task): boolean
  report(task: Task): Promise<Report>
}

const always = () => true
const nativeWhereTyped = ({ folder, types }: Task) => !types || hasNativeCompiler(folder)

/** Every host there is; the first is what the others are compared with. */
export const hosts = {
  'eslint-10': { can: always, report: (task) => reportOfEslint('eslint-10', task) },
  'eslint-9.39': { can: always, report: (task) => reportOfEslint('eslint-9.39', task) },
  oxlint: { can: nativeWhereTyped, report: reportOfOxlint },
  // In this process, over all files, whether a configuration of the compiler names them or not.
  transformer: { can: always, report: reportOfTransformer },
  'backend-tsc': { can: nativeWhereTyped, report: reportOfNative },
  // The commands themselves, over the project of the folder.
  'tspc -p': { can: ({ tsconfig }) => tsconfig !== undefined, report: reportOfTspc },
  'backend-tsc -p': {
    can: ({ folder, tsconfig }) => tsconfig !== undefined && hasNativeCompiler(folder),
    report: reportOfCommand,
  },
} satisfies Readonly<Record<string, Host>>
