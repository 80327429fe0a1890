package org.parley.realtime.access.social;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored follow. An ended one remains, so that an older event cannot restore it.
 *
 * @param id the ids of the two
 * @param followeeId the followed person
 * @param present whether it holds
 * @param version the number of the change among those between the two
 */
@Document("follows")
@CompoundIndex(def = "{'followeeId': 1, 'present': 1, 'followerId': 1}")
record RoomFollow(@Id String id, String followerId, String followeeId, boolean present, long version) {

	static String id(String followerId, String followeeId) {
		return followerId + ":" + followeeId;
	}

	/** Returns the lowest id that a follow of this person may have. */
	static String firstId(String followerId) {
		return id(followerId, "");
	}

	/** Returns the lowest id after those of the follows of this person. */
	static String endOfIds(String followerId) {
		return followerId + (char) (':' + 1);
	}

}
