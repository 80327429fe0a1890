package org.parley.realtime.revocation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The source of revocations of realtime-service itself.
 *
 * @param settling time after which the queue of a new broker connection is bound
 */
@ConfigurationProperties("parley.revocations")
record SocketRevocationSettings(@DefaultValue("500ms") Duration settling) {
}
