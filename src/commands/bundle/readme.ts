/** The page inside of a bundle. In English in every language: it goes to whoever helps, who may read no other. */
export const README = `This is a bundle of usm-billing: what a person who helps you needs to see.

It was made on your machine and sent to nobody. Read it before you send it: unpack it, open any file.

What is in it
  README.txt         this page
  about.json         versions, the time, and what broke, if something did
  usm-billing.jsonc  your configuration without keys, passwords, addresses of servers and those who are notified
  doctor.jsonl       what "usm-billing doctor" says
  runs.json          the last runs, in numbers
  answers/           what the billing and UserSide answered to "usm-billing plan": index.json lists the
                     questions, each answer is a file of its own

What was replaced
  Names, logins, ids of subscribers, agreement and account numbers, balances, addresses, names of tariffs, groups
  and the like, phones, e-mails, comments, messages, IP and MAC addresses, passwords. Each by another one of the same
  form: as many letters of the same script, as many digits. The same value is replaced by the same one everywhere,
  because the ties between the two sides are what a helper looks at. How was drawn by lot for this bundle alone and
  kept nowhere: nobody can turn it back, you neither.

What was kept
  Dates, prices and speeds of tariffs, traffic, floors and entrances, ids of houses, streets, states and groups, the
  numbers 0 and 1, words like "street", letters that stand alone in an address, the first byte of an IP address, and
  every oddity in how the answers are written. A balance keeps its sign and its number of digits.

Limits
  Ranges of protected IP addresses (confSkipDeleteIp) stand as you wrote them; the addresses in the answers are others.
  A text beside the answers (doctor.jsonl) is only freed of what occurs in the answers.

To see what a run would do with it: usm-billing demo --bundle FILE
`
