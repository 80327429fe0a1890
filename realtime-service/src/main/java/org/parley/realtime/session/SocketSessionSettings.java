package org.parley.realtime.session;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of sockets.
 *
 * @param messages messages per second of a socket; bursts may be twice as large
 * @param rooms maximum number of joined rooms
 * @param typing minimum interval between two typing notices of a socket in a room
 * @param resuming time after connecting in which joins use the offset of the connection
 * @param perAddress maximum number of sockets of an address per instance
 * @param perPerson maximum number of sockets of a user per instance
 * @param handshakes new connections per second of an address; bursts may be twice as
 * large
 */
@ConfigurationProperties("parley.realtime.session")
public record SocketSessionSettings(@DefaultValue("20") int messages, @DefaultValue("50") int rooms,
		@DefaultValue("2s") Duration typing, @DefaultValue("30s") Duration resuming,
		@DefaultValue("500") int perAddress, @DefaultValue("50") int perPerson, @DefaultValue("50") int handshakes) {

	public SocketSessionSettings {
		if (messages < 1 || rooms < 1 || perAddress < 1 || perPerson < 1 || handshakes < 1) {
			throw new IllegalArgumentException(
					"parley.realtime.session: messages, rooms, per-address, per-person and handshakes must be 1 at least");
		}
	}

}
