/** Invented names and texts, ordinary and hostile, for generated populations. */

export const SURNAMES = [
  'Коваль',
  'Петренко',
  'Шевчук',
  'Їжак',
  'Ґудзь',
  'Мельник',
  'Ткаченко',
  'Бондар',
  'Лисенко',
  'Савченко',
  'Руденко',
  'Олійник',
  'Яременко',
  'Поліщук',
] as const

export const GIVEN_NAMES = [
  'Ірина Петрівна',
  'Олег Іванович',
  'Єва Олексіївна',
  'Василь Юрійович',
  'Марія Григорівна',
  'Андрій Миколайович',
  'Тарас Ярославович',
] as const

/** Names that break what is put together without care. */
export const HOSTILE_NAMES = [
  "Дем'янчук Дар'я",
  'Мар`яненко О.',
  'ТОВ "Роги & Копита" <b>',
  '<script>alert(1)</script>',
  'ФОП Коваль + син / партнери',
  'Шлях C:\\Users\\admin',
  '😀 Усміхнений',
  '&amp;#039; &lt;b&gt;',
  '  Подвійні   пробіли  ',
  'Таб\tі\r\nрядок',
  '100% = все; #1 & ?x=1',
  '&#039;закодований&#039;',
  '',
] as const

export const HOSTILE_COMMENTS = [
  "кабель по горищу\r\nсвердлити / стіну, не пробити 'несучу'",
  'шлях \\\\server\\share',
  'a+b & c#d 100% "лапки"',
  '<img src=x onerror=alert(1)>',
  "1/2 від ціни; див. О'Коннора",
] as const

/** Logins that are numbers, property names or nothing a URL likes. */
export const HOSTILE_LOGINS = [
  '0',
  '007',
  '-5',
  '1e3',
  '__proto__',
  'constructor',
  '12345678901234567',
  "o'brien",
  'a b&c+d',
  'юзер/1',
  'back\\slash',
  'quo"te',
] as const

export const STREET_NAMES = [
  'Соборна',
  "О'Коннора",
  'Мар`яненка',
  'П’ятничанська',
  '8-го Березня',
  'Героїв "Крут"',
  'Лесі Українки',
  'Київська',
  'Грушевського',
  'Сад/Парк',
] as const

export const TYPED_HOUSES = [
  '12А',
  '12/1/1',
  '83 корп.3',
  '12-14',
  'к.101',
  'б/н',
  '12А/3',
  '12 / 3',
] as const

export const FLOORS = ['1', '2', '3', '5', '9', 'цоколь', ''] as const
