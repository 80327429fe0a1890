package org.parley.auth.signin.verification;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of those who never show that their address is theirs.
 *
 * @param required whether they must, in the end
 * @param patience how long their account is kept
 */
@ConfigurationProperties("parley.verification")
public record VerificationSettings(@DefaultValue("false") boolean required, @DefaultValue("7d") Duration patience) {
}
