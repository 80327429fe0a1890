package org.parley.realtime.session;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a socket may do, and how many there may be.
 *
 * @param messages how many messages it may send in a second; twice as many at once
 * @param rooms how many threads it may have joined
 * @param typing how often it is told that somebody types in a thread
 * @param resuming how long after connecting a join may rely on the offset of the
 * connection
 * @param perAddress how many sockets one client address may have on an instance
 * @param perPerson how many sockets one person may have on an instance
 * @param handshakes how many connections an address may begin in a second; twice as many
 * at once
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
