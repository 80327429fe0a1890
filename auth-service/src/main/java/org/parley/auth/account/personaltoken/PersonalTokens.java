package org.parley.auth.account.personaltoken;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** All personal access tokens that were not taken back, until they expire. */
interface PersonalTokens extends CrudRepository<PersonalToken, String> {

	Optional<PersonalToken> findByHash(String hash);

	/** Those of a person that count, the newest first. */
	@Query(value = "{ userId: ?0, expiresAt: { $gt: ?1 } }", sort = "{ _id: -1 }")
	List<PersonalToken> liveOf(String userId, Instant now);

	List<PersonalToken> findByUserId(String userId);

}
