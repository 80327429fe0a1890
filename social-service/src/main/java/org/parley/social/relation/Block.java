package org.parley.social.relation;

import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person blocks another.
 *
 * @param id the ids of the two
 * @param seq sorts by time
 */
@Document("blocks")
@CompoundIndex(def = "{'blockerId': 1, 'seq': 1}")
public record Block(@Id String id, String blockerId, String blockedId, String seq) {

	public static Block of(String blockerId, String blockedId) {
		return new Block(id(blockerId, blockedId), blockerId, blockedId, Ids.next());
	}

	static String id(String blockerId, String blockedId) {
		return blockerId + ":" + blockedId;
	}

}
