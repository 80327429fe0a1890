package org.parley.contracts.account;

import java.time.Instant;
import java.util.List;

import org.parley.contracts.Publishes;

/**
 * A person has registered.
 *
 * @param user the account
 * @param roles the role and the roles that it includes
 * @param registeredAt when the person registered
 * @param version the version of the account
 */
@Publishes("user.registered")
public record UserRegistered(AccountData user, List<String> roles, Instant registeredAt,
		long version) implements AccountEvent {
}
