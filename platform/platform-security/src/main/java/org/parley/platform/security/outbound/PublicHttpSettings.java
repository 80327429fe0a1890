package org.parley.platform.security.outbound;

import java.time.Duration;

/**
 * Settings of requests to addresses that users choose.
 *
 * @param userAgent the name and version of the sender
 * @param allowPrivateAddresses whether private addresses are allowed; for development
 * @param connectTimeout time limit of connecting
 * @param timeout time limit of the whole request
 */
public record PublicHttpSettings(String userAgent, boolean allowPrivateAddresses, Duration connectTimeout,
		Duration timeout) {
}
