package org.parley.auth.federation.identity;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.CrudRepository;

/** Repository of linked identities. */
public interface LinkedIdentities extends CrudRepository<LinkedIdentity, String> {

	Optional<LinkedIdentity> findByIssuerAndSubject(String issuer, String subject);

	/** A user's identities, oldest first. */
	List<LinkedIdentity> findByUserIdOrderById(String userId);

}
