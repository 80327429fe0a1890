/** Settings from the environment. */
export interface Settings {
	/** The address of the site, which is the issuer of its tokens. */
	publicUrl: URL;
	/** The address of the gateway for this server's own calls. */
	gateway: URL;
	/** The secret of the OAuth client `parley-web`. */
	clientSecret: string;
	/** The key of the session cookies, 32 bytes. */
	key: Uint8Array;
	/** Hosts whose images posts may show. */
	imageHosts: string[];
	/** The origin of media, if there is one. */
	mediaOrigin: string | undefined;
	/** The origin of the storage to which browsers upload files, if there is one. */
	uploadOrigin: string | undefined;
}

function required(environment: NodeJS.ProcessEnv, name: string): string {
	const value = environment[name];
	if (!value) {
		throw new Error(`${name} must be set; docs/configuration.md explains it`);
	}
	return value;
}

function url(environment: NodeJS.ProcessEnv, name: string): URL {
	const address = required(environment, name);
	if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
		throw new Error(`${name} must be an address such as https://forum.example.org`);
	}
	return new URL(address);
}

function origin(environment: NodeJS.ProcessEnv, name: string): string | undefined {
	return environment[name] ? url(environment, name).origin : undefined;
}

/**
 * Reads the settings.
 * @throws Error that names the missing or malformed variable
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
	const key = Buffer.from(required(environment, 'PARLEY_WEB_KEY'), 'base64');
	if (key.length !== 32) {
		throw new Error('PARLEY_WEB_KEY must be 32 random bytes in base64: `openssl rand -base64 32`');
	}
	return {
		publicUrl: url(environment, 'PARLEY_PUBLIC_URL'),
		gateway: url(environment, 'PARLEY_GATEWAY_URI'),
		clientSecret: required(environment, 'PARLEY_WEB_SECRET'),
		key: new Uint8Array(key),
		imageHosts: (environment.PARLEY_IMAGE_HOSTS ?? '')
			.split(',')
			.map((host) => host.trim())
			.filter((host) => /^[a-z0-9.*-]+$/i.test(host)),
		mediaOrigin: origin(environment, 'PARLEY_MEDIA_URL'),
		uploadOrigin: origin(environment, 'PARLEY_S3_PUBLIC_URL')
	};
}

let settings: Settings | undefined;

export function currentSettings(): Settings {
	return (settings ??= readSettings(process.env));
}
