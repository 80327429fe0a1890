package org.parley.auth.user.event;

import java.util.List;

import org.parley.auth.user.revocation.RevokingEvent;
import org.parley.auth.user.revocation.TokenRevocation;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A person has other roles now; tokens issued before count no more.
 *
 * @param user who
 * @param roles all that they have, after the change
 * @param tokenVersion tokens with a lower {@code ver} count no more
 * @param by who gave the role
 * @param version of the account
 */
@Publishes("user.role-changed")
public record UserRoleChanged(UserPortrait user, List<String> roles, int tokenVersion, UserReference by,
		long version) implements ParleyEvent, RevokingEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

	@Override
	public String partitionKey() {
		return this.user.id();
	}

	@Override
	public TokenRevocation revocation() {
		return TokenRevocation.below(this.user.id(), this.tokenVersion);
	}

}
