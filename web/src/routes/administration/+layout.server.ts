import { hideFromRobots } from '#lib/server/pages.ts';
import { requireAdministrator } from '#lib/server/problems.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
	requireAdministrator(event);
	hideFromRobots(event);
};
