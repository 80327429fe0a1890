import type { Api } from './api/client';

/** The installation: its name, and whether it has an administrator. */
export interface Site {
	name: string;
	setupRequired: boolean;
}

const FRESH = 30_000;

let known: { site: Site; at: number } | undefined;

/** Returns the installation; the last known one while the API does not answer. */
export async function findSite(api: Api, now = Date.now()): Promise<Site> {
	if (known && now - known.at < FRESH && !known.site.setupRequired) {
		return known.site;
	}
	try {
		const { data } = await api.auth.GET('/api/v1/setup');
		if (data) {
			const site = {
				name: data.data.forum?.name || 'Parley',
				setupRequired: data.data.required
			};
			known = { site, at: now };
			return site;
		}
	} catch {
		// The page itself says that the service does not answer.
	}
	return known?.site ?? { name: 'Parley', setupRequired: false };
}
