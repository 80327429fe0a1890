import { hideFromRobots } from '#lib/server/pages.ts';
import { requireSession } from '#lib/server/problems.ts';
import { loadWebhook, webhookActions } from '#lib/server/webhooks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	hideFromRobots(event);
	return loadWebhook(event, 'mine');
};

export const actions: Actions = webhookActions(requireSession, '/settings/webhooks');
