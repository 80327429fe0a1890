package org.parley.auth.signin.passkey;

import java.util.List;
import java.util.Optional;

import org.parley.auth.signin.credential.SignInMethod;
import org.parley.platform.domain.RefusalException;

import org.springframework.data.repository.CrudRepository;

/** Repository of passkeys. */
interface Passkeys extends CrudRepository<Passkey, String>, SignInMethod {

	/** How many passkeys a user may have. */
	int MAXIMUM = 20;

	Optional<Passkey> findByCredentialId(String credentialId);

	/** A user's passkeys, oldest first. */
	List<Passkey> findByUserIdOrderById(String userId);

	@Override
	default int count(String userId) {
		return findByUserIdOrderById(userId).size();
	}

	/**
	 * A user's passkeys, if they may have another one.
	 * @throws RefusalException 409 {@code passkey.too-many}
	 */
	default List<Passkey> requireRoomForAnother(String userId) {
		var existing = findByUserIdOrderById(userId);
		if (existing.size() >= MAXIMUM) {
			throw RefusalException.conflict("passkey.too-many",
					"You have %d passkeys, the maximum. Remove one first.".formatted(MAXIMUM));
		}
		return existing;
	}

}
