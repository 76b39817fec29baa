import type { SheetLine } from './sheet.ts'

export const userFields = ['name', 'password', 'group', 'staticIp', 'description'] as const
export type UserField = (typeof userFields)[number]

export const fieldWords: Readonly<Record<UserField, string>> = {
  name: 'Name',
  password: 'Password',
  group: 'Group',
  staticIp: 'Static IP',
  description: 'Description',
}

/** Which column each field is taken from, and whether the first line names them. */
export type Mapping = { hasHeader: boolean; columns: Readonly<Partial<Record<UserField, number>>> }

// What people call these columns, in the languages of the regions; compared without case, accents, spaces and signs.
const headings: Readonly<Record<UserField, readonly string[]>> = {
  name: words(
    'name username user login loginname account useraccount userid',
    'benutzer benutzername anmeldename kennung konto utilisateur nomutilisateur nomdutilisateur identifiant compte nom',
    'usuario nombre nombredeusuario cuenta utente nomeutente nome utilizador nomedeutilizador gebruiker gebruikersnaam naam',
    'użytkownik nazwa nazwaużytkownika пользователь имя имяпользователя логин kullanıcı kullanıcıadı',
    '用户 用户名 用户名称 名称 使用者 使用者名稱 ユーザー ユーザー名 ユーザ名 사용자 사용자이름',
  ),
  password: words(
    'password pass passwd pwd secret initialpassword passwort kennwort motdepasse contraseña clave',
    'senha palavrapasse parola wachtwoord hasło пароль şifre parolachiave 密码 密碼 口令 パスワード 비밀번호',
  ),
  group: words(
    'group usergroup groupname department team gruppe benutzergruppe abteilung groupe grupo gruppo groep grupa группа grup',
    '组 用户组 用户组名称 群組 使用者群組 グループ 그룹 부서 部门',
  ),
  staticIp: words(
    'staticip ip ipaddress address fixedip staticipaddress statischeip festeip ipadresse ipstatique adresseip adresse',
    'ipfija direccionip ipestatica ipstatico indirizzoip ipfixo enderecoip vastip ipadres statyczneip adresip',
    'ipадрес статическийip statikip 静态ip 静态ip地址 ip地址 靜態ip 固定ip 固定ipアドレス 고정ip',
  ),
  description: words(
    'description comment remark note notes beschreibung bemerkung kommentar commentaire remarque descripcion comentario',
    'descrizione commento descrição omschrijving opis описание комментарий açıklama 描述 备注 說明 説明 備考 설명',
  ),
}

function words(...lines: string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' ')).map(plain)
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

const fieldOf = (heading: string): UserField | undefined => {
  const bare = plain(heading)
  return userFields.find((field) => headings[field].includes(bare))
}

const isAddress = (text: string) => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text.trim())

/** What a sheet without headings can be told by: addresses, groups that are there, and the order of the template. */
const guessByContent = (lines: readonly SheetLine[], groups: ReadonlySet<string>): Mapping['columns'] => {
  const sample = lines.slice(0, 50)
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length))
  const share = (column: number, fits: (text: string) => boolean) => {
    const filled = sample.map(({ cells }) => (cells[column] ?? '').trim()).filter((text) => text !== '')
    return filled.length === 0 ? 0 : filled.filter(fits).length / filled.length
  }
  const left = Array.from({ length: width }, (_, column) => column)
  const take = (fits: (column: number) => boolean) => {
    const at = left.findIndex(fits)
    return at === -1 ? undefined : left.splice(at, 1)[0]
  }
  const staticIp = take((column) => share(column, (text) => isAddress(text) || text === 'disable') > 0.5)
  const group = take((column) => share(column, (text) => groups.has(text)) > 0.5)
  const name = take((column) => share(column, (text) => /^[A-Za-z0-9._-]{4,32}$/.test(text)) > 0.5) ?? left.shift()
  const password = take((column) => share(column, (text) => /^\S{8,32}$/.test(text) && /[^a-z]/.test(text)) > 0.5)
  return found({ name, password, group, staticIp })
}

const found = (columns: Partial<Record<UserField, number | undefined>>): Mapping['columns'] =>
  Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined))

/** Guesses the columns by their headings, in whatever order and language; without headings by what is in them. */
export const guessMapping = (lines: readonly SheetLine[], groups: ReadonlySet<string> = new Set()): Mapping => {
  const first = lines[0]?.cells ?? []
  const columns: Partial<Record<UserField, number>> = {}
  first.forEach((heading, column) => {
    const field = fieldOf(heading)
    if (field !== undefined && columns[field] === undefined) columns[field] = column
  })
  const count = Object.keys(columns).length
  // A user may be called `user` or `group`, but not two columns at once.
  const hasHeader = count >= 2 || (count === 1 && (first.length === 1 || columns.name !== undefined))
  return hasHeader ? { hasHeader, columns } : { hasHeader: false, columns: guessByContent(lines, groups) }
}

/** What a mapping still lacks; undefined where rows can be read by it. */
export const mappingProblem = ({ columns }: Mapping): string | undefined => {
  if (columns.name === undefined) return 'Say which column holds the names of the users.'
  const taken = userFields.filter((field) => columns[field] !== undefined)
  const double = taken.find((field, at) => taken.slice(0, at).some((other) => columns[other] === columns[field]))
  if (double === undefined) return undefined
  const other = taken.find((field) => field !== double && columns[field] === columns[double])
  return `${fieldWords[double]} and ${other === undefined ? '' : fieldWords[other]} are taken from the same column.`
}

/** A as spreadsheets call it, with what stands in its first lines. */
export const columnWords = (lines: readonly SheetLine[], column: number, hasHeader: boolean): string => {
  const letter = column < 26 ? '' : String.fromCodePoint(64 + Math.floor(column / 26))
  const name = `Column ${letter}${String.fromCodePoint(65 + (column % 26))}`
  const heading = hasHeader ? (lines[0]?.cells[column] ?? '').trim() : ''
  return heading === '' ? name : `${name}: ${heading.slice(0, 40)}`
}
