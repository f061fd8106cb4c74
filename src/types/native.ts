import type { TSESTree } from '@typescript-eslint/utils'
import { isAssignableBy } from './joined.ts'
import type { NativeNode, SourceFile } from './native-api.ts'
import type { NativeProgram } from './native-program.ts'
import type { LintedFile, NativeServer } from './native-server.ts'
import { NativeType } from './native-type.ts'
import type { Declaration, Type, Types } from './type.ts'
import { writtenType } from './written.ts'

type Node = TSESTree.Node

/** The types of one file, by the server of TypeScript 7. */
export class NativeTypes implements Types {
  readonly backend = 'native'
  private readonly server: NativeServer
  private readonly linted: LintedFile
  private readonly types = new Map<Node, NativeType | null>()
  private readonly expected = new Map<Node, NativeType | null>()
  private readonly declared = new Map<Node, Declaration | null>()
  private asked: Asked | undefined
  private waiting = new Set<Node>()

  /** @param text what is linted, without a byte order mark; it may stand on no disk yet */
  constructor(server: NativeServer, file: string, text: string) {
    this.server = server
    this.linted = { file: file.replaceAll('\\', '/'), text }
  }

  expect(nodes: readonly Node[]): void {
    for (const node of nodes) if (!this.types.has(node)) this.waiting.add(node)
  }

  of(node: Node): Type | undefined {
    if (!this.types.has(node)) {
      this.waiting.add(node)
      this.bring()
    }
    return this.types.get(node) ?? undefined
  }

  expectedOf(node: Node): Type | undefined {
    let known = this.expected.get(node)
    if (known === undefined) {
      known = this.at(node, (place, program) => program.expectedAt(place)) ?? null
      this.expected.set(node, known)
    }
    return known ?? undefined
  }

  declarationOf(node: Node): Declaration | undefined {
    let known = this.declared.get(node)
    if (known === undefined) {
      known = this.at(node, (place, program) => program.declarationAt(place)) ?? null
      this.declared.set(node, known)
    }
    return known ?? undefined
  }

  isAssignable(from: Type, to: Type): boolean {
    return isAssignableBy(from, to, (one, other) => {
      if (!(one instanceof NativeType) || !(other instanceof NativeType)) return false
      return this.program()?.program.ask((checker) => checker.isTypeAssignableTo(one.type, other.type)) ?? false
    })
  }

  /** Asks about all nodes that are waited for, at once. */
  private bring(): void {
    const nodes = [...this.waiting]
    this.waiting = new Set()
    const asked = this.program()
    const places = nodes.map((node) => (asked && placeOf(node, asked)) ?? null)
    const found = places.filter((place) => place !== null)
    const types = asked && found.length > 0 ? asked.program.typesAt(found) : []
    let next = 0
    for (const [at, node] of nodes.entries()) {
      const type = places[at] === null ? undefined : types[next++]
      this.types.set(node, type ?? null)
    }
  }

  private at<Answer>(
    node: Node,
    ask: (place: NativeNode, program: NativeProgram) => Answer | undefined,
  ): Answer | undefined {
    const asked = this.program()
    const place = asked?.program.nodes.find(asked.tree, node)
    return asked && place && ask(place, asked.program)
  }

  /** The program that knows this file with this text, and its tree of it. */
  private program(): Asked | undefined {
    const program = this.server.programOf(this.linted)
    if (program === this.asked?.program) return this.asked
    const tree = program?.sourceFile(this.linted.file)
    // With another text, every position would mean something else.
    this.asked = program && tree && tree.text === this.linted.text ? { program, tree } : undefined
    return this.asked
  }
}

interface Asked {
  readonly program: NativeProgram
  readonly tree: SourceFile
}

function placeOf(node: Node, { program, tree }: Asked): NativeNode | undefined {
  const written = writtenType(node)
  return written && program.nodes.find(tree, written)
}
