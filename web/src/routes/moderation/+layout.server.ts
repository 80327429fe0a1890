import { hideFromRobots } from '#lib/server/pages.ts';
import { requireSession } from '#lib/server/problems.ts';
import type { LayoutServerLoad } from './$types';

/** The API knows who moderates: also members who moderate a single category. */
export const load: LayoutServerLoad = (event) => {
	requireSession(event);
	hideFromRobots(event);
};
