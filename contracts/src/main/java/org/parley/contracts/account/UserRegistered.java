package org.parley.contracts.account;

import java.time.Instant;
import java.util.List;

import org.parley.contracts.Publishes;

/**
 * A person has registered.
 *
 * @param roles the role and the roles that it includes
 */
@Publishes("user.registered")
public record UserRegistered(AccountData user, List<String> roles, Instant registeredAt,
		long version) implements AccountEvent {
}
