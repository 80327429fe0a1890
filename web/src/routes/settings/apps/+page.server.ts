import { OWN_APPS, registersApp } from '#lib/server/apps.ts';
import { hideFromRobots } from '#lib/server/pages.ts';
import { requireData, requireSession } from '#lib/server/problems.ts';
import { readUsages } from '#lib/server/usage.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	hideFromRobots(event);
	const [apps, usages] = await Promise.all([
		event.locals.api.auth.GET('/api/v1/users/me/apps'),
		readUsages(event)
	]);
	return { apps: requireData(event, apps).data, usages, key: crypto.randomUUID() };
};

export const actions: Actions = { default: registersApp(OWN_APPS) };
