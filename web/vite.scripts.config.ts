import { mkdir, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Largest size of each script with everything that it imports, compressed, in bytes. */
const LIMITS: Record<string, number> = {
	live: 20.75 * 1024,
	// With the connection, which it shares with live.
	member: 19.25 * 1024,
	once: 1024,
	zone: 512,
	scroll: 3 * 1024,
	follow: 1024,
	// With the connection, which it shares with live.
	chat: 25 * 1024,
	// With the connection, too.
	social: 17 * 1024,
	pictures: 17.75 * 1024,
	avatar: 16.25 * 1024,
	arrange: 1024,
	brand: 1024,
	push: 2 * 1024,
	write: 12.25 * 1024,
	passkeys: 3 * 1024,
	challenge: 2 * 1024
};

/** Checks the sizes, and lists the addresses of the scripts for the pages. */
function listed(): Plugin {
	return {
		name: 'parley-scripts',
		async writeBundle(_, bundle) {
			const sizeOf = (file: string, counted = new Set<string>()): number => {
				const chunk = bundle[file];
				if (chunk?.type !== 'chunk' || counted.has(file)) {
					return 0;
				}
				counted.add(file);
				return [...chunk.imports, ...chunk.dynamicImports].reduce(
					(size, other) => size + sizeOf(other, counted),
					gzipSync(chunk.code).length
				);
			};
			const addresses: Record<string, string> = {};
			for (const chunk of Object.values(bundle)) {
				if (chunk.type !== 'chunk' || !chunk.isEntry) {
					continue;
				}
				const size = sizeOf(chunk.fileName);
				if (size > (LIMITS[chunk.name] ?? 0)) {
					this.error(`The script ${chunk.name} has ${size} bytes compressed, more than ${LIMITS[chunk.name]}`);
				}
				console.log(`The script ${chunk.name} has ${size} bytes compressed.`);
				addresses[chunk.name] = `/_app/immutable/scripts/${chunk.fileName}`;
			}
			await mkdir('src/lib/generated', { recursive: true });
			await writeFile('src/lib/generated/scripts.json', JSON.stringify(addresses, null, '\t') + '\n');
		}
	};
}

/** Builds the scripts of pages, which work without them. */
export default defineConfig({
	publicDir: false,
	base: '/_app/immutable/scripts/',
	plugins: [listed()],
	build: {
		outDir: 'static/_app/immutable/scripts',
		emptyOutDir: true,
		modulePreload: false,
		target: 'es2022',
		rollupOptions: {
			input: Object.fromEntries(Object.keys(LIMITS).map((name) => [name, `src/lib/browser/${name}.ts`])),
			output: { entryFileNames: '[name].[hash].js', chunkFileNames: '[name].[hash].js' }
		}
	}
});
