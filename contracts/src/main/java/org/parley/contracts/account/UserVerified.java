package org.parley.contracts.account;

import java.time.Instant;
import java.util.List;

import org.parley.contracts.Publishes;

/**
 * A person has verified the email address.
 *
 * @param roles the role and the roles that it includes
 * @param verifiedAt when the address was verified
 */
@Publishes("user.verified")
public record UserVerified(AccountData user, List<String> roles, Instant verifiedAt,
		long version) implements AccountEvent {
}
