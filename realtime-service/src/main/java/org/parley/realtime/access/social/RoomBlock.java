package org.parley.realtime.access.social;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored block. An ended one remains, so that an older event cannot restore it.
 *
 * @param id the ids of the two
 * @param present whether it holds
 * @param version the number of the change among those between the two
 */
@Document("blocks")
@CompoundIndex(def = "{'blockerId': 1, 'present': 1}")
@CompoundIndex(def = "{'blockedId': 1, 'present': 1}")
record RoomBlock(@Id String id, String blockerId, String blockedId, boolean present, long version) {

	static String id(String blockerId, String blockedId) {
		return blockerId + ":" + blockedId;
	}

}
