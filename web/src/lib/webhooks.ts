import type { MessageKey, Translator } from './messages/index.ts';

/** Types of messages that everyone may receive. */
const PUBLIC = [
	'category.created',
	'category.changed',
	'category.removed',
	'thread.created',
	'thread.edited',
	'thread.locked',
	'thread.unlocked',
	'thread.pinned',
	'thread.unpinned',
	'thread.archived',
	'thread.moved',
	'thread.split',
	'thread.merged',
	'thread.removed',
	'thread.restored',
	'post.created',
	'post.edited',
	'post.moved',
	'post.removed',
	'post.restored',
	'answer.accepted',
	'answer.withdrawn',
	'social-post.created',
	'social-post.edited',
	'social-post.removed',
	'social-comment.created',
	'social-comment.edited',
	'social-comment.removed',
	'social-account.changed',
	'room-message.written',
	'room-message.removed',
	'room-message.restored'
];

const CASES = ['case', 'social-case', 'message-case'].flatMap((kind) =>
	['opened', 'decided', 'withdrawn', 'reversed'].map((act) => `${kind}.${act}`)
);

const APPEALS = ['appeal', 'social-appeal', 'message-appeal'].flatMap((kind) => [`${kind}.filed`, `${kind}.decided`]);

/** Types of messages that only administrators receive. */
const STAFF = [
	'user.registered',
	'user.verified',
	'user.profile-changed',
	'user.role-changed',
	'user.groups-changed',
	'user.banned',
	'user.unbanned',
	'user.deleted',
	...CASES,
	...APPEALS
];

/** Returns the types of messages that a person with these roles may receive. */
export function messageTypes(roles: string[]): string[] {
	return roles.includes('admin') ? [...PUBLIC, ...STAFF] : PUBLIC;
}

/** The formats of messages, with the names that people know. */
export const FORMATS = [
	{ value: 'standard', text: 'Standard Webhooks (JSON)' },
	{ value: 'slack', text: 'Slack' },
	{ value: 'discord', text: 'Discord' },
	{ value: 'matrix', text: 'Matrix (Hookshot)' }
];

/** Times, in hours, whose failed messages can be delivered again. */
export const REDELIVERIES = [1, 24, 168] as const;

/** Why a webhook was disabled or a delivery got no response, by the sentences of the API. */
const REASONS: [RegExp, MessageKey][] = [
	[/failed for (\d+) days/, 'webhooks.reason.failed'],
	[/410 Gone/, 'webhooks.reason.gone'],
	[/token or app .* revoked/, 'webhooks.reason.revoked'],
	[/disabled by hand/, 'webhooks.reason.hand'],
	[/outside the public Internet/, 'webhooks.reason.private'],
	[/host is unknown/, 'webhooks.reason.unknown'],
	[/timed out/, 'webhooks.reason.timeout'],
	[/TLS connection failed/, 'webhooks.reason.tls'],
	[/no response/, 'webhooks.reason.none']
];

/** A reason in the reader's language; an unknown one as it is. */
export function reasonText(sentence: string, t: Translator): string {
	for (const [known, key] of REASONS) {
		const found = known.exec(sentence);
		if (found) {
			return t(key, { days: Number(found[1]) });
		}
	}
	return sentence;
}
