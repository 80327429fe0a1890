package org.parley.platform.security;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of the issuer, fetched anew every five minutes, and when a token names
 * one that is not known. While they cannot be fetched those that are known count on, for
 * longer than a token lives.
 */
final class IssuerKeys {

	private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);

	private static final Duration OUTAGE = Duration.ofHours(1);

	private static final int TIMEOUT_MILLIS = 1_000;

	private static final int LARGEST = 64 * 1024;

	private IssuerKeys() {
	}

	static JWKSource<SecurityContext> at(URI address) {
		try {
			var http = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST);
			return JWKSourceBuilder.<SecurityContext>create(address.toURL(), http)
				.refreshAheadCache(false)
				.rateLimited(false)
				.outageTolerant(OUTAGE.toMillis(),
						(_) -> log.warn("The issuer's keys cannot be fetched; those that are known count on"))
				.build();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException("The address of the issuer's keys is none", ex);
		}
	}

}
