declare namespace JSX {
  interface Element {
    props: unknown
  }
  interface IntrinsicElements {
    div: { id?: string; onClick?: (event: { x: number }) => void; children?: unknown }
    'my-element': { 'data-x'?: string }
  }
  interface ElementChildrenAttribute {
    children: unknown
  }
}
interface Props<T> {
  readonly items: readonly T[]
  render(item: T): JSX.Element
  children?: unknown
}
function List<T>({ items, render, ...rest }: Props<T>) {
  return (
    <div id="list" {...rest}>
      {items.map((item) => render(item))}
    </div>
  )
}
const UI = { Button: (props: { label: string }) => <div>{props.label}</div>, nested: { Deep: () => <></> } }
export const generic = <T,>(x: T) => x,
  element = (
    <List items={[1, 2]} render={(n) => <div onClick={(event) => event.x}>text {n} 😀</div>}>
      child
    </List>
  )
export const other = (
  <>
    <UI.Button label={'a'} />
    <UI.nested.Deep></UI.nested.Deep>
    <my-element data-x="1" />
    {/* nothing */}
    {...[1]}
  </>
)
export class Component {
  static C = List
  render() {
    return <this.Inner />
  }
  Inner = () => <div />
}
