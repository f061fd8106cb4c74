import type { TSESTree } from '@typescript-eslint/utils'
import { isAssignableBy } from './joined.ts'
import type { NativeNode, SourceFile } from './native-api.ts'
import type { NativeProgram } from './native-program.ts'
import type { LintedFile, NativeServer } from './native-server.ts'
import { NativeType } from './native-type.ts'
import type { Declaration, Type, Types } from './type.ts'
import { isBesideExpectations, writtenType } from './written.ts'

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
  private odd: boolean | undefined

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
    if (isBesideExpectations(node)) return undefined
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
      return this.program()?.ask((checker) => checker.isTypeAssignableTo(one.type, other.type)) ?? false
    })
  }

  /** Asks about all nodes that are waited for, at once. */
  private bring(): void {
    const nodes = [...this.waiting]
    this.waiting = new Set()
    const types = this.typesAt(nodes)
    for (const [at, node] of nodes.entries()) this.types.set(node, types[at] ?? null)
  }

  private typesAt(nodes: readonly Node[]): readonly (NativeType | undefined)[] {
    const program = this.program()
    if (!program) return []
    const positions = this.hasOddBytes ? [undefined] : nodes.map(positionOf)
    if (positions.every((position) => position !== undefined)) {
      return program.typesAtPositions(this.linted.file, positions)
    }
    const tree = this.treeIn(program)
    if (!tree) return []
    const places = nodes.map((node) => placeOf(node, { program, tree }))
    const types = program.typesAt(places.filter((place) => place !== undefined))
    let next = 0
    return places.map((place) => (place === undefined ? undefined : types[next++]))
  }

  /** What does not decode is counted otherwise by the server. */
  private get hasOddBytes(): boolean {
    return (this.odd ??= this.linted.text.includes('\uFFFD'))
  }

  private at<Answer>(
    node: Node,
    ask: (place: NativeNode, program: NativeProgram) => Answer | undefined,
  ): Answer | undefined {
    const program = this.program()
    const tree = program && this.treeIn(program)
    const place = tree && program.nodes.find(tree, node)
    return place && ask(place, program)
  }

  /** The program that knows this file with this text. */
  private program(): NativeProgram | undefined {
    return this.server.programOf(this.linted)
  }

  /** The server's tree of this file. */
  private treeIn(program: NativeProgram): SourceFile | undefined {
    if (this.asked?.program !== program) {
      const tree = program.sourceFile(this.linted.file)
      // With another text, every position would mean something else.
      this.asked = { program, tree: tree?.text === this.linted.text ? tree : undefined }
    }
    return this.asked.tree
  }
}

interface Asked<Tree = SourceFile | undefined> {
  readonly program: NativeProgram
  readonly tree: Tree
}

function placeOf(node: Node, { program, tree }: Asked<SourceFile>): NativeNode | undefined {
  const written = writtenType(node)
  return written && program.nodes.find(tree, written)
}

/** Where a node can be asked about without the server's tree: the token there means the node, and no part of it. */
function positionOf(node: Node): number | undefined {
  if (writtenType(node) !== node) return undefined
  if (node.type === 'Identifier' || node.type === 'ThisExpression') return node.range[0]
  const isByName = node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier'
  return isByName ? node.property.range[0] : undefined
}
