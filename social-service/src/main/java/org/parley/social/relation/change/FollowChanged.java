package org.parley.social.relation.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.social.person.SocialPersonReference;

/**
 * A person asked to follow another, follows, or no longer does either.
 *
 * @param version increases with every change between the two
 */
@Publishes({ "follow.requested", "follow.started", "follow.ended" })
public record FollowChanged(@JsonIgnore String type, SocialPersonReference follower, SocialPersonReference followee,
		long version) implements ParleyEvent {

	/** Whether the follower follows no longer. */
	@JsonIgnore
	public boolean isEnd() {
		return this.type.equals("follow.ended");
	}

	@Override
	public String subject() {
		return this.followee.id();
	}

	@Override
	public String partitionKey() {
		return this.follower.id();
	}

}
