import type { Brand, BrandPictures } from '#lib/brand.ts';
import type { Api } from './api/client';
import { Memory } from './memory.ts';
import { promptly } from './promptly.ts';

/** The installation: its brand, and whether it has an administrator. */
export interface Site {
	brand: Brand;
	pictures: BrandPictures;
	/** The pictures for services that show no SVG. */
	rasters: BrandPictures;
	setupRequired: boolean;
	/** Whether a guest can register without an invitation. */
	registers: boolean;
}

/** Every page asks, and a change of the brand is seen after this time at the latest. */
const FRESH = 2_000;

const UNKNOWN: Site = { brand: { name: 'Parley' }, pictures: {}, rasters: {}, setupRequired: false, registers: true };

const DAY = 24 * 60 * 60 * 1000;

/** The types of pictures by their addresses, which change with them. */
const types = new Memory<string>(DAY, 20);

/** Returns the type of a picture, which its address does not tell; null while the API does not answer. */
async function typeOf(api: Api, address: string): Promise<string | null> {
	const [kind = '', version = ''] = address.split('/').slice(-2);
	const load = async () => {
		const { data, response } = await api.auth.GET('/api/v1/brand/images/{kind}/{version}', { params: { path: { kind, version } }, parseAs: 'stream' });
		await data?.cancel();
		return response.ok ? (response.headers.get('content-type') ?? '') : undefined;
	};
	return (await promptly(types.find(() => address, load), null)) ?? null;
}

async function rastersOf(api: Api, pictures: BrandPictures): Promise<BrandPictures> {
	const found = await Promise.all(
		Object.entries(pictures).map(async ([kind, address = '']) => [kind, address, await typeOf(api, address)] as const)
	);
	return Object.fromEntries(found.filter(([, , type]) => /^image\/(?!svg)/.test(type ?? '')).map(([kind, address]) => [kind, address]));
}

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
			const shown = pictures.data?.data ?? {};
			const mode = registration.data?.data.mode ?? 'open';
			const site = {
				brand: data.data.forum ?? UNKNOWN.brand,
				pictures: shown,
				rasters: await rastersOf(api, shown),
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
