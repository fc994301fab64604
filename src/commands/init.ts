import type { Run } from './context.ts'
export const init: Run<'init'> = async () => 1
