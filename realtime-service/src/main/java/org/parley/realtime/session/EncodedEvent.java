package org.parley.realtime.session;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** An event for many sockets, encoded once. */
public final class EncodedEvent {

	private final String name;

	private final String json;

	private final byte[] frame;

	/**
	 * Encodes an event.
	 * @param name the Socket.IO event name, without characters that JSON escapes
	 * @param json the message as JSON
	 */
	public EncodedEvent(String name, String json) {
		this.name = name;
		this.json = json;
		this.frame = ("42[\"" + name + "\"," + json + "]").getBytes(StandardCharsets.UTF_8);
	}

	public String name() {
		return this.name;
	}

	/** The message, which the Socket.IO server writes as it is. */
	@JsonValue
	@JsonRawValue
	public String json() {
		return this.json;
	}

	/**
	 * The payload of a WebSocket frame: an Engine.IO message that is an event of the
	 * default namespace. Must not be changed.
	 * @see <a href=
	 * "https://socket.io/docs/v4/socket-io-protocol/#packet-encoding">Socket.IO packet
	 * encoding</a>
	 */
	public byte[] frame() {
		return this.frame;
	}

}
