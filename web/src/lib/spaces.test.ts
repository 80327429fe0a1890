import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** A part that is shown sometimes, behind another text, and begins with a space, which Svelte removes. */
const LOST = /\S\{(?:#if|:else)[^}]*\} \S/;

it.each([
	['<p>{name}{#if muted} · {t("muted")}{/if}</p>', true],
	["<p>{name} {#if muted}· {t('muted')}{/if}</p>", false],
	['<p>{name} {#if muted}<b>{t("muted")}</b>{/if}</p>', false]
])('space of %s is lost: %s', (line, lost) => {
	expect(LOST.test(line)).toBe(lost);
});

it('no part of a page loses the space before it', () => {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.svelte'));
	expect(files.length).toBeGreaterThan(100);
	const lost = files.flatMap((file) =>
		readFileSync(`src/${file}`, 'utf8')
			.split('\n')
			.filter((line) => LOST.test(line))
			.map((line) => `${file}: ${line.trim()}`)
	);
	expect(lost).toEqual([]);
});
