/** The number of a house as it stands in a full name: `12-3`, `12 А`; a zero before a block is dropped. */
export function numberText({ number, block }: { readonly number: string; readonly block: string }): string {
  const own = number === '0' && block !== '' ? '' : number
  if (block === '') return own
  if (own === '') return block
  return /^\d/.test(block) ? `${own}-${block}` : `${own} ${block}`
}
