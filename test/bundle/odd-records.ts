/** Thirty subscribers, each written in another odd way, as text: what JSON makes of it is part of the oddity. */

const record = (id: string, members: string): string => `"${id}":{"id":"${id}","login":"${id}",${members}}`

const NAME = '"full_name":"Кравчук Остап Ілліч"'

export const ODD_RECORDS: readonly string[] = [
  record(
    'odd01',
    '"full_name":"\\u041a\\u0440\\u0430\\u0432\\u0447\\u0443\\u043a \\u041E\\u0441\\u0442\\u0430\\u043F"',
  ),
  record('odd02', '"full_name":"Кравчук &quot;Остап&quot; &amp; сини"'),
  record('odd03', '"full_name":"&#1050;&#1088;&#1072;&#1074;&#1095;&#1091;&#1082; Остап"'),
  record('odd04', '"full_name":"&#x41A;&#x440;авчук Остап"'),
  record('odd05', '"full_name":"  Кравчук   Остап\\tІлліч \\n"'),
  record('odd06', '"full_name":"О\'Кравчук-Ґалаґан ``Остап`` Мар’яни"'),
  record('odd07', '"full_name":"<b>Кравчук</b> <script>alert(7)<\\/script>"'),
  record('odd08', '"full_name":""'),
  record('odd09', '"full_name":null'),
  record('odd10', '"full_name":["Кравчук"]'),
  record('odd11', `${NAME},"phone":"+38 (067) 713-64-52, 0507713645"`),
  record('odd12', `${NAME},"phone":[{"number":"067-713-64-52 або 0937713645","flag_main":1}]`),
  record('odd13', `${NAME},"phone":[{"number":"(04563) 5-77-13 доб. 214","flag_main":"1"}]`),
  record('odd14', `${NAME},"phone":[{"number":380677713645,"flag_main":1}]`),
  record('odd15', `${NAME},"balance":"1e3","credit":"abc"`),
  record('odd16', `${NAME},"balance":-77.1364528736,"credit":"077.130"`),
  record('odd17', `${NAME},"balance":"-0.00","credit":""`),
  record('odd18', `${NAME},"agreement":{"number":"Д-7713\\/24","date":"0000-00-00"}`),
  record('odd19', `${NAME},"agreement":[{"number":771364,"date":"2026-13-45"}]`),
  record('odd20', `${NAME},"ip_mac":[{"ip":"10.77.13.64","mac":"AA:BB:CC:77:13:64"}]`),
  record('odd21', `${NAME},"ip_mac":{"1":{"ip":"10.77.13.65\\/32","mac":"aabb.cc77.1365"}}`),
  record('odd22', `${NAME},"ip_mac":[{"ip":"999.1.1.1","mac":"zz"}]`),
  record('odd23', `${NAME},"account_number":"000771365"`),
  record(
    'odd24',
    `${NAME},"email":[{"address":"Ostap.Kravchuk+7713@Example.COM; друге@приклад.укр","flag_main":1}]`,
  ),
  record(
    'odd25',
    `${NAME},"address":[{"type":"connect","house_id":"1","apartment":{"number":"77а\\/1"},"floor":"мансарда"}]`,
  ),
  record('odd26', `${NAME},"address":{"house_id":"987654","apartment":"13"}`),
  record('odd27', `${NAME},"date_connect":"31.12.2020","date_activity":"1970-01-01 03:00:00"`),
  record('odd28', `${NAME},"full_name":"Кравчук Другий","state_id":"77"`),
  record('odd29', `"surname_of_mother":"Галаган","full_name":"Kpaвчyк Остап 😀 მამუკა"`),
  record(
    'ODD01',
    `${NAME},"comment":"Ключ у Галаганів, кв. 7713; код 4455#\\r\\nтел. 0677713645","password":"р@$$7713"`,
  ),
]
