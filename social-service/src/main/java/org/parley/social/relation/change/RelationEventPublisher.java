package org.parley.social.relation.change;

import org.parley.contracts.social.relation.BlockChanged;
import org.parley.contracts.social.relation.FollowChanged;
import org.parley.social.person.SocialPerson;
import org.parley.social.relation.Follow;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes changes between people, within the transaction of the caller. */
@Component
class RelationEventPublisher {

	private final ApplicationEventPublisher publisher;

	RelationEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	void publishFollowed(Follow follow, SocialPerson follower, SocialPerson followee, long version) {
		publish(follow.isApproved() ? "follow.started" : "follow.requested", follower, followee, version);
	}

	void publishFollowEnded(SocialPerson follower, SocialPerson followee, long version) {
		publish("follow.ended", follower, followee, version);
	}

	void publishBlocked(SocialPerson blocker, SocialPerson blocked, long version) {
		this.publisher
			.publishEvent(new BlockChanged("block.started", blocker.reference(), blocked.reference(), version));
	}

	void publishUnblocked(SocialPerson blocker, SocialPerson blocked, long version) {
		this.publisher.publishEvent(new BlockChanged("block.ended", blocker.reference(), blocked.reference(), version));
	}

	private void publish(String type, SocialPerson follower, SocialPerson followee, long version) {
		this.publisher.publishEvent(new FollowChanged(type, follower.reference(), followee.reference(), version));
	}

}
