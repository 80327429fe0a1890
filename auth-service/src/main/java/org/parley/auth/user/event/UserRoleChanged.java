package org.parley.auth.user.event;

import java.util.List;

import org.parley.auth.user.revocation.RevokingEvent;
import org.parley.auth.user.revocation.TokenRevocation;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * The role of a user has changed; older access tokens are invalid.
 *
 * @param user the user
 * @param roles the new role and the roles that it includes
 * @param tokenVersion access tokens with a lower {@code ver} are invalid
 * @param by the administrator
 * @param version the version of the account
 */
@Publishes("user.role-changed")
public record UserRoleChanged(UserPortrait user, List<String> roles, int tokenVersion, UserReference by,
		long version) implements ParleyEvent, RevokingEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

	@Override
	public TokenRevocation revocation() {
		return TokenRevocation.below(this.user.id(), this.tokenVersion);
	}

}
