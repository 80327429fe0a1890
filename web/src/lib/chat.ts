import { isolated } from '#lib/names.ts';
import type { components } from '#lib/server/api/generated/chat.d.ts';

type Schemas = components['schemas'];

export type ChatPerson = Schemas['ChatPersonView'];

/** A message; one that is being stored has no number yet. */
export type Message = Omit<Schemas['MessageView'], 'seq' | 'status'> & { seq: number | null; status: string };

export type Conversation = Schemas['ConversationView'];

export type Room = Schemas['RoomView'];

/** Reactions that a click gives. */
export const REACTIONS = ['👍', '❤️', '😂', '😮', '😢', '🎉'] as const;

/** The people who may write to somebody. */
export const WRITERS = ['everyone', 'following', 'nobody'] as const;

/** Hours for which a conversation can be muted; an empty one is until further notice. */
export const MUTE_HOURS = ['1', '8', '24', '168', ''] as const;

const FOREVER = '9999-01-01T00:00:00Z';

/** Returns until when a conversation is muted for some hours. */
export function muteEnd(hours: string, now = Date.now()): string {
	return /^[1-9]\d{0,3}$/.test(hours) ? new Date(now + Number(hours) * 3_600_000).toISOString() : FOREVER;
}

/** Returns the others of the members that a conversation shows. */
export function othersOf(members: ChatPerson[], username: string): ChatPerson[] {
	return members.filter((member) => member.username !== username);
}

/** Returns the other person of a direct conversation. */
export function otherOf(conversation: { kind: string; members: ChatPerson[] }, username: string): ChatPerson | undefined {
	return conversation.kind === 'direct' ? othersOf(conversation.members, username)[0] : undefined;
}

/** Returns the name of a conversation, or those of its other members. */
export function titleOf(
	conversation: { name: string | null; members: ChatPerson[]; memberCount: number },
	username: string,
	alone: string
): string {
	if (conversation.name) {
		return conversation.name;
	}
	const names = othersOf(conversation.members, username).map(isolated);
	const more = conversation.memberCount > conversation.members.length ? ', …' : '';
	return names.length > 0 ? names.join(', ') + more : alone;
}

/** Returns messages, newest first, in the order of reading; those that are being stored are last. */
export function inOrder<M extends { seq: number | null }>(newestFirst: M[]): M[] {
	const oldestFirst = [...newestFirst].reverse();
	return [...oldestFirst.filter(({ seq }) => seq !== null), ...oldestFirst.filter(({ seq }) => seq === null)];
}

/** Returns the number of the first message that is new to the reader; null if there is none. */
export function firstNew(messages: Message[], readSeq: number, username: string): number | null {
	return (
		messages.find((one) => one.seq !== null && one.seq > readSeq && one.author.username !== username)?.seq ?? null
	);
}

/** Whether the first new message of a page is the first one of all: the one before it is on the page, or there is none. */
export function showsFirstNew(messages: { seq: number | null }[], readSeq: number, hasOlder: boolean): boolean {
	return !hasOlder || messages.some(({ seq }) => seq !== null && seq <= readSeq);
}

/** The sentence in place of a message without a text; null if it has one. */
export function goneText(status: string): 'chat.deleted' | 'chat.removed' | null {
	return status === 'deleted' || status === 'removed' ? `chat.${status}` : null;
}

/** The length of the beginning of an answered message. */
export const EXCERPT = 80;

/** How long after a message another one of its author goes on with it, in milliseconds. */
const GROUP = 5 * 60_000;

/** The facts by which messages stand in one group. */
export interface Grouped {
	author: string;
	at: string;
	day: string;
}

/** Whether a message stands below the one before it without a face and a name of its own. */
export function continues(message: Grouped, before: Grouped | undefined): boolean {
	return (
		before !== undefined &&
		before.author === message.author &&
		before.day === message.day &&
		Date.parse(message.at) - Date.parse(before.at) < GROUP
	);
}

/** Returns how many of the positions have reached a message. */
export function readersOf(seq: number, positions: number[]): number {
	return positions.filter((position) => position >= seq).length;
}

/** A message as a page shows it; in a template its number is the name of a value. */
export type ShownMessage = Omit<Message, 'seq'> & { seq: number | string | null };

/** The message of a template, whose values a script fills in by their names. */
export const TEMPLATE: ShownMessage = {
	id: '{id}',
	conversationId: '',
	seq: '{seq}',
	author: { id: '{authorId}', username: '{username}', displayName: '{author}', avatarUrl: '' },
	text: '',
	html: '',
	replyTo: '{replyTo}',
	attachments: [],
	reactions: {},
	myReactions: [],
	status: 'active',
	createdAt: '',
	editedAt: '',
	version: 0
};
