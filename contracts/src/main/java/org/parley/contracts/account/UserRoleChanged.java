package org.parley.contracts.account;

import java.util.List;

import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * The role of a person has changed; older access tokens are invalid.
 *
 * @param roles the role and the roles that it includes
 * @param tokenVersion access tokens with a lower {@code ver} are invalid
 * @param by the administrator
 */
@Publishes("user.role-changed")
public record UserRoleChanged(AccountData user, List<String> roles, int tokenVersion, PersonReference by,
		long version) implements AccountEvent, RevokingEvent {

	@Override
	public TokenRevocation revocation() {
		return TokenRevocation.below(this.user.id(), this.tokenVersion);
	}

}
