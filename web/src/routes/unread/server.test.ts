import { expect, it } from 'vitest';
import { GET } from './+server.ts';

const response = new Response();

const NOTIFICATIONS = { data: { data: { count: 3 } }, response };

const MESSAGES = { data: { data: { messages: 5 } }, response };

async function countsOf(session: object | null, notification: () => Promise<object>, chat: () => Promise<object>): Promise<Response> {
	const event = { locals: { session, api: { notification: { GET: notification }, chat: { GET: chat } } } };
	return GET(event as unknown as Parameters<typeof GET>[0]);
}

it('both numbers of the bar are counted', async () => {
	expect(await (await countsOf({}, async () => NOTIFICATIONS, async () => MESSAGES)).json()).toEqual({ notifications: 3, messages: 5 });
});

it('number of a service that does not answer is left out', async () => {
	expect(await (await countsOf({}, async () => NOTIFICATIONS, () => Promise.reject(new Error('503')))).json()).toEqual({ notifications: 3 });
});

it('guests have no numbers', async () => {
	expect(await (await countsOf(null, async () => NOTIFICATIONS, async () => MESSAGES)).json()).toEqual({});
});

it('session that has ended elsewhere has none, and says so', async () => {
	const refused = { response: new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }) };
	expect((await countsOf({}, async () => refused, async () => MESSAGES)).status).toBe(401);
	expect((await countsOf(null, async () => NOTIFICATIONS, async () => MESSAGES)).status).toBe(401);
});
