package org.parley.realtime.revocation;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sources of revocations besides events.
 *
 * @param name name of auth-service's Redis channel
 * @param source URL of auth-service's list of current revocations
 * @param pause delay before a failed request is repeated
 * @param settling time after which the queue of a new broker connection is bound
 * @param again interval of regular loads
 */
@ConfigurationProperties("parley.revocations")
record SocketRevocationSettings(@DefaultValue("revocations") String name,
		@DefaultValue("http://127.0.0.1:8081/internal/revocations") URI source, @DefaultValue("1s") Duration pause,
		@DefaultValue("500ms") Duration settling, @DefaultValue("1m") Duration again) {
}
