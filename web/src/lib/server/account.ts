import type { RequestEvent } from '@sveltejs/kit';
import type { Api } from './api/client';
import { readableAddress } from './mail';
import { hideFromRobots } from './pages';
import { requireData, requireSession } from './problems';
import { promptly } from './promptly';

/** The reader's account, for a page that nobody else finds. */
export async function ownAccount(event: RequestEvent) {
	requireSession(event);
	hideFromRobots(event);
	const account = requireData(event, await event.locals.api.auth.GET('/api/v1/users/me')).data;
	return { account: { ...account, email: readableAddress(account.email ?? '') } };
}

/** Begins a newcomer's settings with the zone of their browser; undefined if it names none that the API knows. */
export function storeZone(api: Api, timeZone: string): Promise<string | undefined> {
	const zone = timeZone
		? api.auth.PATCH('/api/v1/users/me', { body: { timeZone } as never }).then(({ data }) => data?.data.timeZone)
		: Promise.resolve(undefined);
	return promptly(zone, undefined);
}

/** Returns the time zone of a reader's settings; the other one if it does not come in time. */
export function zoneOf(api: Api, otherwise?: string): Promise<string | undefined> {
	const zone = api.auth.GET('/api/v1/users/me').then(({ data }) => data?.data.timeZone ?? otherwise);
	return promptly(zone, otherwise);
}
