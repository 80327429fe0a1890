package org.parley.contracts.account;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * The ban of a person was lifted or has expired.
 *
 * @param roles the role and the roles that it includes
 * @param by the moderator or administrator; null if the ban has expired
 */
@Publishes("user.unbanned")
public record UserUnbanned(AccountData user, List<String> roles, @OptionalValue @Nullable PersonReference by,
		long version) implements AccountEvent {
}
