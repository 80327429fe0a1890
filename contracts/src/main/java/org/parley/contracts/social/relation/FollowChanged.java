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
 * @param version increases with every change between the two
 * @param approved true in {@code follow.started} if the followed person has approved a
 * request; absent otherwise
 * @param active whether it exists; only in a snapshot
 */
@Publishes({ "follow.requested", "follow.started", "follow.ended", "follow.snapshot" })
public record FollowChanged(@EventType String type, PersonReference follower, PersonReference followee, long version,
		@OptionalValue @Nullable Boolean approved, @OptionalValue @Nullable Boolean active) implements ParleyEvent {

	/** A follow that was requested, has started or has ended. */
	public FollowChanged(String type, PersonReference follower, PersonReference followee, long version) {
		this(type, follower, followee, version, null, null);
	}

	/** Whether the follower follows; a request is no follow yet. */
	@JsonIgnore
	public boolean isPresent() {
		return this.type.equals("follow.started") || Boolean.TRUE.equals(this.active);
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
