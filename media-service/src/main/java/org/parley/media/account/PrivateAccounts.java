package org.parley.media.account;

import org.parley.media.item.MediaItem;
import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The stored choices. Media are looked up when they are read, so that a change takes
 * effect at once for all media of a person.
 */
@Component
public class PrivateAccounts {

	private final MongoOperations mongo;

	PrivateAccounts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Whether everybody may see a medium, so that its addresses need no signature. */
	public boolean allowPublic(MediaItem item) {
		return item.isPublic() && (item.useCounts().everyone() > 0 || !isPrivate(item.ownerId()));
	}

	private boolean isPrivate(String personId) {
		var account = this.mongo.findById(personId, PrivateAccount.class);
		return account != null && account.closed();
	}

	void save(String personId, boolean closed, long version) {
		VersionedUpsert.saveIfNewer(this.mongo, PrivateAccount.class, personId, version,
				new Update().set("closed", closed));
	}

}
