package org.parley.social.relation.change;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.contracts.social.relation.FollowChanged;
import org.parley.social.page.ListRange;
import org.parley.social.person.SocialPeople;
import org.parley.social.person.SocialPerson;
import org.parley.social.relation.Follow;
import org.parley.social.relation.Follow.FollowState;
import org.parley.social.relation.Follows;
import org.parley.social.relation.PersonPairs;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Approves the requests to follow an account that has become public. */
@Component
public class ApproveRequests {

	private static final int PAGE = 50;

	private final SocialPeople people;

	private final PersonPairs pairs;

	private final Follows follows;

	private final ApplicationEventPublisher publisher;

	ApproveRequests(SocialPeople people, PersonPairs pairs, Follows follows, ApplicationEventPublisher publisher) {
		this.people = people;
		this.pairs = pairs;
		this.follows = follows;
		this.publisher = publisher;
	}

	/**
	 * Approves a page of requests, within the caller's transaction.
	 * @return whether there may be more
	 */
	public boolean approvePage(String followeeId) {
		return Stream.ofNullable(this.people.find(Set.of(followeeId)).get(followeeId))
			.filter((followee) -> !followee.closed())
			.anyMatch(this::approvePage);
	}

	private boolean approvePage(SocialPerson followee) {
		var page = this.follows.to(followee.id(), FollowState.REQUESTED, new ListRange(null, false, PAGE));
		var followers = this.people.find(page.stream().map(Follow::followerId).collect(Collectors.toSet()));
		page.forEach((request) -> Stream.ofNullable(followers.get(request.followerId()))
			.forEach((follower) -> approve(request, follower, followee)));
		return followers.size() == PAGE;
	}

	private void approve(Follow request, SocialPerson follower, SocialPerson followee) {
		var version = this.pairs.touch(follower.id(), followee.id());
		this.follows.save(request.approved());
		this.publisher.publishEvent(
				new FollowChanged("follow.started", follower.reference(), followee.reference(), version, true, null));
	}

}
