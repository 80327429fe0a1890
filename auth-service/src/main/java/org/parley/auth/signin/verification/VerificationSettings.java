package org.parley.auth.signin.verification;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Email verification.
 *
 * @param required whether accounts must verify their address
 * @param patience after which unverified accounts are removed, if it is required
 */
@ConfigurationProperties("parley.verification")
public record VerificationSettings(@DefaultValue("false") boolean required, @DefaultValue("7d") Duration patience) {
}
