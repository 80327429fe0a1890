package org.parley.gateway.revocation;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which requests wait for the check of their token, and how long.
 *
 * @param patience how long a request waits until its token can be checked
 * @param tokenlessPaths paths that ignore tokens, so that a revoked token does not
 * prevent signing in
 */
@ConfigurationProperties("parley.revocations")
record TokenCheckSettings(@DefaultValue("2s") Duration patience, @DefaultValue Set<String> tokenlessPaths) {
}
