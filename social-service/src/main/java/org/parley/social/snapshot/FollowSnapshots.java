package org.parley.social.snapshot;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.social.relation.FollowChanged;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.social.relation.PersonPairs;
import org.parley.social.relation.RelationPages;

import org.springframework.stereotype.Component;

/** Publishes all approved follows, and that others do not exist that may have ended. */
@Component
class FollowSnapshots implements Snapshot {

	private final RelationPages relations;

	FollowSnapshots(RelationPages relations) {
		this.relations = relations;
	}

	@Override
	public String type() {
		return "follow.snapshot";
	}

	@Override
	public List<FollowChanged> after(@Nullable String pairId, int limit) {
		return this.relations.after(pairId, limit, (relation) -> relation.follows() || relation.changed())
			.stream()
			.map((relation) -> new FollowChanged(type(), relation.from(), relation.to(), relation.version(), null,
					relation.follows()))
			.toList();
	}

	@Override
	public String position(ParleyEvent event) {
		var change = (FollowChanged) event;
		return PersonPairs.id(change.follower().id(), change.followee().id());
	}

}
