declare module 'ambient-module' {
  const value: { own: string }
  export function named(): Promise<typeof value>
  export default value
}
declare module '*.css' {
  const classes: Record<string, string>
  export default classes
}
