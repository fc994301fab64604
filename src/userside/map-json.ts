/** Payloads keyed by id travel as one JSON object in the form field `data` (§1). */

/** A map as a JSON object, whatever its keys are called. */
export function jsonOf<Value>(map: ReadonlyMap<string, Value>, form: (value: Value) => unknown): string {
  // Without a prototype `__proto__` is a key like any other.
  const object: Record<string, unknown> = Object.create(null)
  for (const [key, value] of map) object[key] = form(value)
  return JSON.stringify(object)
}
