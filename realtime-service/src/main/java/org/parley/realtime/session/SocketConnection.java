package org.parley.realtime.session;

/** The way to one client. */
public interface SocketConnection {

	/** Sends an event; false when the client does not take what was sent before. */
	boolean send(String event, Object data);

	/** Whether the client has taken most of what was sent. */
	boolean isReady();

	/** Says goodbye, so that the client stays away until it is asked to come back. */
	void end();

	/** Cuts the connection, so that the client comes back by itself. */
	void cut();

}
