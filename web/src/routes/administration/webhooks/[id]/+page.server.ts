import { requireAdministrator } from '#lib/server/problems.ts';
import { loadWebhook, webhookActions } from '#lib/server/webhooks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadWebhook(event, 'all');

export const actions: Actions = webhookActions(requireAdministrator, '/administration/webhooks');
