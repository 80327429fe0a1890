package org.parley.realtime.session;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a socket may do.
 *
 * @param messages how many messages it may send in a second; twice as many at once
 * @param rooms how many threads it may have joined
 * @param typing how often it is told that somebody types in a thread
 * @param resuming how long after connecting a join may rely on the offset of the
 * connection
 */
@ConfigurationProperties("parley.realtime.session")
public record SessionSettings(@DefaultValue("20") int messages, @DefaultValue("50") int rooms,
		@DefaultValue("2s") Duration typing, @DefaultValue("30s") Duration resuming) {

	public SessionSettings {
		if (messages < 1 || rooms < 1) {
			throw new IllegalArgumentException("parley.realtime.session.messages and rooms must be 1 at least");
		}
	}

}
