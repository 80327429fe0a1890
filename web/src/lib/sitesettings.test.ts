import { expect, test } from 'vitest';
import { settingsOf, type Site } from './sitesettings.ts';

const NEW: Site = {
	brand: { name: 'Parley' },
	pictures: [],
	rules: { mode: 'open', inviters: 'admin', robotCheck: 'off', blockedDomains: [], mailedSignIn: false, hiddenAddresses: false },
	providers: [],
	categories: [{ name: 'Garden', read: 'everyone', post: 'members' }],
	policy: null
};

const changed = (site: Partial<Site>) =>
	settingsOf({ ...NEW, ...site })
		.flatMap(({ settings }) => settings)
		.filter((one) => one.changed)
		.map(({ label, now }) => [Object.values(label)[0], Object.values(now)[0]]);

test('a new forum has every setting at its default', () => {
	expect(changed({})).toEqual([]);
});

test.each<[string, Partial<Site>, string[][]]>([
	['name', { brand: { name: 'Tomatoes' } }, [['setup.forumName', 'Tomatoes']]],
	['accent', { brand: { name: 'Parley', accent: '#aa0000' } }, [['brand.accent', '#aa0000']]],
	['no corners', { brand: { name: 'Parley', radius: 0 } }, [['brand.radius', 'brand.radius.none']]],
	['links', { brand: { name: 'Parley', links: [{ label: 'Imprint', address: 'https://e.org' }, { label: 'Rules', address: '/r' }] } }, [['brand.links', 'Imprint, Rules']]],
	['icon', { pictures: ['icon'] }, [['brand.icon', 'brand.uploaded']]],
	['mode', { rules: { ...NEW.rules, mode: 'closed' } }, [['registration.mode', 'registration.mode.closed']]],
	['hidden addresses', { rules: { ...NEW.rules, hiddenAddresses: true } }, [['registration.hiddenAddresses', 'policy.yes']]],
	['what rules leave out', { rules: { mode: 'open' } }, []],
	['domains', { rules: { ...NEW.rules, blockedDomains: ['a.example', 'b.example'] } }, [['registration.domains', 'a.example, b.example']]],
	['a provider that is off', { providers: [{ name: 'Google', enabled: false, onlyWayIn: false }] }, []],
	['the only way in', { providers: [{ name: 'Ours', enabled: true, onlyWayIn: true }] }, [['administration.providers', 'Ours'], ['providers.onlyWayIn', 'Ours']]],
	['a closed category', { categories: [{ name: 'Staff', read: 'moderators', post: 'moderators' }] }, [['Staff', 'administration.audience.moderators'], ['Staff', 'administration.audience.moderators']]],
	['policy', { policy: 'Strict' }, [['administration.policy', 'Strict']]]
])('%s is shown as changed', (_, site, expected) => {
	expect(changed(site)).toEqual(expected);
});
