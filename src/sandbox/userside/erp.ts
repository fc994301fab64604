/** What the sandbox ERP holds, and how it is found there. */
import type {
  CityRow,
  CustomerRow,
  HouseFullName,
  HouseRow,
  MessageRow,
  NameRow,
  OfferRow,
  StreetRow,
  TariffRow,
} from './erp-rows.ts'

/** The whole ERP. Rows are changed in place; {@link Erp.touch} says that a customer's row was. */
export class Erp {
  #lastId = 100

  /** @param hasHouseUnits a house's address unit has an id of its own */
  constructor(readonly hasHouseUnits = false) {}

  readonly tariffs = new Map<string, TariffRow>()
  readonly cities = new Map<string, CityRow>()
  readonly streets = new Map<string, StreetRow>()
  readonly houses = new Map<string, HouseRow>()
  readonly groups = new Map<string, NameRow>()
  readonly tags = new Map<string, NameRow>()
  readonly services = new Map<string, OfferRow>()
  readonly messages: MessageRow[] = []
  readonly customers: CustomerRow[] = []
  readonly #customersById = new Map<string, CustomerRow>()
  readonly #customersByBillingId = new Map<string, CustomerRow>()
  readonly #tariffsByBillingId = new Map<string, TariffRow>()
  readonly #citiesByName = new Map<string, CityRow>()
  readonly #streetsByName = new Map<string, StreetRow>()
  readonly #housesByName = new Map<string, HouseRow>()
  readonly #housesByStreet = new Map<string, HouseRow>()
  readonly #housesByUnit = new Map<string, HouseRow>()
  readonly #hidden = new Set<string>()
  readonly #shownAs = new Map<string, string>()
  #listeners: ((position: number, isHot: boolean) => void)[] = []

  /** Another ERP that holds the same under the same ids; nothing that changes is shared. */
  copy(): Erp {
    const copy = new Erp(this.hasHouseUnits)
    copy.#lastId = this.#lastId
    for (const row of this.tariffs.values()) copy.#keepTariff({ ...row })
    for (const row of this.cities.values()) copy.#keepCity(row)
    for (const row of this.streets.values()) copy.#keepStreet(row)
    for (const row of this.houses.values()) copy.#keepHouse({ ...row })
    for (const [erpId, row] of this.groups) copy.groups.set(erpId, { ...row })
    for (const [erpId, row] of this.tags) copy.tags.set(erpId, { ...row })
    for (const [erpId, row] of this.services) copy.services.set(erpId, { ...row })
    for (const row of this.customers) copy.#keepCustomer(structuredClone(row))
    copy.messages.push(...this.messages)
    for (const erpId of this.#hidden) copy.#hidden.add(erpId)
    for (const [erpId, name] of this.#shownAs) copy.#shownAs.set(erpId, name)
    return copy
  }

  /** From now on no list has it. */
  hide(erpId: string): void {
    this.#hidden.add(erpId)
    this.#touchId(erpId)
  }

  /** From now on lists have it under this key or name. */
  showAs(erpId: string, name: string): void {
    this.#shownAs.set(erpId, name)
    this.#touchId(erpId)
  }

  /** Everything is shown again, as what it is. */
  showAll(): void {
    const strange = [...this.#hidden, ...this.#shownAs.keys()]
    this.#hidden.clear()
    this.#shownAs.clear()
    for (const erpId of strange) this.#touchId(erpId)
  }

  isListed({ erpId }: { readonly erpId: string }): boolean {
    return !this.#hidden.has(erpId)
  }

  /** The key or name it is shown under in the place of its own. */
  strangeName({ erpId }: { readonly erpId: string }): string | undefined {
    return this.#shownAs.get(erpId)
  }

  /** True for what whoever reads the lists finds where he looks for it. */
  isFound(row: { readonly erpId: string } | undefined): boolean {
    return row !== undefined && this.isListed(row) && !this.#shownAs.has(row.erpId)
  }

  get hasStrangers(): boolean {
    return this.#hidden.size + this.#shownAs.size > 0
  }

  #touchId(erpId: string): void {
    const row = this.#customersById.get(erpId)
    if (row !== undefined) this.touch(row)
  }

  nextId(): string {
    this.#lastId += 1
    return String(this.#lastId)
  }

  customer(erpId: string): CustomerRow | undefined {
    return this.#customersById.get(erpId)
  }

  /** The latest row of a subscriber; older ones of the same id are duplicates. */
  customerOf(billingId: string): CustomerRow | undefined {
    return this.#customersByBillingId.get(billingId)
  }

  addCustomer(billingId: string, name: string): CustomerRow {
    const row = newCustomer(this.nextId(), billingId, name, this.customers.length)
    this.#keepCustomer(row)
    this.touch(row)
    return row
  }

  #keepCustomer(row: CustomerRow): void {
    this.customers.push(row)
    this.#customersById.set(row.erpId, row)
    if (row.billingId !== '') this.#customersByBillingId.set(row.billingId, row)
  }

  /** A sales lead. @param billingId the id it holds; `""` none */
  addLead(billingId: string, name: string): CustomerRow {
    const row = this.addCustomer(billingId, name)
    row.isLead = true
    return row
  }

  tariffOf(billingId: string): TariffRow | undefined {
    return this.#tariffsByBillingId.get(billingId)
  }

  addTariff(billingId: string, name: string): TariffRow {
    const row: TariffRow = {
      erpId: this.nextId(),
      billingId,
      name,
      payment: '0',
      paymentInterval: 30,
      speedRx: 0,
      speedTx: 0,
      traffic: 0,
      serviceType: '0',
      isInBilling: true,
      comment: '',
    }
    this.#keepTariff(row)
    return row
  }

  #keepTariff(row: TariffRow): void {
    this.tariffs.set(row.erpId, row)
    this.#tariffsByBillingId.set(row.billingId, row)
  }

  /** A city by province, district and name; letter case and white space do not count, here and below. */
  cityNamed(parts: readonly [province: string, district: string, name: string]): CityRow | undefined {
    return this.#citiesByName.get(nameKey(parts))
  }

  addCity(row: Omit<CityRow, 'erpId'>): CityRow {
    const city = { ...row, erpId: this.nextId() }
    this.#keepCity(city)
    return city
  }

  #keepCity(city: CityRow): void {
    this.cities.set(city.erpId, city)
    this.#citiesByName.set(nameKey([city.province, city.district, city.name]), city)
  }

  streetNamed(cityId: string, name: string): StreetRow | undefined {
    return this.#streetsByName.get(nameKey([cityId, name]))
  }

  addStreet(row: Omit<StreetRow, 'erpId'>): StreetRow {
    const street = { ...row, erpId: this.nextId() }
    this.#keepStreet(street)
    return street
  }

  #keepStreet(street: StreetRow): void {
    this.streets.set(street.erpId, street)
    this.#streetsByName.set(nameKey([street.cityId, street.name]), street)
  }

  /** A house by its whole name. */
  houseNamed(parts: HouseFullName): HouseRow | undefined {
    return this.#housesByName.get(nameKey(parts))
  }

  /** A house of a street by its number, whatever part of the city it is in. */
  houseOfStreet(streetId: string, number: string, block: string): HouseRow | undefined {
    return this.#housesByStreet.get(nameKey([streetId, number, block]))
  }

  addHouse(row: Omit<HouseRow, 'erpId' | 'unitId'>): HouseRow {
    const erpId = this.nextId()
    const house = { ...row, erpId, unitId: this.hasHouseUnits ? this.nextId() : erpId }
    this.#keepHouse(house)
    return house
  }

  #keepHouse(house: HouseRow): void {
    this.houses.set(house.erpId, house)
    this.#housesByUnit.set(house.unitId, house)
    this.#housesByName.set(nameKey(this.fullName(house)), house)
    this.#housesByStreet.set(nameKey([house.streetId, house.number, house.block]), house)
  }

  /** A house by the id of its address unit. */
  houseOfUnit(unitId: string): HouseRow | undefined {
    return this.#housesByUnit.get(unitId)
  }

  /** Everything a house is called by. */
  fullName(house: HouseRow): HouseFullName {
    const city = this.cities.get(house.cityId)
    return [
      city?.province ?? '',
      city?.district ?? '',
      city?.name ?? '',
      house.area,
      this.streets.get(house.streetId)?.name ?? '',
      house.number,
      house.block,
    ]
  }

  /**
   * Says that a customer's row was changed, so that printed copies of it are dropped.
   * @param isHot in nothing but its balance, its activity and its traffic
   */
  touch(row: CustomerRow, isHot = false): void {
    for (const listener of this.#listeners) listener(row.position, isHot)
  }

  onTouch(listener: (position: number, isHot: boolean) => void): void {
    this.#listeners.push(listener)
  }
}

/** How names are compared: folded, case-insensitively. */
function nameKey(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/\s+/g, ' ').trim().toUpperCase()).join('\u0000')
}

function newCustomer(erpId: string, billingId: string, name: string, position: number): CustomerRow {
  return {
    erpId,
    billingId,
    position,
    name,
    login: '',
    accountNumber: '',
    comment: '',
    password: '',
    balance: '0.00',
    credit: '0.00',
    discount: '0',
    isCorporate: false,
    isDisabled: false,
    parentId: '',
    connectedOn: '',
    agreementNumber: '',
    agreementDate: '',
    tariffs: [],
    nextTariff: undefined,
    trafficUp: '0',
    trafficDown: '0',
    activity: '',
    phones: [],
    email: '',
    houseId: '',
    apartment: '',
    floor: '',
    entrance: '',
    devices: [],
    stateId: '0',
    additionalData: new Map(),
    groups: new Set(),
    tags: new Map(),
    services: new Map(),
    isInBilling: true,
    crc: '',
    isLead: false,
  }
}
