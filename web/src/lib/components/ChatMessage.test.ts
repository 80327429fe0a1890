import { render } from 'svelte/server';
import { expect, it, vi } from 'vitest';
import { TEMPLATE, type Conversation, type ShownMessage } from '#lib/chat.ts';
import ChatMessage from './ChatMessage.svelte';
import ConversationList from './ConversationList.svelte';

vi.mock('$app/state', () => ({ page: { data: {}, url: new URL('https://forum.example/chat/c') } }));

const ann = { id: 'a', username: 'ann', displayName: 'Ann', avatarUrl: '' };

const gone = { ...TEMPLATE, id: 'm', seq: 7, author: ann, html: null, createdAt: '2026-11-01T10:00:00Z' } as unknown as ShownMessage;

it.each([
	['removed', 'A moderator removed this message.'],
	['deleted', 'This message was deleted.']
])('message that was %s is a sentence, without forms', (status, sentence) => {
	const message = { ...gone, status };
	const { body } = render(ChatMessage, { props: { message, base: '/chat/c', own: true } });
	expect(body).toContain(sentence);
	expect(body).not.toContain('<form');
	const conversation = { id: 'c', kind: 'room', name: 'Garden', members: [ann], memberCount: 1, lastMessage: message, unreadCount: 0, updatedAt: message.createdAt };
	const list = render(ConversationList, { props: { conversations: [conversation as unknown as Conversation], me: 'ben' } });
	expect(list.body).toContain(sentence);
});

it.each([
	['message without text and pictures', { ...gone, html: '' }, true],
	['message with a text', { ...gone, html: '<p>Words</p>' }, false],
	['template', TEMPLATE, false]
])('%s says that its picture is gone', (_, message, says) => {
	const { body } = render(ChatMessage, { props: { message, base: '/chat/c', own: false } });
	expect(body.includes('Picture removed')).toBe(says);
});
