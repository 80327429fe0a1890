/** Time zones of the tz database, by region; the places of a region are in their order. */
export interface Region {
	name: string;
	zones: { value: string; text: string }[];
}

/** Names of today for those by which platforms list the same zones. */
const RENAMED: Record<string, string> = {
	'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
	'America/Godthab': 'America/Nuuk',
	'America/Indianapolis': 'America/Indiana/Indianapolis',
	'America/Louisville': 'America/Kentucky/Louisville',
	'Asia/Calcutta': 'Asia/Kolkata',
	'Asia/Katmandu': 'Asia/Kathmandu',
	'Asia/Rangoon': 'Asia/Yangon',
	'Asia/Saigon': 'Asia/Ho_Chi_Minh',
	'Atlantic/Faeroe': 'Atlantic/Faroe',
	'Europe/Kiev': 'Europe/Kyiv',
	'Pacific/Enderbury': 'Pacific/Kanton',
	'Pacific/Ponape': 'Pacific/Pohnpei',
	'Pacific/Truk': 'Pacific/Chuuk'
};

const PLACE = /^([A-Za-z]+)\/(.+)$/;

/** All zones to choose from, UTC first; the one that is chosen is among them, under whichever name. */
export function regionsOf(chosen: string, known: readonly string[] = Intl.supportedValuesOf('timeZone')): Region[] {
	const regions = new Map<string, Region['zones']>([['UTC', [{ value: 'UTC', text: 'UTC' }]]]);
	for (const value of [...new Set([...known.map((zone) => RENAMED[zone] ?? zone), chosen])].sort()) {
		const [, region, place] = PLACE.exec(value) ?? [];
		if (region && place) {
			regions.set(region, [...(regions.get(region) ?? []), { value, text: place.replaceAll('_', ' ').replaceAll('/', ' – ') }]);
		} else if (value && value !== 'UTC') {
			regions.get('UTC')?.push({ value, text: value });
		}
	}
	return [...regions].map(([name, zones]) => ({ name, zones }));
}
