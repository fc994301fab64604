/** Payloads keyed by id travel as one JSON object in the form field `data` (§1). */

/** A map as a JSON object, whatever its keys are called. */
export function jsonOf<Value>(map: ReadonlyMap<string, Value>, form: (value: Value) => unknown): string {
  return jsonOfTexts(map, (value) => JSON.stringify(form(value)))
}

/** The same of values that are JSON already: an object with ids for its keys is one the engine writes slowly. */
export function jsonOfTexts<Value>(map: ReadonlyMap<string, Value>, text: (value: Value) => string): string {
  return `{${Array.from(map, ([key, value]) => `${JSON.stringify(key)}:${text(value)}`).join()}}`
}
