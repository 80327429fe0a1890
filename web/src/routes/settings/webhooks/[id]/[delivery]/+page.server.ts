import { loadDelivery } from '#lib/server/webhooks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadDelivery(event);
