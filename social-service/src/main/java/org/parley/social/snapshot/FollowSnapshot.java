package org.parley.social.snapshot;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.social.person.SocialPersonReference;

/**
 * A person follows another.
 *
 * @param version increases with every change between the two
 */
@Publishes("follow.snapshot")
record FollowSnapshot(SocialPersonReference follower, SocialPersonReference followee,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.follower.id();
	}

}
