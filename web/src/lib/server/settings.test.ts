import { expect, it } from 'vitest';
import { contentSecurityPolicy } from './policy.ts';
import { readSettings } from './settings.ts';

const ENVIRONMENT = {
	PARLEY_PUBLIC_URL: 'https://forum.example.org',
	PARLEY_GATEWAY_URI: 'http://gateway:8080',
	PARLEY_WEB_SECRET: 's'.repeat(32),
	PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64'),
	PARLEY_IMAGE_HOSTS: 'images.example.org, *.example.net,bad;host'
};

it.each(['PARLEY_PUBLIC_URL', 'PARLEY_GATEWAY_URI', 'PARLEY_WEB_SECRET', 'PARLEY_WEB_KEY'])(
	'missing %s is named',
	(name) => {
		expect(() => readSettings({ ...ENVIRONMENT, [name]: '' })).toThrow(name);
	}
);

it.each(['PARLEY_PUBLIC_URL', 'PARLEY_GATEWAY_URI', 'PARLEY_MEDIA_URL', 'PARLEY_S3_PUBLIC_URL'])(
	'malformed %s is named',
	(name) => {
		for (const address of ['forum.example.org', 'gateway:8080', 'https://']) {
			expect(() => readSettings({ ...ENVIRONMENT, [name]: address })).toThrow(name);
		}
	}
);

it('short key is refused', () => {
	expect(() => readSettings({ ...ENVIRONMENT, PARLEY_WEB_KEY: 'AAAA' })).toThrow('PARLEY_WEB_KEY');
});

it('policy permits images of the origin of media', () => {
	const policy = contentSecurityPolicy(
		readSettings({ ...ENVIRONMENT, PARLEY_MEDIA_URL: 'https://media.example.org' })
	);
	expect(policy).toContain('https://*.example.net https://media.example.org; media-src https://media.example.org;');
});

it('policy permits uploads to the storage, where there is one', () => {
	const policy = (more: object) => contentSecurityPolicy(readSettings({ ...ENVIRONMENT, ...more }));
	expect(policy({ PARLEY_S3_PUBLIC_URL: 'https://uploads.example.org/bucket' })).toContain(
		"connect-src 'self' https://uploads.example.org;"
	);
	expect(policy({})).toContain("connect-src 'self';");
});

it('policy permits images of the configured hosts and nothing inline', () => {
	const policy = contentSecurityPolicy(readSettings(ENVIRONMENT));
	expect(policy).toContain("img-src 'self' https://images.example.org https://*.example.net;");
	expect(policy).toContain("media-src 'none'");
	expect(policy).toContain("default-src 'none'");
	expect(policy).toContain("script-src 'self'; require-trusted-types-for 'script'");
	expect(policy).not.toContain('unsafe');
});
