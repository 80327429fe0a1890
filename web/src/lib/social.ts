import type { components } from '#lib/server/api/generated/social.d.ts';

type Schemas = components['schemas'];

export type SocialPerson = Schemas['SocialPersonView'];

export type SocialPost = Schemas['SocialPostView'];

export type SocialComment = Schemas['SocialCommentView'];

/** Texts with reactions: posts, and comments on them. */
export type Subject = 'posts' | 'comments';

/** Reactions with their signs, in the order of the page. */
export const REACTIONS = {
	like: '👍',
	love: '❤️',
	happy: '😄',
	wow: '😮',
	sad: '😢',
	angry: '😠'
} as const;

export type ReactionKind = keyof typeof REACTIONS;

export const REACTION_KINDS = Object.keys(REACTIONS) as ReactionKind[];

export const VISIBILITIES = ['public', 'followers', 'private'] as const;

export const WINDOWS = ['day', 'week', 'month', 'year', 'all'] as const;

/** Whether a text names a kind of reaction. */
export function isReaction(text: string): text is ReactionKind {
	return Object.hasOwn(REACTIONS, text);
}

/** A comment with those of its answers that are on the same page. */
export interface CommentThread {
	comment: SocialComment;
	answers: SocialComment[];
}

/** Puts answers below their comment; an answer whose comment is on another page stands alone. */
export function threaded(comments: SocialComment[]): CommentThread[] {
	const threads = new Map<string, CommentThread>();
	for (const comment of comments) {
		const parent = comment.replyTo ? threads.get(comment.replyTo) : undefined;
		if (parent) {
			parent.answers.push(comment);
		} else {
			threads.set(comment.id, { comment, answers: [] });
		}
	}
	return [...threads.values()];
}
