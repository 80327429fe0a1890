package org.parley.notification.social;

import java.util.List;

import org.parley.contracts.PersonReference;
import org.parley.contracts.social.relation.FollowChanged;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.readmodels.relation.PersonRelation;

/**
 * Stores follows, and notifies of new followers, requests and approvals. News of a follow
 * that ends, also by a block, is withdrawn, and that of a request when it was answered.
 * Each request and each approval is news, whichever event between them is late; a follow
 * that is repeated is none.
 */
@EventConsumer("notifications")
class FollowNewsListener {

	private final SocialItems items;

	private final NotificationDispatcher notificationDispatcher;

	FollowNewsListener(SocialItems items, NotificationDispatcher notificationDispatcher) {
		this.items = items;
		this.notificationDispatcher = notificationDispatcher;
	}

	/** A request is no follow yet. */
	@EventHandler("follow.requested")
	void onRequested(FollowChanged event) {
		if (this.items.save(PersonRelation.of(event))) {
			this.notificationDispatcher.forget(source("follow-request", event));
			dispatch(event.followee(), event.follower(), "follow-request", source("follow-request", event),
					"/settings/social/requests");
		}
	}

	/** Of an approved request the follower wants to know, and of a follow the other. */
	@EventHandler("follow.started")
	void onStarted(FollowChanged event) {
		if (!this.items.save(PersonRelation.of(event))) {
			return;
		}
		this.notificationDispatcher.withdrawAll(source("follow-request", event));
		if (Boolean.TRUE.equals(event.approved())) {
			this.notificationDispatcher.forget(source("follow-approved", event));
			dispatch(event.follower(), event.followee(), "follow-approved", source("follow-approved", event),
					link(event.followee()));
		}
		else {
			dispatch(event.followee(), event.follower(), "follow", source("follow", event), link(event.follower()));
		}
	}

	@EventHandler("follow.ended")
	void onEnded(FollowChanged event) {
		if (this.items.save(PersonRelation.of(event))) {
			this.notificationDispatcher.withdrawAll(source("follow", event));
			this.notificationDispatcher.withdrawAll(source("follow-request", event));
			this.notificationDispatcher.withdrawAll(source("follow-approved", event));
			withdrawFromFormer(event.follower().id(), event.followee().id());
		}
	}

	/** Removes what a former follower was told of posts that are for followers. */
	private void withdrawFromFormer(String followerId, String followeeId) {
		this.items.find(this.notificationDispatcher.findSocialPosts(followerId))
			.values()
			.stream()
			.filter((post) -> post.personId().equals(followeeId))
			.map(SocialItem::id)
			.forEach((postId) -> {
				this.items.claim(postId);
				this.notificationDispatcher.withdrawFromStrangers(postId, List.of(followerId));
			});
	}

	/** The current state is no news. */
	@EventHandler("follow.snapshot")
	void onSnapshot(FollowChanged event) {
		this.items.save(PersonRelation.of(event));
	}

	private void dispatch(PersonReference to, PersonReference by, String wording, String source, String link) {
		this.notificationDispatcher.notifyUser(to.id(),
				NotificationNews.of(NotificationKind.FOLLOW, wording, source, link).by(by).inGroup(wording));
	}

	private static String link(PersonReference person) {
		return Actor.of(person).profile();
	}

	private static String source(String prefix, FollowChanged event) {
		return prefix + ":" + event.follower().id() + ":" + event.followee().id();
	}

}
