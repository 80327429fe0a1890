package org.parley.gateway.limit;

import java.time.Duration;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Scope;
import org.springframework.validation.annotation.Validated;

/**
 * The rate limits. They may change while the gateway runs, but for {@code exchange} and
 * {@code subjects}.
 *
 * @param credentials per address, on paths that accept credentials
 * @param user per authenticated person
 * @param anonymous per address of unauthenticated clients
 * @param writes per person or address, for writing requests
 * @param machines per address, on paths for software clients
 * @param pages per address, on paths of pages, which call the API for their readers
 * @param files per address, on paths of media files
 * @param token per personal access token, and per person in each app, in addition
 * @param app per app, for all of its users, in addition
 * @param credentialPaths paths whose writes use the credentials limit
 * @param codePaths paths whose reads use it as well, since they accept codes
 * @param sessionPaths paths without the credentials limit, which auth-service limits
 * itself
 * @param machinePaths paths, including subpaths, with the machines limit
 * @param peoplePaths paths below them, including subpaths, that have the limits of people
 * @param messagePaths methods and paths without the limit of writes: messages, which
 * chat-service limits itself, read positions, and ends of uploads; a name in braces
 * stands for any segment
 * @param exchange the shortest interval of synchronization between instances
 * @param subjects the largest number of tracked subjects
 */
@Validated
@Scope("prototype")
@ConfigurationProperties("parley.gateway.limits")
record RateLimitSettings(@NotNull @Valid Quota credentials, @NotNull @Valid Quota user, @NotNull @Valid Quota anonymous,
		@NotNull @Valid Quota writes, @NotNull @Valid Quota machines, @NotNull @Valid Quota pages,
		@NotNull @Valid Quota files, @NotNull @Valid Quota token, @NotNull @Valid Quota app,
		@NotEmpty Set<String> credentialPaths, @DefaultValue Set<String> codePaths,
		@DefaultValue Set<String> sessionPaths, @DefaultValue Set<String> machinePaths,
		@DefaultValue Set<String> peoplePaths, @DefaultValue Set<String> messagePaths, @NotNull Duration exchange,
		@DefaultValue("200000") @Min(1) int subjects) {

	/**
	 * A limit.
	 *
	 * @param requests the number of requests
	 * @param window the sliding time in which they count
	 */
	record Quota(@Min(1) int requests, @NotNull @DurationMin(seconds = 1) Duration window) {

		RateLimit named(String name) {
			return new RateLimit(name, this.requests, this.window);
		}

	}

}
