import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import Provider from 'oidc-provider';

/**
 * Starts an OpenID Connect issuer that others wrote, at which everybody can sign in by any name
 * and password, for development and tests. Its only client is the forum. A name that is a mail
 * address is the address of its account. What follows plus signs are its groups: nora+board.
 */
export async function startIssuer({ port = 0, redirectUri, clientId, clientSecret }) {
	const server = createServer();
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const address = `http://127.0.0.1:${server.address().port}`;
	const provider = new Provider(address, {
		clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
		claims: { email: ['email', 'email_verified'], profile: ['name', 'preferred_username', 'groups'] },
		findAccount: (_, login) => ({ accountId: login, claims: () => describe(login) })
	});
	let answer;
	// Tests add what changes its answers before the first request.
	server.on('request', (...exchange) => (answer ??= provider.callback())(...exchange));
	return { address, provider, close: () => server.close() };
}

function describe(login) {
	const [name, ...groups] = login.split('@')[0].split('+');
	return {
		sub: login,
		email: login.includes('@') ? login : `${name}@issuer.example`,
		email_verified: true,
		name: `Guest ${name}`,
		preferred_username: name,
		groups
	};
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const { PORT, REDIRECT_URI, CLIENT_ID, CLIENT_SECRET } = process.env;
	await startIssuer({ port: Number(PORT), redirectUri: REDIRECT_URI, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET });
}
