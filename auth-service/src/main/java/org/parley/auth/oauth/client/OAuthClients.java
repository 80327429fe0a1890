package org.parley.auth.oauth.client;

import java.time.Instant;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** All apps. */
public interface OAuthClients extends CrudRepository<OAuthClient, String> {

	/** Those of a person that are not removed, the oldest first. */
	@Query(value = "{ owner: ?0, state: { $ne: 'REMOVED' } }", sort = "{ _id: 1 }")
	List<OAuthClient> of(String owner);

	/** Those whose grants are to be ended, in the order in which that began. */
	@Query(value = "{ endingUntil: { $gt: ?0 } }", sort = "{ endingUntil: 1 }")
	List<OAuthClient> endingAfter(Instant end, Limit limit);

}
