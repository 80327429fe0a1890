package org.parley.platform.readmodels.relation;

import org.parley.contracts.social.relation.BlockChanged;
import org.parley.contracts.social.relation.FollowChanged;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last known state between one person and another. An ended relation is kept for its
 * version, so that a late start does not bring it back.
 *
 * @param id the ids of the two and the kind
 * @param personId the person who blocks or follows
 * @param otherId the blocked or followed person
 * @param active whether the relation exists
 * @param version increases with every change between the two people
 */
@Document(PersonRelation.COLLECTION)
public record PersonRelation(@Id String id, String personId, String otherId, boolean active, long version) {

	static final String COLLECTION = "relations";

	/** A block that has started or ended. */
	static PersonRelation of(BlockChanged event) {
		return block(event.blocker().id(), event.blocked().id(), event.isPresent(), event.version());
	}

	/** A follow that has started or ended; a request is no follow yet. */
	public static PersonRelation of(FollowChanged event) {
		return follow(event.follower().id(), event.followee().id(), event.isPresent(), event.version());
	}

	static PersonRelation block(String blockerId, String blockedId, boolean active, long version) {
		return new PersonRelation(blockId(blockerId, blockedId), blockerId, blockedId, active, version);
	}

	static PersonRelation follow(String followerId, String followeeId, boolean active, long version) {
		return new PersonRelation(followId(followerId, followeeId), followerId, followeeId, active, version);
	}

	boolean connects(String person) {
		return this.personId.equals(person) || this.otherId.equals(person);
	}

	/** Ids begin with the person, so that the erasure of a person finds them. */
	static String blockId(String blockerId, String blockedId) {
		return blockerId + ":block:" + blockedId;
	}

	static String followId(String followerId, String followeeId) {
		return followerId + ":follow:" + followeeId;
	}

}
