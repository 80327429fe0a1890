package org.parley.auth.tokens.session;

import java.time.Instant;
import java.util.List;

import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** All sessions, until some time after their end. */
public interface UserSessions extends CrudRepository<UserSession, String> {

	/** Those that count, the newest first. */
	@Query(value = "{ userId: ?0, endedAt: null, expiresAt: { $gt: ?1 } }", sort = "{ _id: -1 }")
	List<UserSession> liveOf(String userId, Instant now);

}
