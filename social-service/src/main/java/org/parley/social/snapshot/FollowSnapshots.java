package org.parley.social.snapshot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.relation.FollowChanged;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.social.person.SocialPeople;
import org.parley.social.person.SocialPerson;
import org.parley.social.relation.Follow;
import org.parley.social.relation.Follows;
import org.parley.social.relation.PersonPairs;

import org.springframework.stereotype.Component;

/**
 * Publishes all approved follows, each with the version of the two people. Both are read
 * in one transaction: a later version of a state that has ended since would bring it
 * back.
 */
@Component
class FollowSnapshots implements Snapshot {

	private final Follows follows;

	private final PersonPairs pairs;

	private final SocialPeople people;

	private final UnitOfWork unitOfWork;

	FollowSnapshots(Follows follows, PersonPairs pairs, SocialPeople people, UnitOfWork unitOfWork) {
		this.follows = follows;
		this.pairs = pairs;
		this.people = people;
		this.unitOfWork = unitOfWork;
	}

	@Override
	public String type() {
		return "follow.snapshot";
	}

	@Override
	public List<FollowChanged> after(@Nullable String followerId, int limit) {
		return this.unitOfWork.run(() -> snapshots(this.follows.approvedAfter(followerId, limit)));
	}

	private List<FollowChanged> snapshots(List<Follow> page) {
		var versions = this.pairs
			.versions(page.stream().map((follow) -> PersonPairs.id(follow.followerId(), follow.followeeId())).toList());
		var known = this.people.find(page.stream()
			.flatMap((follow) -> Stream.of(follow.followerId(), follow.followeeId()))
			.collect(Collectors.toSet()));
		return page.stream()
			.map((follow) -> FollowChanged.of(type(), SocialPerson.reference(follow.followerId(), known),
					SocialPerson.reference(follow.followeeId(), known),
					versions.getOrDefault(PersonPairs.id(follow.followerId(), follow.followeeId()), 0L)))
			.toList();
	}

}
