import type { Brand } from './brand.ts';
import { ACCENT, KINDS } from './brand.ts';
import type { MessageKey } from './messages/index.ts';
import type { components } from './server/api/generated/auth.d.ts';

/** What a forum's services have as settings that change while they run. */
export interface Site {
	brand: Brand;
	/** The kinds of pictures that were uploaded. */
	pictures: string[];
	rules: components['schemas']['RegistrationRules'];
	providers: { name: string; enabled: boolean; onlyWayIn: boolean }[];
	categories: { name: string; read: string; post: string }[];
	/** The name of the policy in force, if it is known. */
	policy: string | null;
}

/** A value as text of people, or as a message. */
export type Value = { text: string } | { key: MessageKey };

export interface SiteSetting {
	label: Value;
	/** What it does. */
	meaning?: MessageKey;
	now: Value;
	/** What is in force until somebody changes it. */
	initial: Value;
	/** Whether somebody has changed it. */
	changed: boolean;
}

export interface SettingGroup {
	title: MessageKey;
	/** The page that changes these settings, whose service checks them. */
	href: string;
	settings: SiteSetting[];
}

const NONE: Value = { key: 'settings.none' };

const text = (value: string | null | undefined): Value => (value ? { text: value } : NONE);

const list = (values: string[]): Value => text(values.join(', '));

const yes = (value: boolean | null | undefined): Value => ({ key: value ? 'policy.yes' : 'policy.no' });

const same = (one: Value, other: Value) => JSON.stringify(one) === JSON.stringify(other);

const RADII: Record<number, MessageKey> = { 0: 'brand.radius.none', 4: 'brand.radius.small', 14: 'brand.radius.large' };

function setting(label: MessageKey | { text: string }, now: Value, initial: Value, meaning?: MessageKey): SiteSetting {
	return { label: typeof label === 'string' ? { key: label } : label, now, initial, changed: !same(now, initial), ...(meaning ? { meaning } : {}) };
}

const key = (name: string): Value => ({ key: name as MessageKey });

const audience = (name: string): Value => key(`administration.audience.${name}`);

/** All settings of a forum that change while it runs, by the page that changes them. */
export function settingsOf({ brand, pictures, rules, providers, categories, policy }: Site): SettingGroup[] {
	const wayIn = providers.find(({ onlyWayIn }) => onlyWayIn)?.name;
	return [
		{
			title: 'administration.brand',
			href: '/administration/brand',
			settings: [
				setting('setup.forumName', text(brand.name), { text: 'Parley' }),
				setting('brand.tagline', text(brand.tagline), NONE, 'brand.taglineHint'),
				setting('brand.welcome', text(brand.welcome), NONE, 'brand.welcomeHint'),
				setting('brand.accent', { text: brand.accent ?? ACCENT }, { text: ACCENT }, 'brand.accentHint'),
				setting('brand.radius', { key: RADII[brand.radius ?? -1] ?? 'brand.radius.middle' }, { key: 'brand.radius.middle' }),
				setting('brand.links', list((brand.links ?? []).map(({ label }) => label)), NONE),
				...KINDS.map((kind) => setting(`brand.${kind}`, pictures.includes(kind) ? { key: 'brand.uploaded' } : NONE, NONE))
			]
		},
		{
			title: 'administration.registration',
			href: '/administration/registration',
			settings: [
				setting('registration.mode', key(`registration.mode.${rules.mode}`), key('registration.mode.open'), 'registration.text'),
				setting('registration.inviters', key(`role.${rules.inviters ?? 'admin'}`), key('role.admin')),
				setting('registration.robots', key(`registration.robots.${rules.robotCheck ?? 'off'}`), key('registration.robots.off')),
				setting('registration.domains', list(rules.blockedDomains ?? []), NONE, 'registration.domainsHint'),
				setting('registration.mailedSignIn', yes(rules.mailedSignIn), yes(false)),
				setting('registration.hiddenAddresses', yes(rules.hiddenAddresses), yes(false), 'registration.hiddenAddressesHint')
			]
		},
		{
			title: 'administration.providers',
			href: '/administration/providers',
			settings: [
				setting('administration.providers', list(providers.filter(({ enabled }) => enabled).map(({ name }) => name)), NONE),
				setting('providers.onlyWayIn', text(wayIn), NONE)
			]
		},
		{
			title: 'administration.categories',
			href: '/administration/categories',
			settings: categories.flatMap(({ name, read, post }) => [
				setting({ text: name }, audience(read), audience('everyone'), 'administration.read'),
				setting({ text: name }, audience(post), audience('members'), 'administration.post')
			])
		},
		{
			title: 'policy.list',
			href: '/moderation/policies',
			settings: [setting('administration.policy', text(policy), NONE)]
		}
	];
}
