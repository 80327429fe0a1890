import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The settings began as one page, to which links lead from elsewhere. */
export const load: PageServerLoad = () => redirect(307, '/settings/profile');
