import { REPORT_REASONS } from './moderation.ts';
import { placeOf } from './paging.ts';

/** The fields in which people write more than a word, by their names in forms. */
export const TEXTS: ReadonlySet<string> = new Set([
	'blockedDomains',
	'bio',
	'categories',
	'content',
	'description',
	'document',
	'domains',
	'links',
	'note',
	'patterns',
	'postLogoutRedirectUris',
	'reason',
	'redirectUris',
	'scores',
	'scripts',
	'text',
	'title',
	'welcome',
	'words'
]);

const REASONS: ReadonlySet<string> = new Set(REPORT_REASONS);

const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Fields that are typed anew. */
const SECRET = /password|otp|secret/i;

/** A form that was sent without a session. */
export interface KeptForm {
	/** The address to which it was sent. */
	action: string;
	fields: [name: string, value: string][];
}

/** Whether a field was written: other forms have choices by the same names, the reason of a report and categories. */
export function isText(name: string, value: string): boolean {
	const isChoice = (name === 'reason' && REASONS.has(value)) || (name === 'categories' && ID.test(value));
	return TEXTS.has(name) && !isChoice;
}

/** Returns what is kept of a form; null if nothing was written in it. */
export function keptOf(action: string, form: Iterable<[string, FormDataEntryValue]>): KeptForm | null {
	const fields: KeptForm['fields'] = [];
	for (const [name, value] of form) {
		if (typeof value === 'string' && !SECRET.test(name) && name !== 'reader') {
			fields.push([name, value]);
		}
	}
	const isWritten = fields.some(([name, value]) => isText(name, value) && value.trim() !== '');
	return isWritten ? { action, fields } : null;
}

/** Addresses that take forms and show none. */
const PAGELESS = new Set(['/drafts/save', '/language', '/sign-out']);

/** The page of a form, by the address to which the form is sent; the home page if it is unknown. */
export function pageOfForm(action: string): string {
	const [pathname = '', search = ''] = action.split('?');
	return PAGELESS.has(pathname) ? '/' : placeOf({ pathname, search });
}
