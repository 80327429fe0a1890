package org.parley.contracts.social.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.contracts.EventType;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A person asked to follow another, follows, or no longer does either.
 *
 * @param version increases with every change between the two
 */
@Publishes({ "follow.requested", "follow.started", "follow.ended", "follow.snapshot" })
public record FollowChanged(@EventType String type, PersonReference follower, PersonReference followee,
		long version) implements ParleyEvent {

	/** Whether the follower follows; a request is no follow yet. */
	@JsonIgnore
	public boolean isPresent() {
		return this.type.equals("follow.started") || this.type.equals("follow.snapshot");
	}

	@Override
	public String subject() {
		return this.type.equals("follow.snapshot") ? this.follower.id() : this.followee.id();
	}

	@Override
	public String partitionKey() {
		return this.follower.id();
	}

}
