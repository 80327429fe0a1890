package org.parley.contracts.account;

import java.time.Instant;
import java.util.List;

import org.parley.contracts.Publishes;

/**
 * The current state of an account.
 *
 * @param roles the role and the roles that it includes
 * @param locale the language, a BCP 47 tag
 * @param timeZone the time zone, an IANA name
 * @param tokenVersion access tokens with a lower {@code ver} are invalid
 */
@Publishes("user.snapshot")
public record UserSnapshot(AccountData user, List<String> roles, String locale, String timeZone, Instant registeredAt,
		Integer tokenVersion, long version) implements AccountEvent {
}
