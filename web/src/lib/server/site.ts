import type { Brand, BrandPictures } from '#lib/brand.ts';
import type { Api } from './api/client';

/** The installation: its brand, and whether it has an administrator. */
export interface Site {
	brand: Brand;
	pictures: BrandPictures;
	setupRequired: boolean;
}

/** Every page asks, and a change of the brand is seen after this time at the latest. */
const FRESH = 2_000;

const UNKNOWN: Site = { brand: { name: 'Parley' }, pictures: {}, setupRequired: false };

let known: { site: Site; at: number } | undefined;

/** Returns the installation; the last known one while the API does not answer. */
export async function findSite(api: Api, now = Date.now()): Promise<Site> {
	if (known && now - known.at < FRESH && !known.site.setupRequired) {
		return known.site;
	}
	try {
		const [{ data }, pictures] = await Promise.all([api.auth.GET('/api/v1/setup'), api.auth.GET('/api/v1/brand/images')]);
		if (data) {
			const site = { brand: data.data.forum ?? UNKNOWN.brand, pictures: pictures.data?.data ?? {}, setupRequired: data.data.required };
			known = { site, at: now };
			return site;
		}
	} catch {
		// The page itself says that the service does not answer.
	}
	return known?.site ?? UNKNOWN;
}

/** Call it after a change, so that the next page shows it. */
export function forgetSite(): void {
	known = undefined;
}
