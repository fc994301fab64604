/** Payloads keyed by id travel as one JSON object in the form field `data` (§1). */

/** A map as a JSON object, whatever its keys are called. */
export function jsonOf<Value>(map: ReadonlyMap<string, Value>, form: (value: Value) => unknown): string {
  return JSON.stringify(Object.fromEntries(Array.from(map, ([key, value]) => [key, form(value)])))
}
