import { declareMatrix } from './matrix.ts'

declareMatrix(1, 'full')
