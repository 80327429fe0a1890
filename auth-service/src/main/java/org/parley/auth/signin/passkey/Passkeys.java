package org.parley.auth.signin.passkey;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.CrudRepository;

/** All passkeys. */
interface Passkeys extends CrudRepository<Passkey, String> {

	Optional<Passkey> findByCredentialId(String credentialId);

	/** A person's, the oldest first. */
	List<Passkey> findByUserIdOrderById(String userId);

}
