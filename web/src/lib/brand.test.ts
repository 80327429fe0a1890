import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACCENT, accentOf, CONTRAST, contrast, linksOf, ofVersion, styleOf, textOf, versionOf } from './brand.ts';

const LIGHT = ['#ffffff', '#f5f7f8', '#edf1f3'];

const DARK = ['#0f1419', '#181f26', '#222b34'];

describe('contrast', () => {
	it.each([
		['#000000', '#ffffff', 21],
		['#ffffff', '#ffffff', 1],
		['#777777', '#ffffff', 4.48],
		['#0f6b66', '#ffffff', 6.36]
	])('of %s and %s is %d', (one, other, expected) => {
		expect(contrast(one, other)).toBeCloseTo(expected, 1);
		expect(contrast(other, one)).toBe(contrast(one, other));
	});
});

describe('accentOf', () => {
	it.each([
		'#0f6b66', '#ffff00', '#ffffff', '#000000', '#ff0000', '#00ff00', '#0000ff', '#7f7f7f', '#f5f7f8',
		'#181f26', '#ff69b4', '#00ffff', '#123456', '#e2725b', '#808000'
	])('makes %s readable on all grounds, and its buttons too', (chosen) => {
		const { light, dark } = accentOf(chosen);
		for (const [colours, grounds] of [[light, LIGHT], [dark, DARK]] as const) {
			for (const ground of [...grounds, colours.tint]) {
				expect(contrast(colours.accent, ground), `accent on ${ground}`).toBeGreaterThanOrEqual(CONTRAST);
				expect(contrast(colours.strong, ground), `strong accent on ${ground}`).toBeGreaterThanOrEqual(CONTRAST);
			}
			expect(contrast(colours.on, colours.accent), 'text on a button').toBeGreaterThanOrEqual(CONTRAST);
			expect(contrast(colours.on, colours.strong), 'text on a button that is pointed at').toBeGreaterThanOrEqual(CONTRAST);
		}
		expect(contrast('#17212b', light.tint), 'text on what is chosen').toBeGreaterThanOrEqual(CONTRAST);
		expect(contrast('#e7ecf0', dark.tint)).toBeGreaterThanOrEqual(CONTRAST);
	});

	it('keeps a colour that is readable already', () => {
		expect(accentOf('#0f6b66').light.accent).toBe('#0f6b66');
		expect(accentOf('#63cfc4').dark.accent).toBe('#63cfc4');
	});

	it('knows the grounds and the accent of the style sheet', () => {
		const base = readFileSync(new URL('../base.css', import.meta.url), 'utf8');
		const of = (name: string) => new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(base)?.slice(1, 3);
		expect([of('card'), of('ground'), of('hover')]).toEqual([
			['#ffffff', '#181f26'],
			['#f5f7f8', '#0f1419'],
			['#edf1f3', '#222b34']
		]);
		expect(of('accent')?.[0]).toBe(ACCENT);
	});
});

it('focus is seen on the dark grounds of messages and large pictures', () => {
	const [base, app] = ['base', 'app'].map((name) => readFileSync(new URL(`../${name}.css`, import.meta.url), 'utf8'));
	expect(app).toMatch(/\.toast \{[^}]*background: var\(--text\)/);
	expect(app).toContain('.toast :focus-visible { outline-color: var(--card); }');
	const coloursOf = (name: string) => new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(base ?? '')?.slice(1, 3) ?? [];
	coloursOf('text').forEach((text, theme) => expect(contrast(coloursOf('card')[theme] ?? '', text)).toBeGreaterThanOrEqual(3));
	expect(app).toContain('.large-picture :focus-visible { outline-color: #fff; }');
});

describe('styleOf', () => {
	it('is empty without a choice, and for the colour that is there anyway', () => {
		expect(styleOf({})).toBe('');
		expect(styleOf({ accent: '#0F6B66' })).toBe('');
	});

	it('sets colours and corners', () => {
		expect(styleOf({ accent: '#8a3fae', radius: 0 })).toMatch(
			/^:root:root \{ --accent: light-dark\(#\w{6}, #\w{6}\); --accent-strong: .*; --round: 0px; --round-small: 0px; --round-large: 0px; \}\n$/
		);
	});
});

describe('versionOf', () => {
	it.each([
		[{}, null],
		[{ accent: '#0F6B66' }, null],
		[{ radius: 0 }, '-0'],
		[{ accent: '#8A3FAE' }, '8a3fae-'],
		[{ accent: '#8a3fae', radius: 14 }, '8a3fae-14']
	])('of %j is %s, and there is one whenever there is a style', (brand, version) => {
		expect(versionOf(brand)).toBe(version);
		expect(styleOf(brand) !== '').toBe(version !== null);
		if (version) {
			expect(styleOf(ofVersion(version) ?? {})).toBe(styleOf(brand));
		}
	});

	it.each(['', 'red-', '8a3fae', '-100', '8A3FAE-', '8a3fae-1;}', '-1.5'])('%j is no version', (version) => {
		expect(ofVersion(version)).toBeNull();
	});
});

describe('linksOf', () => {
	it.each([
		['', []],
		['Imprint https://example.org/imprint', [{ label: 'Imprint', address: 'https://example.org/imprint' }]],
		['  Über uns   /threads/1 \r\n\n', [{ label: 'Über uns', address: '/threads/1' }]],
		['alone', [{ label: 'alone', address: '' }]],
		['a /a\nb /b', [{ label: 'a', address: '/a' }, { label: 'b', address: '/b' }]],
		['Ort https://münchen.example/ä?ö', [{ label: 'Ort', address: 'https://xn--mnchen-3ya.example/%C3%A4?%C3%B6' }]],
		['Regeln /für-alle', [{ label: 'Regeln', address: '/f%C3%BCr-alle' }]],
		['Stadt münchen', [{ label: 'Stadt', address: 'münchen' }]],
		['javascript: alert(1)', [{ label: 'javascript:', address: 'alert(1)' }]]
	])('reads %j', (text, links) => {
		expect(linksOf(text)).toEqual(links);
	});

	it('reads what it has written', () => {
		const links = [{ label: 'Terms of use', address: '/terms' }, { label: 'Blog', address: 'https://example.org' }];
		expect(linksOf(textOf(links))).toEqual(links);
	});
});
