/** The products that speak the universal billing API, by the names an operator may configure. */
export const DIALECT_NAMES = ['ubilling', 'mikbill', 'abills', 'platex', 'carbon', 'generic'] as const

export type DialectName = (typeof DIALECT_NAMES)[number]
