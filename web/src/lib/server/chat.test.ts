import { expect, it } from 'vitest';
import { requireConversation } from './chat.ts';

const ROOMS = { data: { data: [{ id: 'r', name: 'Growers' }] } };

/** Opens the page of a conversation that the service answers so. */
async function opened(id: string, answer: object, rooms: () => Promise<object> = async () => ROOMS) {
	const event = { params: { id }, request: new Request(`https://forum.example/chat/${id}`), locals: { language: 'en', session: {}, api: { chat: { GET: rooms } } } };
	return requireConversation(event as never, answer as never);
}

const refused = { error: { code: 'conversation.not-found' }, response: new Response(null, { status: 404 }) };

it('members get their conversation', async () => {
	expect(await opened('r', { data: { data: { id: 'r' } }, response: new Response() })).toEqual({ id: 'r' });
});

it('person who may join a room is told its name', async () => {
	await expect(opened('r', refused)).rejects.toMatchObject({ status: 404, body: { code: 'conversation.not-found', room: { id: 'r', name: 'Growers' } } });
});

it.each([
	['conversation of others', 'c', async () => ROOMS],
	['room, when the list of rooms is away,', 'r', async () => Promise.reject(new Error('503'))]
])('%s is only said to be for members', async (_, id, rooms) => {
	const failure = await opened(id, refused, rooms).catch((one: { body: object }) => one.body);
	expect(failure).toEqual({ status: 404, code: 'conversation.not-found', message: 'This conversation does not exist, or you are not a member.' });
});
