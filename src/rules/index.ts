export { default as 'no-select-star' } from './sql/no-select-star.ts'
