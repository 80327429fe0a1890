package org.parley.contracts.account;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A person was banned.
 *
 * @param roles the role and the roles that it includes
 * @param reason the moderator's text
 * @param until when the ban expires; null if it is permanent
 * @param tokenVersion access tokens with a lower {@code ver} are invalid
 * @param by the moderator or administrator
 */
@Publishes("user.banned")
public record UserBanned(AccountData user, List<String> roles, String reason, @OptionalValue @Nullable Instant until,
		int tokenVersion, PersonReference by, long version) implements AccountEvent, RevokingEvent {

	@Override
	public TokenRevocation revocation() {
		return TokenRevocation.below(this.user.id(), this.tokenVersion);
	}

}
