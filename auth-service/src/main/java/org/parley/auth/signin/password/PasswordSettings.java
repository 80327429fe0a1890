package org.parley.auth.signin.password;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * Cost of password hashing. Cheaper hashes are renewed at the next sign-in.
 *
 * @param memory of one hash in KiB
 * @param iterations over that memory
 * @param parallelism lanes of one hash
 * @param atOnce hashes computed at a time
 * @param waiting maximum number of waiting callers; others are refused
 * @param patience maximum time that each waits; some requests need two hashes, so twice
 * this must be well below the gateway's response timeout
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
