import { isolated, isolatedText } from '#lib/names.ts';
import type { Translator } from './messages/index.ts';

interface Person {
	username: string;
	displayName: string;
}

/** The properties by which cases, findings, appeals and samples name their text. */
export interface About {
	post?: { id: string; number: number; author: Person } | null;
	thread?: { id: string; slug: string; title: string; category?: { id: string } } | null;
	message?: {
		seq: number;
		author: Person;
		attachments?: readonly unknown[] | null;
		context?: Quoted[] | null;
		reports?: ReaderReport[] | null;
		earlierTexts?: EarlierText[] | null;
	} | null;
	social?: SocialSubject | null;
}

/** A social post, or a comment on one. */
export interface SocialSubject {
	kind: string;
	id: string;
	author: Person;
	/** Whether moderators can open it outside of its case. */
	everybody?: boolean;
	media?: readonly unknown[] | null;
	context?: Quoted[] | null;
	reports?: ReaderReport[] | null;
}

/** A report of a message or social text; those of posts are in the forum. */
export interface ReaderReport {
	id: string;
	reason: string;
	note: string | null;
	by: Person;
	at: string;
}

/** A text that a reported message had before an edit. */
export interface EarlierText {
	text: string;
	version: number;
	replacedAt: string;
}

/** A text beside a reported one. */
export interface Quoted {
	id: string;
	seq?: number | null;
	author: Person;
	text: string | null;
	media?: readonly unknown[] | null;
	sentAt: string;
}

/** A text that moderation deals with: in the forum, among social posts, or in a conversation. */
export interface Subject {
	title: string;
	/** The page that shows it; null if the reader cannot open it. */
	address: string | null;
	author: Person | null;
	isForumPost: boolean;
	/** The media of a reported message or social post. */
	media: readonly unknown[];
	context: Quoted[];
	reports: ReaderReport[];
	/** The texts that a reported message had before, oldest first. */
	earlierTexts: EarlierText[];
}

/** The places of messages, which stand beside the categories. */
const CONVERSATIONS = ['rooms', 'rooms-limited', 'groups', 'direct'];

/** A conversation is a thread without a title, in a place of its own. */
function messageOf({ message, post, thread }: About): About['message'] {
	return message ?? (post && CONVERSATIONS.includes(thread?.category?.id ?? '') ? { seq: post.number, author: post.author } : null);
}

/** A social post is a thread without a title, whose id its first text has. */
function socialOf({ social, post, thread }: About): SocialSubject | null {
	if (social) {
		return social;
	}
	return post && thread && thread.slug === '' && thread.title === ''
		? { kind: post.id === thread.id ? 'post' : 'comment', id: post.id, author: post.author }
		: null;
}

export function subjectOf(about: About, t: Translator): Subject {
	const { post, thread } = about;
	const message = messageOf(about);
	const social = message ? null : socialOf(about);
	if (social) {
		const isPost = social.kind === 'post';
		return {
			title: t(isPost ? 'moderation.socialPost' : 'moderation.socialComment', { name: isolated(social.author) }),
			address: social.everybody === false ? null : `/social/${isPost ? 'posts' : 'comments'}/${social.id}`,
			author: social.author,
			isForumPost: false,
			media: social.media ?? [],
			context: social.context ?? [],
			reports: social.reports ?? [],
			earlierTexts: []
		};
	}
	if (post && thread && !message) {
		return {
			title: `${isolatedText(thread.title)} #${post.number}`,
			address: `/threads/${thread.id}?post=${post.number}#post-${post.number}`,
			author: post.author,
			isForumPost: true,
			media: [],
			context: [],
			reports: [],
			earlierTexts: []
		};
	}
	return {
		title: t('moderation.message', { number: message?.seq ?? 0 }),
		address: null,
		author: message?.author ?? null,
		isForumPost: false,
		media: message?.attachments ?? [],
		context: message?.context ?? [],
		reports: message?.reports ?? [],
		earlierTexts: message?.earlierTexts ?? []
	};
}
