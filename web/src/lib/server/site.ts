import type { Brand, BrandPictures } from '#lib/brand.ts';
import type { Api } from './api/client';

/** The installation: its brand, and whether it has an administrator. */
export interface Site {
	brand: Brand;
	pictures: BrandPictures;
	setupRequired: boolean;
	/** Whether a guest can register without an invitation. */
	registers: boolean;
}

/** Every page asks, and a change of the brand is seen after this time at the latest. */
const FRESH = 2_000;

const UNKNOWN: Site = { brand: { name: 'Parley' }, pictures: {}, setupRequired: false, registers: true };

let known: { site: Site; at: number } | undefined;

/** Returns the installation; the last known one while the API does not answer. */
export async function findSite(api: Api, now = Date.now()): Promise<Site> {
	if (known && now - known.at < FRESH && !known.site.setupRequired) {
		return known.site;
	}
	try {
		const [{ data }, pictures, registration] = await Promise.all([
			api.auth.GET('/api/v1/setup'),
			api.auth.GET('/api/v1/brand/images'),
			api.auth.GET('/api/v1/auth/registration')
		]);
		if (data) {
			const mode = registration.data?.data.mode ?? 'open';
			const site = {
				brand: data.data.forum ?? UNKNOWN.brand,
				pictures: pictures.data?.data ?? {},
				setupRequired: data.data.required,
				registers: !data.data.required && (mode === 'open' || mode === 'approval')
			};
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
