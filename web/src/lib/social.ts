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

/** Whether only its followers see the posts and the people of an account, and the reader is none. */
export function isClosedTo(
	reader: { username: string } | null,
	person: { username: string; privateAccount: boolean; relation: { following: string } | null } | null
): boolean {
	return person !== null && person.privateAccount && person.relation?.following !== 'following' && person.username !== reader?.username;
}

export const WINDOWS = ['day', 'week', 'month', 'year', 'all'] as const;

/** Whether a text names a kind of reaction. */
export function isReaction(text: string): text is ReactionKind {
	return Object.hasOwn(REACTIONS, text);
}

/** A comment with those of its answers that are on the same page. */
export interface CommentThread {
	id: string;
	/** Null if it is on an earlier page, or its reader may not see it. */
	comment: SocialComment | null;
	/** Whether an earlier page may have the comment. */
	earlier: boolean;
	answers: SocialComment[];
}

/** Puts the answers of a page below their comment. Comments are in the order of their ids. */
export function threaded(comments: SocialComment[], isFirst: boolean): CommentThread[] {
	const threads = new Map<string, CommentThread>();
	const [begin] = comments;
	for (const comment of comments) {
		const id = comment.replyTo ?? comment.id;
		let thread = threads.get(id);
		if (!thread) {
			thread = { id, comment: comment.replyTo ? null : comment, earlier: !isFirst && id < (begin?.id ?? ''), answers: [] };
			threads.set(id, thread);
		}
		if (comment.replyTo) {
			thread.answers.push(comment);
		}
	}
	return [...threads.values()];
}

/** A post that shows another one: the id of the other, and the HTML without the link to it. */
export interface Repost {
	id: string;
	html: string;
}

/** A link that is the last line of its paragraph, alone or after a line break. */
const ALONE = /^(?:<p[^>]*>|(<br ?\/?>)\s{0,2})<a [^>]*>[^<]*<\/a><\/p>$/;

const ADDRESS = /^(.*)\/social\/posts\/([0-7][0-9A-HJKMNP-TV-Z]{25})$/;

/** The text of a post that shows another one: it ends with its address, which a reader of the API follows. */
export function repostText(text: string, id: string, origin: string): string {
	return `${text.trimEnd()}\n\n${origin}/social/posts/${id}`.trimStart();
}

/** Which post of this site a post shows, if its last line is nothing but the address of one. */
export function repostOf(html: string | null | undefined, origin: string): Repost | null {
	const whole = (html ?? '').trimEnd();
	const begin = Math.max(whole.lastIndexOf('<p'), whole.lastIndexOf('<br'), 0);
	const last = whole.slice(begin);
	const alone = ALONE.exec(last);
	const [, href = ''] = (alone && /href="([^"]*)"/.exec(last)) || [];
	const [, site, id] = ADDRESS.exec(href) ?? [];
	return id && (site === '' || site === origin) ? { id, html: whole.slice(0, begin) + (alone?.[1] ? '</p>' : '') } : null;
}
