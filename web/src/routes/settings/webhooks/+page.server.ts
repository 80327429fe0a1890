import { hideFromRobots } from '#lib/server/pages.ts';
import { requireSession } from '#lib/server/problems.ts';
import { createWebhook, loadWebhooks } from '#lib/server/webhooks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	hideFromRobots(event);
	return loadWebhooks(event, 'mine');
};

export const actions: Actions = { default: (event) => createWebhook(event, requireSession) };
