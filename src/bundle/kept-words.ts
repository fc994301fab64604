/** Words that are nobody's: of addresses, of phones, and of what the products say. A bundle keeps them. */
export const KEPT_WORDS: ReadonlySet<string> = new Set(
  [
    'вул вулиця просп проспект пров провулок бул бульвар пл площа наб набережна шосе туп тупик майдан узвіз проїзд',
    'ул улица пер переулок пр бульв проезд мкр мікрорайон жк смт пгт пос сел село місто город дер хутір',
    'буд будинок дом кв квартира корп корпус під їзд секція літ літера блок рн район обл область стр строение',
    'доб вн внутр внутренний внутрішній тел моб або или ext юр фіз',
    'amp lt gt quot apos nbsp',
    'null none nan true false no tariff yes work nomoney pause disable new ok error connect post juridical main month current',
  ].flatMap((line) => line.split(' ')),
)
