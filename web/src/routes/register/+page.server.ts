import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { deviceName } from '#lib/devices.ts';
import { translator } from '#lib/messages/index.ts';
import { problemText, type Refusal } from '#lib/refusals.ts';
import { storeZone } from '#lib/server/account.ts';
import { parsedCredential, readForm, useKey } from '#lib/server/forms.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { codeOf, refuse, type Answer } from '#lib/server/problems.ts';
import { ownPath, returnPath } from '#lib/server/provider.ts';
import { findSite } from '#lib/server/site.ts';
import { sessionCookie, toSession } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

/** The most characters of an invitation; one with more is unknown without its end, too. */
const LONGEST = 100;

/** Why an invitation is not valid, as the form would say it. */
function unknownInvitation({ locals }: RequestEvent): Refusal {
	const code = 'invitation.invalid';
	const message = problemText(locals.language, { code, status: 400 });
	return { code, message, fields: { invitation: message } };
}

export const load: PageServerLoad = async (event) => {
	const back = await returnPath(event);
	if (event.locals.session) {
		redirect(303, back);
	}
	// Before there is an administrator, registration is refused.
	if ((await findSite(event.locals.api)).setupRequired) {
		redirect(303, '/setup');
	}
	hideFromRobots(event);
	const { auth } = event.locals.api;
	const invitation = event.url.searchParams.get('token')?.slice(0, LONGEST).toWellFormed() ?? '';
	const [providers, offer] = await Promise.all([
		auth.GET('/api/v1/auth/identity-providers'),
		auth.GET('/api/v1/auth/registration', { params: { query: invitation ? { invitation } : {} } })
	]);
	const mode = offer.data?.data.mode ?? 'open';
	return {
		key: crypto.randomUUID(),
		back,
		invitation,
		refusal: offer.data?.data.invited === false && mode !== 'closed' ? unknownInvitation(event) : null,
		mode,
		hiddenAddresses: offer.data?.data.hiddenAddresses ?? false,
		challenge: offer.data?.data.challenge,
		providers: providers.data?.data ?? []
	};
};

/** Signs the newcomer in, and welcomes them. */
async function welcome(
	event: RequestEvent,
	{ accessToken, refreshToken }: { accessToken: string; refreshToken?: string | null },
	zone: string,
	back: string
): Promise<never> {
	const session = toSession(accessToken, refreshToken, 'api', Math.floor(Date.now() / 1000));
	const timeZone = await storeZone(event.locals.apiWith(accessToken), zone);
	await sessionCookie.write(event.cookies, { ...session, timeZone });
	redirect(303, `/register/welcome?return=${encodeURIComponent(back)}`);
}

/** The fields that every way of registration has. */
const TICKET = ['invitation', 'challenge', 'solution', 'website', 'timeZone'] as const;

type Ticket = Record<(typeof TICKET)[number], string>;

/** What a newcomer shows: an invitation, and the answer to the challenge. */
function ticketOf({ invitation, challenge, solution }: Ticket) {
	return {
		...(invitation ? { invitation } : {}),
		...(challenge ? { challenge: { token: challenge, ...(solution ? { solution } : {}) } } : {})
	};
}

/** Robots fill in every field; they read what people read who are too quick, as a browser may fill it in, too. */
function refuseRobot(event: RequestEvent, { website }: Ticket, values: Record<string, string>) {
	if (website) {
		const message = translator(event.locals.language)('problem.challenge.unsolved');
		return fail(400, { refusal: { code: 'challenge.unsolved', message, fields: {} }, values });
	}
	return null;
}

/** Whether the form had registered the newcomer when it was sent again, and its first answer with the session was lost. */
const isRepeated = (answer: Answer<unknown>) => codeOf(answer) === 'idempotency.done';

export const actions: Actions = {
	password: async (event) => {
		const form = await readForm(event.request, 'name', 'username', 'email', 'password', 'key', 'return', ...TICKET);
		const { name, username, email, password, invitation } = form;
		const back = ownPath(form.return);
		const values = { name, username, email, invitation, return: back };
		const robot = refuseRobot(event, form, values);
		if (robot) {
			return robot;
		}
		const answer = await event.locals.api.auth.POST('/api/v1/auth/register', {
			params: { header: { 'Idempotency-Key': useKey(event, form.key) } },
			body: { name, email, password, ...(username ? { username } : {}), locale: event.locals.language, ...ticketOf(form) }
		});
		if (!answer.response.ok) {
			return isRepeated(answer) ? { done: true, repeated: true, back } : refuse(event, answer, values);
		}
		if (answer.response.status === 202 || !answer.data?.data?.accessToken) {
			return { done: true, back };
		}
		return welcome(event, answer.data.data, form.timeZone, back);
	},
	options: async (event) => {
		const form = await readForm(event.request, 'name', 'username', 'email', 'return', ...TICKET);
		const { name, username, email, invitation, challenge, solution } = form;
		const values = { name, username, email, invitation, challenge, solution, return: ownPath(form.return) };
		const robot = refuseRobot(event, form, values);
		if (robot) {
			return robot;
		}
		const answer = await event.locals.api.auth.POST('/api/v1/auth/passkeys/newcomer-options', {
			body: { name, username, email, ...(invitation ? { invitation } : {}) }
		});
		const device = deviceName(event.request.headers.get('user-agent') ?? '');
		return answer.data ? { options: answer.data.data, values, device } : refuse(event, answer, values);
	},
	passkey: async (event) => {
		const form = await readForm(event.request, 'name', 'username', 'email', 'account', 'device', 'credential', 'key', 'return', ...TICKET);
		const { name, username, email, account, device, invitation } = form;
		const back = ownPath(form.return);
		const answer = await event.locals.api.auth.POST('/api/v1/auth/passkeys/register', {
			params: { header: { 'Idempotency-Key': useKey(event, form.key) } },
			body: { name, username, email, account, device, credential: parsedCredential(form.credential), locale: event.locals.language, ...ticketOf(form) }
		});
		if (!answer.response.ok) {
			const values = { name, username, email, invitation, return: back };
			return isRepeated(answer) ? { done: true, repeated: true, back } : refuse(event, answer, values);
		}
		return answer.data?.data?.accessToken ? welcome(event, answer.data.data, form.timeZone, back) : { done: true, back };
	}
};
