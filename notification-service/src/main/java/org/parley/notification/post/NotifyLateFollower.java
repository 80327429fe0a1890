package org.parley.notification.post;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.contracts.forum.category.SubscriptionChanged.Target;
import org.parley.notification.fanout.DirectRecipient;
import org.parley.notification.fanout.NotifyRecipients;
import org.parley.notification.follow.MissedNews;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.Recipient;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Notifies a follower whose follow was stored after the rounds of posts that are younger.
 * A round begins after its post is stored, and this looks for posts after the follow is
 * stored, so that one of both finds the other; a user is notified once per post.
 */
@Component
class NotifyLateFollower implements MissedNews {

	private static final int MOST = 50;

	private final KnownPosts knownPosts;

	private final RecipientPeople recipientPeople;

	private final NotifyRecipients notifyRecipients;

	private final UnitOfWork unitOfWork;

	NotifyLateFollower(KnownPosts knownPosts, RecipientPeople recipientPeople, NotifyRecipients notifyRecipients,
			UnitOfWork unitOfWork) {
		this.knownPosts = knownPosts;
		this.recipientPeople = recipientPeople;
		this.notifyRecipients = notifyRecipients;
		this.unitOfWork = unitOfWork;
	}

	@Override
	public void notifyFollower(String userId, Target target, Instant since) {
		var posts = this.knownPosts.findNewsOf(target, since, MOST);
		if (!posts.isEmpty()) {
			this.unitOfWork.run(() -> notifyFollower(userId, posts));
		}
	}

	private void notifyFollower(String userId, List<PostRecord> posts) {
		var authors = this.recipientPeople.findPresent(
				posts.stream().flatMap((post) -> Stream.ofNullable(post.authorId())).collect(Collectors.toSet()));
		posts.forEach((post) -> {
			var author = (post.authorId() != null) ? authors.get(post.authorId()) : null;
			if (author != null) {
				notifyFollower(userId, post, author);
			}
		});
	}

	private void notifyFollower(String userId, PostRecord post, RecipientPerson author) {
		var isOpening = post.number() == 1;
		var kind = isOpening ? NotificationKind.FOLLOWED_CATEGORY : NotificationKind.FOLLOWED_THREAD;
		var wording = isOpening ? "followed-category" : "followed-thread";
		var news = NotificationNews
			.at(post.place(), kind, wording, post.id(), post.place().linkToPost(post.number()), post.title())
			.by(new Actor(author.id(), author.usernameAfter(author.usernameKey()), author.displayName()));
		this.notifyRecipients.add(news,
				List.of(new DirectRecipient(Recipient.of(userId), kind, wording, isOpening ? null : post.threadId())));
	}

}
