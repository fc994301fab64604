/** Refusals that name themselves (`contracts/universal-billing-api.md` §2.1). A billing's way to say no is a row. */
import { type NonAnswer, type Row, says, saysAnywhere, saysAsAnswer } from './non-answer.ts'

export const MEND_TABLE = 'A damaged table is mended with mysqlcheck --auto-repair.'

const UBILLING_ERRORS: Readonly<Record<string, Omit<NonAnswer, 'isBodyHidden'>>> = {
  GET_WRONG_KEY: {
    kind: 'auth',
    sentence: 'The billing refuses the key.',
    hint: 'Check the key in billingUrl: it is the serial of uBilling, UB and 32 hex digits, letter case counts.',
  },
  GET_NO_KEY: { kind: 'auth', sentence: 'The billing misses the key.', hint: 'Add &key=… to billingUrl.' },
  API_DISABLED: {
    kind: 'config',
    sentence: 'The remote API of the billing is switched off.',
    hint: 'Set REMOTEAPI_ENABLED=1 in alter.ini of uBilling.',
  },
  NO_USERSIDE_API_ENABLED: {
    kind: 'config',
    sentence: 'The UserSide API of the billing is switched off.',
    hint: 'Set USERSIDE_API=1 in alter.ini of uBilling.',
  },
  NO_UBSERIAL_EXISTS: {
    kind: 'config',
    sentence: 'The billing has no serial yet, so there is no key.',
    hint: 'Call ?module=remoteapi&action=identify of uBilling once.',
  },
  GET_NO_ACTION: {
    kind: 'config',
    sentence: 'The billing does not see which API is meant.',
    hint: 'Add &action=userside to billingUrl.',
  },
}

const ABILLS_ERRORS: Readonly<Record<string, string>> = {
  '1': 'access is denied to this administrator',
  '2': 'the administrator is disabled',
  '3': "this host's IP is not allowed",
  '4': 'the key is wrong, or the address is locked after five wrong keys',
  '6': 'access is not allowed at this time or from this IP',
}

/** What names itself, in the order it is tried. */
export const WORDS: readonly Row[] = [
  ...Object.entries(UBILLING_ERRORS).map(
    ([code, meaning]): Row => ({ ...meaning, matches: says(new RegExp(`^\\s*ERROR:\\s*${code}\\b`)) }),
  ),
  {
    matches: says(/^\s*ERROR:/),
    kind: 'config',
    sentence: 'The billing says that its API is not set up.',
  },
  {
    matches: says(/^\s*Ubilling maintance in progress/i),
    kind: 'temporary',
    sentence: 'The billing is being upgraded.',
  },
  {
    matches: says(/^\s*Stargazer/),
    kind: 'temporary',
    sentence: 'Stargazer, the daemon of uBilling, is not running.',
    hint: 'Start Stargazer, or set NOSTGCHECKPID=1 in config/billing.ini of uBilling; in alter.ini it has no effect.',
  },
  {
    matches: saysAnywhere(/ is marked as crashed|Incorrect key file for table|doesn't exist in engine/),
    kind: 'temporary',
    sentence: 'A table in the database of the billing is damaged.',
    hint: MEND_TABLE,
    isBodyHidden: true,
  },
  {
    matches: saysAnywhere(/wrong data input:/),
    kind: 'temporary',
    sentence: 'The database of the billing refuses a query.',
    hint: `The log of the billing names the query. ${MEND_TABLE}`,
    isBodyHidden: true,
  },
  {
    matches: saysAnywhere(/Connection error \(/),
    kind: 'temporary',
    sentence: 'The billing does not reach its database.',
    hint: 'Is MySQL running on the server of the billing?',
  },
  {
    matches: says(/^\s*Undefined request\s*$/),
    kind: 'config',
    sentence: 'The name of the method did not arrive at the billing.',
    hint: 'Check the separators in billingUrl: the name is appended to it.',
  },
  {
    matches: says(/^\s*Unknown Action\s*$/),
    kind: 'unsupported',
    sentence: 'The billing does not know this method.',
  },
  {
    matches: says(/"ERROR"\s*:\s*"Userside API function/),
    kind: 'unsupported',
    sentence: 'The billing does not know this method.',
  },
  ...Object.entries(ABILLS_ERRORS).map(
    ([errno, meaning]): Row => ({
      matches: says(
        new RegExp(String.raw`^\s*\{(?=[^{}[\]]*"TYPE"\s*:\s*"error")[^{}[\]]*"errno"\s*:\s*"?${errno}\b`),
      ),
      kind: 'auth',
      sentence: `The billing refuses access: ${meaning}.`,
      hint: 'Check the key in billingUrl, and the rights of its administrator in ABillS.',
    }),
  ),
  {
    matches: says(/^\s*\{[^{}[\]]*"TYPE"\s*:\s*"error"/),
    kind: 'auth',
    sentence: 'The billing refuses access.',
    hint: 'Check the key in billingUrl, and the rights of its administrator in ABillS.',
  },
  {
    matches: says(/^\s*Activate\s+\$conf\{US_API\}/),
    kind: 'config',
    sentence: 'The UserSide API of the billing is switched off.',
    hint: 'Set $conf{US_API}=1 in config.pl of ABillS.',
  },
  {
    matches: says(/^\s*'mod_rewrite' not install/),
    kind: 'config',
    sentence: 'The web server of the billing asks for HTTP Basic but lacks mod_rewrite.',
    hint: 'Switch mod_rewrite on in the web server of ABillS.',
  },
  {
    matches: saysAsAnswer(/^\s*\{[^{}[\]]*"result"\s*:\s*"error"/),
    kind: 'malformed',
    sentence: 'The billing answers with an error of its own.',
  },
  {
    matches: says(/^\s*\{\s*"error"\s*:\s*"unknown_method"/),
    kind: 'unsupported',
    sentence: 'The billing does not know this method.',
    hint: 'Add &cat=module to billingUrl when it is a UserSide.',
  },
  {
    matches: saysAsAnswer(/^\s*\{[^{}[\]]*"error"\s*:\s*"/),
    kind: 'config',
    sentence: 'The billing answers with an error instead of data.',
  },
  {
    matches: ({ status, head }) => status === 200 && head.trim() === 'undefined',
    kind: 'empty',
    sentence: 'There are no rows.',
  },
  {
    matches: says(
      /plain HTTP request was sent to HTTPS port|plain HTTP to an SSL-enabled|HTTP request to an HTTPS/i,
    ),
    kind: 'config',
    sentence: 'This port of the billing speaks https.',
    hint: 'billingUrl: https:// instead of http://.',
  },
]
