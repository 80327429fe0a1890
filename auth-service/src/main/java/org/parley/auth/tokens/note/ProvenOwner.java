package org.parley.auth.tokens.note;

import java.util.Optional;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;

/**
 * A user who has proved that the account is theirs. The proof ends when a credential
 * changes, so that it permits one change.
 *
 * @param linkVersion of the account; every change of a credential raises it
 */
public record ProvenOwner(String userId, int linkVersion) {

	/** The owner of an account, as it is now. */
	public static ProvenOwner of(User user) {
		return new ProvenOwner(user.id(), user.linkVersion());
	}

	/** The account, if the proof is still valid. */
	public Optional<User> find(Users users) {
		return users.findById(this.userId).filter((user) -> this.linkVersion == user.linkVersion());
	}

}
