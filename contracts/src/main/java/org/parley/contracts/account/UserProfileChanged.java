package org.parley.contracts.account;

import java.util.List;

import org.parley.contracts.Publishes;

/**
 * A person has changed the profile, or has closed or restored the account.
 *
 * @param roles the role and the roles that it includes
 * @param locale the language, a BCP 47 tag
 * @param timeZone the time zone, an IANA name
 */
@Publishes("user.profile-changed")
public record UserProfileChanged(AccountData user, List<String> roles, String locale, String timeZone,
		long version) implements AccountEvent {
}
