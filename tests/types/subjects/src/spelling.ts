// Emoji 😀, 漢字 and comments /* everywhere */ must not move a position: 👩‍👩‍👧
const smile = '😀',
  名前 = '漢字😀',
  été = `${smile}é${名前}`
export const after = /* 😀 */ smile.length // 漢字
export const ascii = 'x',
  $dollar = 1,
  _under = /* a */ /* b */ $dollar /* c */ /* d */ + /* e */ 2
export /* 1 */ function /* 2 */ spaced /* 3 */(
  /* 4 */ { /* 5 */ a /* 6 */ } /* 7 */ : /* 8 */ { a: 1 } /* 9 */,
  /* 10 */ given? /* 11 */ /* 12 */ : /* 13 */ string,
) /* 14 */ {
  return /* 15 */ given /* 16 */?./* 17 */ length + a
}
export const object = { 'key 😀': 名前, [`漢${smile}`]: 1, double: été },
  access = object['key 😀'],
  chain = object.double
    // between
    .trim()
    ?.toUpperCase?.()
export const noSemicolon = 1
export const tagged = String.raw`a${smile}\u{1F600}b${名前}`,
  nestedTemplate = `${`${smile}`}`
export default 名前
export class 型 {
  メソッド(引数: string) {
    return 引数
  }
  get 値() {
    return this['メソッド']('😀')
  }
}
let a = 1,
  b = a
export { a as default2, b as 別名 }
export const left = (a = b = 2),
  nested = a,
  binary = a + b * a - -b,
  casted = <number>(a as unknown),
  neg = !!a
