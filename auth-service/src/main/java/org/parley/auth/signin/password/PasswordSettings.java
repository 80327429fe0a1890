package org.parley.auth.signin.password;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * What hashing costs. Hashes made at a lower cost are renewed when their owner signs in.
 *
 * @param memory KiB that one hash takes
 * @param iterations passes over that memory
 * @param parallelism lanes of one hash
 * @param atOnce hashes made at a time
 * @param waiting callers that may wait for their turn; others are told to come back
 * @param patience how long each of them waits before they are told the same; twice that
 * must be well below what the gateway waits for an answer, as some need two hashes
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>
 */
@Validated
@ConfigurationProperties("parley.passwords")
record PasswordSettings(@DefaultValue("19456") @Min(8) int memory, @DefaultValue("2") @Min(1) int iterations,
		@DefaultValue("1") @Min(1) @Max(16) int parallelism, @DefaultValue("2") @Min(1) int atOnce,
		@DefaultValue("64") @Min(1) int waiting, @DefaultValue("2s") Duration patience) {

	PasswordSettings {
		Assert.isTrue(patience.isPositive(), "parley.passwords.patience must be positive");
	}

}
