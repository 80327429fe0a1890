package org.parley.social.relation;

import org.parley.platform.domain.Ids;
import org.parley.social.person.SocialPerson;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person follows another, or has asked to.
 *
 * @param id the ids of the follower and the followed person
 * @param followeeId the id of the followed person
 * @param state whether it is approved
 * @param seq sorts by the time of the request
 */
@Document("follows")
@CompoundIndex(def = "{'followeeId': 1, 'state': 1, 'seq': 1}")
@CompoundIndex(def = "{'followerId': 1, 'state': 1, 'seq': 1}")
@CompoundIndex(def = "{'followeeId': 1, 'state': 1, 'followerId': 1}")
public record Follow(@Id String id, String followerId, String followeeId, FollowState state, String seq) {

	/** Creates a follow of a public account, or a request to a private one. */
	public static Follow of(String followerId, SocialPerson followee) {
		return new Follow(id(followerId, followee.id()), followerId, followee.id(),
				followee.closed() ? FollowState.REQUESTED : FollowState.APPROVED, Ids.next());
	}

	static String id(String followerId, String followeeId) {
		return followerId + ":" + followeeId;
	}

	public boolean isApproved() {
		return this.state == FollowState.APPROVED;
	}

	/** The same follow with the consent of the followed person. */
	public Follow approved() {
		return new Follow(this.id, this.followerId, this.followeeId, FollowState.APPROVED, this.seq);
	}

	/** The states of a follow. */
	public enum FollowState {

		/** Asked for; a private account approves or declines it. */
		REQUESTED,
		/** The follower sees what followers see. */
		APPROVED

	}

}
