import { REPORT_REASONS } from './moderation.ts';
import type { components } from '#lib/server/api/generated/moderation.d.ts';
import { isMessage, type MessageKey, type Translator } from './messages/index.ts';

export type Statement = components['schemas']['StatementView'];

export const APPEAL_STATUSES = ['open', 'upheld', 'overturned', 'closed'] as const;

/** Whether the author can appeal against a decision now. */
export function isAppealable(statement: Statement, now = Date.now()): boolean {
	return statement.status === 'in-force' && !statement.appeal && Date.parse(statement.appealUntil) > now;
}

/** The message for a reason's code: a rule of the first policies, a category of harm, or a report such as `report/spam`; null if there is none. */
export function reasonKey(code: string): MessageKey | null {
	const known = `reason.${code}`;
	if (isMessage(known)) {
		return known;
	}
	const reason = REPORT_REASONS.find((one) => code.split(/[/:]/).includes(one));
	const key = `report.reason.${reason}`;
	return isMessage(key) ? key : null;
}

/** Says the reasons of a case or a finding; the names of rules are words of moderators. */
export function reasonsText(codes: string[], t: Translator): string {
	const texts = codes.map((code) => {
		const key = reasonKey(code);
		return key ? t(key) : code;
	});
	return [...new Set(texts)].join(', ');
}

/** Says what found a text: the rules of the policy, or a model by its name. */
export function engineText(engine: string, t: Translator): string {
	return engine === 'rules' ? t('moderation.rules') : engine;
}

/** The page of the text that a decision is about; null if it has removed the whole thread. */
export function placeOf(statement: Statement & { kind?: string }): string | null {
	const { kind = 'post', postId, threadId, postNumber, conversationId } = statement;
	if (kind === 'message') {
		return `/chat/${conversationId}?message=${postNumber}`;
	}
	if (kind === 'post') {
		const isRemoved = statement.status === 'in-force' && (statement.restriction === 'remove' || statement.restriction === 'ban');
		return isRemoved && postNumber === 1 ? null : `/threads/${threadId}?post=${postNumber}#post-${postNumber}`;
	}
	return kind === 'social-comment' ? `/social/comments/${postId}` : `/social/posts/${postId}`;
}
