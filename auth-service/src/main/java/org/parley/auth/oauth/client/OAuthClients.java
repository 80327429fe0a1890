package org.parley.auth.oauth.client;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Repository of apps. */
public interface OAuthClients extends CrudRepository<OAuthClient, String> {

	/** A user's apps without removed ones, oldest first. */
	@Query(value = "{ owner: ?0, state: { $ne: 'REMOVED' } }", sort = "{ _id: 1 }")
	List<OAuthClient> findByOwner(String owner);

	/** Apps whose grants are being ended, oldest end first. */
	@Query(value = "{ endingUntil: { $gt: ?0 } }", sort = "{ endingUntil: 1 }")
	Stream<OAuthClient> streamEndingAfter(Instant end);

}
