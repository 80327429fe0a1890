package org.parley.contracts.social.relation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A person asked to follow another, follows, or no longer does either.
 *
 * @param approved true in {@code follow.started} if the followed person has approved a
 * request; absent otherwise
 * @param version increases with every change between the two
 */
@Publishes({ "follow.requested", "follow.started", "follow.ended", "follow.snapshot" })
public record FollowChanged(@EventType String type, PersonReference follower, PersonReference followee,
		@OptionalValue @Nullable Boolean approved, long version) implements ParleyEvent {

	/** The follow as it is now, or its end. */
	public static FollowChanged of(String type, PersonReference follower, PersonReference followee, long version) {
		return new FollowChanged(type, follower, followee, null, version);
	}

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
