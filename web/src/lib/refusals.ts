import { isMessage, translator, type Language, type MessageKey } from '#lib/messages/index.ts';

/** A property at fault, as problem documents name it. */
export interface FieldProblem {
	field?: string;
	code?: string;
	message?: string;
}

/** The part of a problem that a form shows, in the language of its reader. */
export interface Refusal {
	code: string;
	message: string;
	fields: Record<string, string>;
}

/** The statuses with a sentence of their own; others of their hundred have that of the first. */
const STATUSES = [400, 401, 403, 404, 409, 412, 413, 429, 500] as const;

/**
 * What the API says about values, by its sentences: constraints have one code for all their bounds.
 * The groups of a pattern are the values of its message.
 */
const RULES: [RegExp, MessageKey][] = [
	[/^(?:is|are) required|^must not be (?:null|blank)|^must not be empty/, 'invalid.required'],
	[/mail address/, 'invalid.email'],
	[/before the @/, 'invalid.emailName'],
	[/letters, digits, _ or -/, 'invalid.username'],
	[/1 to 30 letters and digits|\btag\b/, 'invalid.tag'],
	[/lower-case letters, digits|\bslug\b/, 'invalid.slug'],
	[/(?:at most|\b0 to) (?<max>\d+) (?:printable )?characters/, 'invalid.longest'],
	[/(?<min>\d+) to (?<max>\d+) (?:(?:printable|visible ASCII) )?characters/, 'invalid.length'],
	[/one line of text/, 'invalid.line'],
	[/turn the text around/, 'invalid.hidden'],
	[/accents on a letter/, 'invalid.accents'],
	[/not blank|invisible|can be seen/, 'invalid.visible'],
	[/visible ASCII|control characters|valid Unicode/, 'invalid.characters'],
	[/(?<min>\d+) to (?<max>\d+) (?:items|entries|posts|categories|types)/, 'invalid.items'],
	[/(?<max>\d+) (?:items|entries|tags|ids|usernames|rules|links)/, 'invalid.itemsMost'],
	[/(?<min>-?\d+) to (?<max>-?\d+)$/, 'invalid.range'],
	[/at least (?<min>-?\d+)/, 'invalid.least'],
	[/at most (?<max>-?\d+)/, 'invalid.most'],
	[/colour/, 'invalid.colour'],
	[/HH:mm/, 'invalid.time'],
	[/in the future/, 'invalid.future'],
	[/public Internet/, 'invalid.public'],
	[/(?<max>\d+) KiB/, 'invalid.kib'],
	[/a path or an address/, 'invalid.path'],
	[/https address|\bURL\b|an address|https:\/\/|contain a host/, 'invalid.address']
];

/** The fields that the problems of a whole request are about, by their codes; the last one, if the form is not known to have one. */
const FIELDS: Record<string, string[]> = {
	'auth.bad-credentials': ['password'],
	'auth.mail-code-wrong': ['code'],
	'auth.otp-required': ['code', 'otp'],
	'auth.otp-wrong': ['code', 'otp'],
	'auth.password-wrong': ['currentPassword', 'password'],
	'category.slug-taken': ['slug'],
	'discourse-site.exists': ['address'],
	'group.name-taken': ['name'],
	'identity-provider.exists': ['id'],
	'setup.token-invalid': ['token'],
	'user.email-taken': ['email'],
	'user.username-taken': ['username']
};

/** The fields that name what a request is about; a form without one has it from its page. */
const NAMES: Record<string, string[]> = {
	'category.forbidden': ['category'],
	'category.not-found': ['category'],
	'chat.blocked': ['username', 'members'],
	'chat.not-accepted': ['username', 'members'],
	'group.not-found': ['group'],
	'group.too-many-of-person': ['username'],
	'member.not-found': ['username', 'members'],
	'person.not-found': ['username'],
	'thread.same': ['into'],
	'user.not-found': ['username']
};

/** A constraint that nothing at all breaks, too. */
const NOT_EMPTY = /\b1 to \d/;

/**
 * The properties at fault. A value that is taken, wrong or names nothing is at fault, too, in a form that has its field.
 * A field that was left empty is not too short.
 */
export function fieldProblems(
	{ code = '', errors }: { code?: string; errors?: FieldProblem[] },
	values: Record<string, string> = {}
): FieldProblem[] {
	if (errors?.length) {
		return errors.map((one) =>
			values[one.field ?? ''] === '' && NOT_EMPTY.test(one.message ?? '') ? { ...one, message: 'is required' } : one
		);
	}
	const fields = FIELDS[code];
	const field = (fields ?? NAMES[code])?.find((one) => one in values) ?? fields?.at(-1);
	return field ? [{ field, code }] : [];
}

/** Returns what a problem says about a field. */
export function fieldText(language: Language, { code, message = '' }: FieldProblem): string {
	const t = translator(language);
	const known = `problem.${code}`;
	if (isMessage(known)) {
		return t(known);
	}
	for (const [sentence, key] of RULES) {
		const found = sentence.exec(message);
		if (found) {
			const values = Object.entries(found.groups ?? {}).map(([name, value]) => [name, Number(value)]);
			return t(key, Object.fromEntries(values));
		}
	}
	return language === 'en' && message ? sentenceOf(message) : t('invalid.other');
}

/** Returns what a problem says; one without a sentence of its own has that of its status. */
export function problemText(language: Language, problem: { code?: string; detail?: string; status: number }): string {
	const t = translator(language);
	const known = `problem.${problem.code}`;
	if (isMessage(known)) {
		return t(known);
	}
	if (language === 'en' && problem.detail && problem.status !== 429) {
		return problem.detail;
	}
	const status = STATUSES.find((one) => one === problem.status) ?? (problem.status >= 500 ? 500 : 400);
	return t(`problem.status.${status}`);
}

/** Returns the message for a field of a form: the API names it as such, or a part of it. */
export function fieldMessage(refusal: Refusal | null | undefined, name: string): string | undefined {
	const fields = refusal?.fields ?? {};
	const part = Object.keys(fields).find((field) => baseOf(field) === name);
	return fields[name] ?? (part && fields[part]);
}

/** The field of a form of which a property is a part: `tags[2]` is in `tags`, `admin.email` is `email`. */
export function baseOf(property: string): string {
	const [path = ''] = property.split('[');
	return path.slice(path.lastIndexOf('.') + 1);
}

/** The problems in the order of the form's fields; the API gives them in none. */
export function inOrder(problems: Record<string, string>, fields: string[]): Record<string, string> {
	const place = (property: string) => {
		const at = fields.indexOf(baseOf(property));
		return at < 0 ? fields.length : at;
	};
	return Object.fromEntries(Object.entries(problems).sort(([one], [other]) => place(one) - place(other)));
}

/** Completes what the API says about a value: "is required" becomes a sentence. */
function sentenceOf(message: string): string {
	return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`;
}
