import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		sveltekit({
			adapter: adapter(),
			// hooks.server.ts checks the origin, also of pages without a referrer.
			csrf: { trustedOrigins: ['*'] },
			paths: { relative: false },
			version: { name: 'release' }
		})
	],
	// The content security policy permits no data: addresses.
	build: { assetsInlineLimit: 0 },
	test: { include: ['src/**/*.test.ts'] }
});
