import { declareMatrix } from './matrix.ts'

declareMatrix(0, 'full')
