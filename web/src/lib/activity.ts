import { isMessage, type MessageKey, type Translator } from '#lib/messages/index.ts';
import en from '#lib/messages/en.json';

const ACT = 'activity.act.';

/** The actions that the audit records, by their names in the API. */
export const ACTS = Object.keys(en).filter((key) => key.startsWith(ACT)).map((key) => key.slice(ACT.length));

/** Says what was done. */
export function actText(act: string, t: Translator): string {
	const key = ACT + act;
	return isMessage(key) ? t(key) : act;
}

/** The words of the API that a detail can be, and where their texts are. */
const WORDS: Record<string, string> = {
	'role-changed': 'role.',
	'registration-rules-changed': 'registration.mode.',
	'case-decided': 'moderation.decision.',
	'appeal-decided': 'appeal.status.',
	'job-requested': 'job.',
	'thread-moderated': 'activity.thread.'
};

/** An id, which tells a reader nothing. */
const ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A word, and the id of the thing that it is about. */
const WORD_WITH_ID = /^([^ ]{1,200})[ :][0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** The pages of what actions were about. */
const PAGES: Record<string, string> = { 'thread-moderated': 'threads', 'post-removed': 'posts', 'post-restored': 'posts' };

/** The address of the thread or post that an action was about, if any. */
export function addressOf(act: string, detail: string | null | undefined): string | null {
	const page = PAGES[act];
	const id = detail?.split(' ').at(-1);
	return page && id ? `/${page}/${id}` : null;
}

/** Says the detail of an action without an id at its end; null if it has none, or only an id. */
export function detailText(act: string, full: string | null | undefined, t: Translator, format: (at: string) => string): string | null {
	const detail = full?.replace(WORD_WITH_ID, '$1');
	if (!detail || ID.test(detail)) {
		return null;
	}
	if (INSTANT.test(detail)) {
		return t('activity.until', { when: format(detail) });
	}
	if (detail === 'passkey') {
		return t('activity.withPasskey');
	}
	const key = (WORDS[act] ?? '') + detail.toLowerCase();
	return act in WORDS && isMessage(key) ? t(key as MessageKey) : detail;
}
