package org.parley.auth.tokens.session;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** The repository of sessions. */
public interface UserSessions extends CrudRepository<UserSession, String> {

	/** Finds the live sessions of a user, newest first. */
	@Query(value = "{ userId: ?0, endedAt: null, expiresAt: { $gt: ?1 } }", sort = "{ _id: -1 }")
	List<UserSession> findLive(String userId, Instant now);

	/** Finds the sessions that have expired, ended ones included. */
	@Query("{ expiresAt: { $lte: ?0 } }")
	Stream<UserSession> streamExpired(Instant now);

}
