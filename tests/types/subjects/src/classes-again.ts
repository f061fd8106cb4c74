export { default, Users as text } from './classes.ts'
