package org.parley.auth.tokens.session;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;
import org.springframework.data.repository.CrudRepository;

/** The repository of sessions. */
public interface UserSessions extends CrudRepository<UserSession, String> {

	/** Finds the live sessions of a user, newest first. */
	@Query(value = "{ userId: ?0, endedAt: null, expiresAt: { $gt: ?1 } }", sort = "{ _id: -1 }")
	List<UserSession> findLive(String userId, Instant now);

	/**
	 * Ends the live sessions of a user without an event; the caller publishes one for all
	 * sessions. However many there are, it is one command.
	 */
	@Query("{ userId: ?0, endedAt: null, expiresAt: { $gt: ?1 } }")
	@Update("{ $set: { endedAt: ?1 }, $inc: { version: 1 } }")
	void endLive(String userId, Instant now);

	/** Finds the sessions that have expired, ended ones included. */
	@Query("{ expiresAt: { $lte: ?0 } }")
	Stream<UserSession> streamExpired(Instant now);

}
