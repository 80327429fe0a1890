import type { RequestEvent } from '@sveltejs/kit';
import { readableAddress } from './mail';
import { hideFromRobots } from './pages';
import { requireData, requireSession } from './problems';

/** The reader's account, for a page that nobody else finds. */
export async function ownAccount(event: RequestEvent) {
	requireSession(event);
	hideFromRobots(event);
	const account = requireData(event, await event.locals.api.auth.GET('/api/v1/users/me')).data;
	return { account: { ...account, email: readableAddress(account.email ?? '') } };
}
