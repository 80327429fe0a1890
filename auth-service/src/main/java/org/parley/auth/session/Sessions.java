package org.parley.auth.session;

import java.time.Instant;
import java.util.List;

import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** All sessions, until some time after their end. */
public interface Sessions extends CrudRepository<Session, String> {

	/** Those that count, the newest first. */
	@Query(value = "{ userId: ?0, endedAt: null, expiresAt: { $gt: ?1 } }", sort = "{ _id: -1 }")
	List<Session> liveOf(String userId, Instant now);

}
