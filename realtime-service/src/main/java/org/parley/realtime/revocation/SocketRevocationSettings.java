package org.parley.realtime.revocation;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where revocations are told, beside events.
 *
 * @param name of auth-service's channel in Redis
 * @param source where auth-service lists those that may still matter
 * @param pause how long to wait before the list is asked for again that could not be had
 * @param settling how long after a connection to the broker the queue is bound for sure
 * @param again after what time the list is asked for to be sure
 */
@ConfigurationProperties("parley.revocations")
record SocketRevocationSettings(@DefaultValue("revocations") String name,
		@DefaultValue("http://127.0.0.1:8081/internal/revocations") URI source, @DefaultValue("1s") Duration pause,
		@DefaultValue("500ms") Duration settling, @DefaultValue("1m") Duration again) {
}
