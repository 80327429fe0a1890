import { expect, it } from 'vitest';
import { GET } from './+server.ts';

const NOTIFICATIONS = { data: { data: { count: 3 } } };

const MESSAGES = { data: { data: { messages: 5 } } };

async function countsOf(session: object | null, notification: () => Promise<object>, chat: () => Promise<object>): Promise<object> {
	const event = { locals: { session, api: { notification: { GET: notification }, chat: { GET: chat } } } };
	return (await GET(event as unknown as Parameters<typeof GET>[0])).json();
}

it('both numbers of the bar are counted', async () => {
	expect(await countsOf({}, async () => NOTIFICATIONS, async () => MESSAGES)).toEqual({ notifications: 3, messages: 5 });
});

it('number of a service that does not answer is left out', async () => {
	expect(await countsOf({}, async () => NOTIFICATIONS, () => Promise.reject(new Error('503')))).toEqual({ notifications: 3 });
});

it('guests have no numbers', async () => {
	expect(await countsOf(null, async () => NOTIFICATIONS, async () => MESSAGES)).toEqual({});
});
