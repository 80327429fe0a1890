// Starts the server that `npm run build` made, with the settings of Parley's services.
const defaults = {
	HOST: process.env.SERVER_ADDRESS ?? '0.0.0.0',
	PORT: '8090',
	// The gateway is the only client and names the reader in these headers.
	ADDRESS_HEADER: 'x-forwarded-for',
	PROTOCOL_HEADER: 'x-forwarded-proto',
	HOST_HEADER: 'x-forwarded-host',
	BODY_SIZE_LIMIT: '256K',
	// The gateway closes idle connections after 4 s.
	KEEP_ALIVE_TIMEOUT: '20',
	SHUTDOWN_TIMEOUT: '10',
	// As parley.shutdown.drain of the services.
	SHUTDOWN_DRAIN: process.env.NODE_ENV === 'production' ? '5' : '0'
};
for (const [name, value] of Object.entries(defaults)) {
	process.env[name] ??= value;
}
const { server } = await import('./build/index.js');
// The gateway permits headers of 16 KiB and an address of 8 KiB, and adds a few headers.
server.maxHeaderSize = 32 * 1024;
// Node would close the connection without an answer, which looks like a failure of this server.
server.on('connect', (_, socket) =>
	socket.end('HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD, POST\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
);

// At once the server would close idle connections, on one of which the gateway may just send a form.
let draining = false;
server.prependListener('request', (request, response) => {
	// A request that did not come through the gateway, such as an operator's.
	request.headers['x-forwarded-for'] ??= request.socket.remoteAddress;
	if (draining) {
		response.setHeader('Connection', 'close');
	}
});
for (const signal of ['SIGTERM', 'SIGINT']) {
	const [close] = process.listeners(signal);
	process.removeListener(signal, close);
	process.once(signal, () => {
		draining = true;
		setTimeout(close, process.env.SHUTDOWN_DRAIN * 1000, signal);
	});
}
