import { describe, expect, it } from 'vitest';
import { regionsOf } from './zones.ts';

const KNOWN = ['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'America/New_York', 'Europe/Amsterdam'];

describe('regionsOf', () => {
	it('sorts the zones into their regions', () => {
		expect(regionsOf('Europe/Berlin', KNOWN)).toEqual([
			{ name: 'UTC', zones: [{ value: 'UTC', text: 'UTC' }] },
			{
				name: 'America',
				zones: [
					{ value: 'America/Argentina/Buenos_Aires', text: 'Argentina – Buenos Aires' },
					{ value: 'America/New_York', text: 'New York' }
				]
			},
			{ name: 'Europe', zones: [{ value: 'Europe/Amsterdam', text: 'Amsterdam' }, { value: 'Europe/Berlin', text: 'Berlin' }] }
		]);
	});

	it.each([
		['UTC', 'UTC'],
		['Etc/GMT+5', 'Etc'],
		['Asia/Calcutta', 'Asia'],
		['+05:30', 'UTC'],
		['CET', 'UTC']
	])('offers the chosen zone %s once', (chosen, region) => {
		const found = regionsOf(chosen, KNOWN).flatMap(({ name, zones }) => zones.filter(({ value }) => value === chosen).map(() => name));
		expect(found).toEqual([region]);
	});

	it('knows the zones of the platform', () => {
		const zones = regionsOf('UTC').flatMap(({ zones }) => zones.map(({ value }) => value));
		expect(zones).toEqual(expect.arrayContaining(['Europe/Berlin', 'Europe/Kyiv', 'Asia/Kolkata']));
		expect(zones).not.toContain('Europe/Kiev');
		expect(new Set(zones).size).toBe(zones.length);
	});
});
