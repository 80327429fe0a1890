package org.parley.social.relation.change;

import java.util.Set;

import org.parley.contracts.social.relation.FollowChanged;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.social.person.SocialPeople;
import org.parley.social.person.SocialPerson;
import org.parley.social.relation.Blocks;
import org.parley.social.relation.Follow;
import org.parley.social.relation.Follows;
import org.parley.social.relation.PersonPairs;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Follows people and stops following them. Repeating a change has no effect. */
@Component
class FollowPerson {

	private final SocialPeople people;

	private final PersonPairs pairs;

	private final Follows follows;

	private final Blocks blocks;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	FollowPerson(SocialPeople people, PersonPairs pairs, Follows follows, Blocks blocks,
			ApplicationEventPublisher publisher, UnitOfWork unitOfWork) {
		this.people = people;
		this.pairs = pairs;
		this.follows = follows;
		this.blocks = blocks;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
	}

	/** Follows a public account, or asks a private one. */
	RelationView follow(String username, Caller caller) {
		var follower = this.people.requireWriter(caller);
		return this.unitOfWork.run(() -> {
			var followee = this.people.requireOther(username, follower, "follow.self", "You cannot follow yourself.");
			var version = this.pairs.touch(follower.id(), followee.id());
			if (!this.blocks.separatedAmong(follower.id(), Set.of(followee.id())).isEmpty()) {
				throw RefusalException.forbidden("follow.blocked", "You cannot follow this person.");
			}
			var before = this.follows.find(follower.id(), followee.id());
			if (before.isEmpty() || (!before.get().isApproved() && !followee.closed())) {
				var follow = Follow.of(follower.id(), followee);
				this.follows.save(follow);
				publish(follow, follower, followee, version);
				return view(follow, followee);
			}
			return view(before.get(), followee);
		});
	}

	/** Stops following a person, or withdraws the request. */
	void unfollow(String username, Caller caller) {
		var follower = this.people.requireWriter(caller);
		this.unitOfWork.run(() -> end(follower, other(username, follower)));
	}

	/** Approves the request of a person. */
	void approve(String username, Caller caller) {
		var followee = this.people.requireWriter(caller);
		this.unitOfWork.run(() -> {
			var follower = other(username, followee);
			var version = this.pairs.touch(follower.id(), followee.id());
			var follow = this.follows.find(follower.id(), followee.id()).orElseThrow(FollowPerson::noRequest);
			if (!follow.isApproved()) {
				this.follows.save(follow.approved());
				this.publisher.publishEvent(new FollowChanged("follow.started", follower.reference(),
						followee.reference(), version, true, null));
			}
		});
	}

	/** Declines the request of a person. */
	void decline(String username, Caller caller) {
		var followee = this.people.requireWriter(caller);
		this.unitOfWork.run(() -> {
			var follower = other(username, followee);
			if (this.follows.find(follower.id(), followee.id()).filter((follow) -> !follow.isApproved()).isEmpty()) {
				throw noRequest();
			}
			end(follower, followee);
		});
	}

	/** Removes a follower, or declines the request. */
	void removeFollower(String username, Caller caller) {
		var followee = this.people.requireWriter(caller);
		this.unitOfWork.run(() -> end(other(username, followee), followee));
	}

	private void end(SocialPerson follower, SocialPerson followee) {
		var version = this.pairs.touch(follower.id(), followee.id());
		if (this.follows.remove(follower.id(), followee.id())) {
			this.publisher
				.publishEvent(new FollowChanged("follow.ended", follower.reference(), followee.reference(), version));
		}
	}

	private SocialPerson other(String username, SocialPerson than) {
		return this.people.requireOther(username, than, "person.self", "This is you.");
	}

	private RelationView view(Follow follow, SocialPerson followee) {
		return new RelationView(FollowRelation.of(follow),
				this.follows.find(followee.id(), follow.followerId()).filter(Follow::isApproved).isPresent(), false);
	}

	private static RefusalException noRequest() {
		return RefusalException.notFound("follow.not-requested", "This person has not asked to follow you.");
	}

	private void publish(Follow follow, SocialPerson follower, SocialPerson followee, long version) {
		this.publisher.publishEvent(new FollowChanged(follow.isApproved() ? "follow.started" : "follow.requested",
				follower.reference(), followee.reference(), version));
	}

}
