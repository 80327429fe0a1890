package org.parley.auth.account.personaltoken;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** The repository of personal access tokens. */
interface PersonalTokens extends CrudRepository<PersonalToken, String> {

	Optional<PersonalToken> findByHash(String hash);

	/** Finds the valid tokens of a user, newest first. */
	@Query(value = "{ userId: ?0, expiresAt: { $gt: ?1 } }", sort = "{ _id: -1 }")
	List<PersonalToken> findLive(String userId, Instant now);

	List<PersonalToken> findByUserId(String userId);

	@Query("{ expiresAt: { $lte: ?0 } }")
	Stream<PersonalToken> streamExpired(Instant now);

}
