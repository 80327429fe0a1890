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

	public static ProvenOwner of(User user) {
		return new ProvenOwner(user.id(), user.linkVersion());
	}

	/** The account, if the proof is still valid. */
	public Optional<User> find(Users users) {
		return users.findById(this.userId).filter(this::is);
	}

	/** Whether this is the account, and the proof is still valid. */
	public boolean is(User user) {
		return this.userId.equals(user.id()) && this.linkVersion == user.linkVersion();
	}

}
