package org.parley.contracts.account;

import java.time.Instant;
import java.util.List;

import org.parley.contracts.Publishes;

/**
 * A person has verified the email address.
 *
 * @param user the account
 * @param roles the role and the roles that it includes
 * @param verifiedAt when the address was verified
 * @param version the version of the account
 */
@Publishes("user.verified")
public record UserVerified(AccountData user, List<String> roles, Instant verifiedAt,
		long version) implements AccountEvent {
}
