import { expect, it } from 'vitest';
import { actions } from './+page.server.ts';

type Event = Parameters<NonNullable<typeof actions.password>>[0];

/** Sends the form of the password; returns what the API receives. */
async function send(form: Record<string, string>): Promise<unknown> {
	let body: unknown;
	const event = {
		request: new Request('https://forum.example/settings/account?/password', { method: 'POST', body: new URLSearchParams(form) }),
		locals: {
			language: 'en',
			session: {},
			api: {
				auth: {
					POST: (_: string, given: { body: unknown }) => {
						body = given.body;
						return Promise.resolve({ response: new Response(null, { status: 204 }) });
					}
				}
			}
		}
	};
	expect(await actions.password?.(event as unknown as Event)).toEqual({ done: 'settings.passwordChanged' });
	return body;
}

it('change of a password has the code of the second factor', async () => {
	const form = { currentPassword: 'old password', newPassword: 'new password', otp: '123456' };
	expect(await send(form)).toEqual(form);
});

it('first password has neither an old one nor a code', async () => {
	expect(await send({ currentPassword: '', newPassword: 'new password' })).toEqual({ newPassword: 'new password' });
});
