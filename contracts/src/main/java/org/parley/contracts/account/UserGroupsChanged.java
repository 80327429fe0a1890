package org.parley.contracts.account;

import java.util.List;

import org.parley.contracts.Publishes;

/**
 * A person has joined or left groups; older access tokens are invalid.
 *
 * @param user with all groups, after the change
 * @param roles the role and the roles that it includes
 * @param tokenVersion access tokens with a lower {@code ver} are invalid
 */
@Publishes("user.groups-changed")
public record UserGroupsChanged(AccountData user, List<String> roles, int tokenVersion,
		long version) implements AccountEvent, RevokingEvent {

	@Override
	public TokenRevocation revocation() {
		return TokenRevocation.below(this.user.id(), this.tokenVersion);
	}

}
