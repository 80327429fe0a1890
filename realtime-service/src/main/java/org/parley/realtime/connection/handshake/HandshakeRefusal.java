package org.parley.realtime.connection.handshake;

/**
 * Reasons for rejecting a handshake, with the codes and messages of Engine.IO.
 *
 * @see <a href="https://socket.io/docs/v4/troubleshooting-connection-issues/">Socket.IO:
 * Troubleshooting</a>
 */
enum HandshakeRefusal {

	TRANSPORT(400, 0, "Transport unknown"), SESSION(400, 1, "Session ID unknown"),
	METHOD(400, 2, "Bad handshake method"), REQUEST(400, 3, "Bad request"), ORIGIN(403, 4, "Forbidden"),
	LIMIT(429, 3, "Too many connections"), PROTOCOL(400, 5, "Unsupported protocol version"), PATH(404, 3, "Not found"),
	SIZE(413, 3, "Packet too large");

	private final int status;

	private final int code;

	private final String message;

	HandshakeRefusal(int status, int code, String message) {
		this.status = status;
		this.code = code;
		this.message = message;
	}

	int status() {
		return this.status;
	}

	String json() {
		return "{\"code\":%d,\"message\":\"%s\"}".formatted(this.code, this.message);
	}

}
