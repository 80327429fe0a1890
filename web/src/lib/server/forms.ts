import { withoutSign } from '#lib/people.ts';

const FORMS = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/** Fields of one word, to which keyboards and clipboards add spaces that nobody sees. */
const WORDS = new Set<string>(['code', 'email', 'login', 'otp', 'url', 'username']);

/** The addresses that take JSON instead of a form. */
const JSON_PATHS = new Set(['/media']);

/**
 * The status that refuses a write before it is handled: pages take forms, and an address
 * that takes JSON says so itself. A write without a body has no type.
 */
export function refusalOf(request: Request): 415 | null {
	const type = request.headers.get('content-type');
	if (request.method !== 'POST' || (type === null && request.body === null)) {
		return null;
	}
	if (FORMS.test(type ?? '')) {
		return null;
	}
	return JSON_PATHS.has(new URL(request.url).pathname) ? null : 415;
}

/** Whether a form could not be read, which only its sender can have caused. */
export function isBrokenForm(failure: unknown): boolean {
	return failure instanceof TypeError && /form-?data/i.test(failure.message);
}

/** The text fields of a form; a missing one is empty. */
export async function readForm<const N extends string>(
	request: Request,
	...names: N[]
): Promise<Record<N, string>> {
	return texts(await request.formData(), ...names);
}

/** The text fields of a form that was read, with the line breaks of the API; a missing one is empty. */
export function texts<const N extends string>(form: FormData, ...names: N[]): Record<N, string> {
	const values = {} as Record<N, string>;
	for (const name of names) {
		const value = form.get(name);
		const text = typeof value === 'string' ? printable(value, name) : '';
		values[name] = WORDS.has(name) ? wordOf(name, text) : text;
	}
	return values;
}

/** A text without the controls that other programs put on the clipboard, and nobody sees; a password stays as it was typed. */
function printable(text: string, name: string): string {
	return /password/i.test(name)
		? text.replaceAll('\r\n', '\n')
		: text.replaceAll('\r\n', '\n').replaceAll(/[\v\f\x85]/g, /^(?:title|name)$/.test(name) ? ' ' : '\n').replaceAll(/[\p{Cc}--[\t\n\r]]/gv, '');
}

/** A field of one word; a username may have the sign of mentions before it. */
function wordOf(name: string, text: string): string {
	const word = text.trim();
	return name === 'username' ? withoutSign(word) : word;
}

/** Returns the key that makes a repeated submission of the same form one request; `refuse` gives it back to the form. */
export function useKey({ locals }: { locals: Pick<App.Locals, 'key'> }, given: string): string {
	return (locals.key = /^[A-Za-z0-9-]{16,64}$/.test(given) ? given : crypto.randomUUID());
}

/** The parameters of an address that have a value, without spaces around it. */
export function readQuery<const N extends string>(url: URL, ...names: N[]): Partial<Record<N, string>> {
	const values: Partial<Record<N, string>> = {};
	for (const name of names) {
		const value = url.searchParams.get(name)?.trim();
		if (value) {
			values[name] = value;
		}
	}
	return values;
}

/** The values of a form's boxes that have a name and are checked. */
export function chosen(form: FormData, name: string): string[] {
	return form.getAll(name).filter((value) => typeof value === 'string');
}

/** The values of a form's boxes by their names, for a form that is refused: those of one name with spaces between them. */
export function boxes<const N extends string>(form: FormData, ...names: N[]): Record<N, string> {
	return Object.fromEntries(names.map((name) => [name, chosen(form, name).join(' ')])) as Record<N, string>;
}

/** The lines of a text field that are not blank. */
export function lines(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
}

/** The entries of a text field that the commas of any script separate. */
export function listed(text: string): string[] {
	return text
		.split(/[,\u055D\u060C\u07F8\u1363\u1802\u1808\u3001\uFE50\uFE51\uFF0C\uFF64]/)
		.map((entry) => entry.trim())
		.filter(Boolean);
}

/** The tags of a text field, with the sign of hashtags, before which a space ends a tag, or without it; hyphens join their words. */
export function tagged(text: string): string[] {
	const tags = listed(text.replace(/[;\uFF1B\u061B]|\s(?=[#\uFF03]\S)/g, ',')).map((tag) => tag.replace(/^[#\uFF03]+\s*/, ''));
	return tags.filter(Boolean).map((tag) => tag.replace(/\s+/g, '-'));
}

/** The usernames of a text field, which spaces or the commas of any script separate. */
export function usernames(text: string): string[] {
	return listed(text.replace(/[\s;\uFF1B\u061B]+/g, ',')).flatMap((name) => withoutSign(name) || []);
}

/** The passkey that the script of a page has created; the API refuses everything else. */
export function parsedCredential(text: string) {
	try {
		return JSON.parse(text);
	} catch {
		return {};
	}
}
