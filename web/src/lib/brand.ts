import type { components } from './server/api/generated/auth';

/** How the forum presents itself. */
export type Brand = components['schemas']['Brand'];

/** The kinds of pictures of a brand. */
export const KINDS = ['logo', 'logo-dark', 'icon'] as const;

/** The addresses of the pictures that a brand has. */
export type BrandPictures = Partial<Record<string, string>>;

/** The accent of a forum whose administrators chose none: that of `base.css`. */
export const ACCENT = '#0f6b66';

/** The least contrast of text by WCAG 2.2 AA. */
export const CONTRAST = 4.5;

/** Grounds of `base.css` on which the accent is read. */
const GROUNDS = { light: ['#ffffff', '#f5f7f8', '#edf1f3'], dark: ['#0f1419', '#181f26', '#222b34'] } as const;

type Colour = [red: number, green: number, blue: number];

export interface Accent {
	/** Links, and the ground of buttons. */
	accent: string;
	/** Links that are pointed at, and what is chosen. */
	strong: string;
	/** Text on the accent. */
	on: string;
	/** The ground of what is chosen. */
	tint: string;
}

const parse = (hex: string): Colour => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Colour;

const format = (colour: Colour) => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

function luminance(colour: Colour): number {
	const [red, green, blue] = colour.map((part) => {
		const share = part / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	}) as Colour;
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours by WCAG: 1 to 21. */
export function contrast(one: string, other: string): number {
	const [light, dark] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => b - a) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

const mix = (one: string, other: string, share: number): string => {
	const [from, to] = [parse(one), parse(other)];
	return format(from.map((part, at) => part + ((to[at] ?? part) - part) * share) as Colour);
};

/** The colour, as much nearer to black or white as it needs to be read on all grounds. */
function readable(colour: string, towards: string, grounds: readonly string[]): string {
	for (let share = 0; share < 1; share += 0.02) {
		const mixed = mix(colour, towards, share);
		if (grounds.every((ground) => contrast(mixed, ground) >= CONTRAST)) {
			return mixed;
		}
	}
	return towards;
}

/** The colours of an accent for light and dark pages, readable whatever it is. */
export function accentOf(chosen: string): { light: Accent; dark: Accent } {
	const colours = (look: 'light' | 'dark', towards: string, paper: string, share: number): Accent => {
		const tint = mix(paper, chosen, share);
		const grounds = [...GROUNDS[look], tint];
		const accent = readable(chosen, towards, grounds);
		const on = readable(mix(accent, paper, 0.9), look === 'light' ? '#ffffff' : '#000000', [accent]);
		return { accent, strong: readable(mix(accent, towards, 0.25), towards, grounds), on, tint };
	};
	return { light: colours('light', '#000000', '#ffffff', 0.12), dark: colours('dark', '#ffffff', '#10161c', 0.2) };
}

/** A style sheet that changes the properties of `base.css`, wherever it is loaded; empty for a forum that looks as it came. */
export function styleOf({ accent, radius }: Pick<Brand, 'accent' | 'radius'>): string {
	const rules: string[] = [];
	if (accent && accent.toLowerCase() !== ACCENT) {
		const { light, dark } = accentOf(accent);
		const both = (name: string, part: keyof Accent) => rules.push(`--${name}: light-dark(${light[part]}, ${dark[part]})`);
		both('accent', 'accent');
		both('accent-strong', 'strong');
		both('on-accent', 'on');
		both('tint', 'tint');
	}
	if (typeof radius === 'number') {
		rules.push(`--round: ${radius}px`, `--round-small: ${0.6 * radius}px`, `--round-large: ${1.6 * radius}px`);
	}
	return rules.length ? `:root:root { ${rules.join('; ')}; }\n` : '';
}

/** What tells one style sheet from another in its address; null without one. */
export function versionOf({ accent, radius }: Pick<Brand, 'accent' | 'radius'>): string | null {
	const chosen = accent && accent.toLowerCase() !== ACCENT ? accent.slice(1).toLowerCase() : '';
	return chosen || radius !== undefined ? `${chosen}-${radius ?? ''}` : null;
}

/** What a version looks like; null if it is none. */
export function ofVersion(version: string): Pick<Brand, 'accent' | 'radius'> | null {
	const [found, accent, radius] = /^([0-9a-f]{6})?-(\d{1,2})?$/.exec(version) ?? [];
	return found === undefined ? null : { ...(accent ? { accent: `#${accent}` } : {}), ...(radius ? { radius: Number(radius) } : {}) };
}

/** An address as browsers send it: names of hosts and paths may have any letters. */
function inAscii(address: string): string {
	const isForeign = /^(?:https?:\/\/|\/(?!\/))/.test(address) && /[^!-~]/.test(address);
	const url = isForeign ? URL.parse(address, 'http://path.invalid') : null;
	return url ? (address.startsWith('/') ? url.pathname + url.search + url.hash : url.href) : address;
}

const LINK = /^(.*\S)\s+(\S+)$/;

/** The links that are written one in a line: what to read, and the address. */
export function linksOf(text: string): NonNullable<Brand['links']> {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.map((line) => {
			const [, label = line, address = ''] = LINK.exec(line) ?? [];
			return { label, address: inAscii(address) };
		});
}

export const textOf = (links: Brand['links']) => (links ?? []).map(({ label, address }) => `${label} ${address}`).join('\n');
