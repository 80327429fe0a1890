package org.parley.gateway.limit;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests are allowed.
 *
 * @param credentials per address, on the paths that take passwords and the like
 * @param user per person who is signed in
 * @param anonymous per address of those who are not
 * @param writes per person or address, of requests that change something
 * @param machines per address, on the paths where software calls on its own
 * @param credentialPaths paths whose writes are under the credentials limit
 * @param codePaths paths where every request is, as a read can take a code, too
 * @param sessionPaths paths whose writes are none: auth-service limits them itself
 * @param machinePaths paths that are, with all below them, under the machines limit
 * @param exchange how often the instances hear of each other
 * @param subjects how many persons and addresses are remembered
 */
@Validated
@ConfigurationProperties("parley.gateway.limits")
record RateLimitSettings(@NotNull @Valid Quota credentials, @NotNull @Valid Quota user, @NotNull @Valid Quota anonymous,
		@NotNull @Valid Quota writes, @NotNull @Valid Quota machines, @NotEmpty Set<String> credentialPaths,
		@DefaultValue Set<String> codePaths, @DefaultValue Set<String> sessionPaths,
		@DefaultValue Set<String> machinePaths, @NotNull Duration exchange,
		@DefaultValue("200000") @Min(1) int subjects) {

	Duration longestWindow() {
		return Stream.of(this.credentials, this.user, this.anonymous, this.writes, this.machines)
			.map(Quota::window)
			.max(Duration::compareTo)
			.orElseThrow();
	}

	record Quota(@Min(1) int requests, @NotNull Duration window) {

		RateLimit named(String name) {
			return new RateLimit(name, this.requests, this.window);
		}

	}

}
