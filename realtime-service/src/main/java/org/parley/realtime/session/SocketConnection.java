package org.parley.realtime.session;

/** The connection to a client. */
public interface SocketConnection {

	/** Sends an event; false if the client does not read earlier ones. */
	boolean send(String event, Object data);

	/** Sends an event to this and other clients; false if the client is behind. */
	boolean send(EncodedEvent event);

	/** Checks whether the client has read most of what was sent. */
	boolean isReady();

	/** Disconnects the client, which does not reconnect by itself. */
	void end();

	/** Cuts the connection, after which the client reconnects by itself. */
	void cut();

}
