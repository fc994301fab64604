/** How a client must behave towards a billing, as far as one request after another can show (§2). */

/** The only methods a client may call, in the order a run calls them. */
export const ALLOWED_METHODS: readonly string[] = [
  'get_system_information',
  'get_api_information',
  'get_supported_method_list',
  'get_tariff_list',
  'get_services_list',
  'get_user_state_list',
  'get_user_group_list',
  'get_user_tags',
  'get_user_additional_data_type_list',
  'get_user_list',
  'get_city_list',
  'get_city_district_list',
  'get_street_list',
  'get_house_list',
  'get_user_messages',
]

/** What became of a request, for judging the next one. */
export type Outcome = 'answered' | 'disturbed' | 'refused'

/**
 * Watches one client over its runs. A run begins with `get_system_information`; from there on every method comes
 * once, in order, one at a time. A repeated request is a retry only when the one before was disturbed.
 */
export class BillingDiscipline {
  #inFlight = 0
  #isInRun = false
  #position = -1
  #outcomes = new Map<string, Outcome>()

  constructor(private readonly isRunWatched: boolean) {}

  /** Forgets the run so far: what comes next is another client. */
  forget(): void {
    this.#isInRun = false
    this.#position = -1
    this.#outcomes.clear()
  }

  /** A request has arrived. */
  arrive(): void {
    this.#inFlight += 1
  }

  /** Gives what is wrong with a request's coming now; sentences. */
  begin(method: string, page: string): string[] {
    const wrong: string[] = []
    if (this.#inFlight > 1)
      wrong.push(`${method} was asked while another request was under way: one at a time per billing.`)
    const position = ALLOWED_METHODS.indexOf(method)
    if (position < 0 || !this.isRunWatched) return wrong
    const isRetry = this.#outcomes.get(`${method} ${page}`) === 'disturbed'
    if (position === 0 && !isRetry) {
      this.forget()
      this.#isInRun = true
    }
    if (!this.#isInRun) return wrong
    const before = this.#outcomes.get(`${method} ${page}`)
    if (before === 'answered') wrong.push(`${method} was asked twice in one run.`)
    if (before === 'refused') wrong.push(`${method} was asked again after it was refused.`)
    if (position < this.#position) wrong.push(`${method} was asked out of the order of a run.`)
    this.#position = Math.max(this.#position, position)
    return wrong
  }

  /** How the request was answered. */
  settle(method: string, page: string, outcome: Outcome): void {
    this.#outcomes.set(`${method} ${page}`, outcome)
  }

  /** The client can now know that its request is over. */
  leave(): void {
    this.#inFlight -= 1
  }
}
