// Draws the icons of src/lib/icons.json, by the names of Lucide, below each other in one file, and writes
// the style rules that show each. docs/rationale/web.md says why they are masks.
import { mkdir, readFile, writeFile } from 'node:fs/promises';

/** The side of an icon in its own units. */
const SIDE = 24;

const folder = new URL('../src/lib/generated/', import.meta.url);

async function drawing(name) {
	const source = await readFile(new URL(`../node_modules/lucide-static/icons/${name}.svg`, import.meta.url), 'utf8');
	return source.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/\s*\n\s*/g, '');
}

const icons = JSON.parse(await readFile(new URL('../src/lib/icons.json', import.meta.url), 'utf8'));
const names = Object.keys(icons);
const drawings = await Promise.all(names.map(async (name, place) => `<g transform="translate(0 ${SIDE * place})">${await drawing(icons[name])}</g>`));
const height = SIDE * names.length;
await mkdir(folder, { recursive: true });
await writeFile(
	new URL('icons.svg', folder),
	`<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${height}" viewBox="0 0 ${SIDE} ${height}" fill="none" stroke="#000" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${drawings.join('')}</svg>\n`
);
await writeFile(
	new URL('icons.css', folder),
	`.icon { mask: url("./icons.svg") 0 calc(var(--place) * var(--icon) * -1) / var(--icon) calc(${names.length} * var(--icon)) no-repeat; }\n` +
		names.map((name, place) => `.i-${name} { --place: ${place}; }\n`).join('')
);
