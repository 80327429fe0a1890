package org.parley.notification.social;

import java.util.stream.Gatherers;

import org.parley.contracts.social.SocialAccountChanged;
import org.parley.contracts.social.SocialPostChanged;
import org.parley.contracts.social.SocialPostRemoved;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.transaction.UnitOfWork;

/**
 * Notifies the people whom social posts mention. When a post is removed, or hidden from
 * some, their notifications about it are removed.
 */
@EventConsumer(value = "notifications", repeatable = true)
class SocialPostNewsListener {

	/** Recipients per transaction of a withdrawal. */
	private static final int PAGE = 50;

	private final SocialItems items;

	private final NotificationDispatcher notificationDispatcher;

	private final UnitOfWork unitOfWork;

	SocialPostNewsListener(SocialItems items, NotificationDispatcher notificationDispatcher, UnitOfWork unitOfWork) {
		this.items = items;
		this.notificationDispatcher = notificationDispatcher;
		this.unitOfWork = unitOfWork;
	}

	@EventHandler("social-post.created")
	void on(SocialPostChanged event) {
		this.unitOfWork.run(() -> {
			if (save(event)) {
				notifyMentioned(event);
			}
		});
	}

	/**
	 * Receipts keep an edit from notifying those again who were mentioned before. It
	 * withdraws the unread mentions that it removes.
	 */
	@EventHandler("social-post.edited")
	void onEdited(SocialPostChanged event) {
		this.unitOfWork.run(() -> {
			if (save(event)) {
				this.notificationDispatcher.retainMentions(SocialNews.postSource(event.post().id()),
						SocialNews.ids(event.mentioned()));
				notifyMentioned(event);
			}
		});
		withdrawFromStrangers(event.post().id());
	}

	@EventHandler("social-post.removed")
	void on(SocialPostRemoved event) {
		var post = event.post();
		this.unitOfWork.run(() -> this.items.saveRemoved(post.id(), post.author().id(), event.version()));
		withdrawFromStrangers(post.id());
	}

	/**
	 * Removes the notifications about a post of users who may not see it as it is stored.
	 * One transaction could not remove those of all in its time.
	 */
	private void withdrawFromStrangers(String postId) {
		this.notificationDispatcher.findRecipients(postId)
			.stream()
			.gather(Gatherers.windowFixed(PAGE))
			.forEach((recipients) -> this.unitOfWork.run(() -> {
				this.items.claim(postId);
				this.notificationDispatcher.withdrawFromStrangers(postId, recipients);
			}));
	}

	/** Posts of an account that is private now are for its followers. */
	@EventHandler("social-account.changed")
	void on(SocialAccountChanged event) {
		onSnapshot(event);
		if (event.privateAccount()) {
			this.items.findPosts(event.person().id()).forEach(this::withdrawFromStrangers);
		}
	}

	@EventHandler("social-account.snapshot")
	void onSnapshot(SocialAccountChanged event) {
		this.unitOfWork.run(
				() -> this.items.save(new SocialAccount(event.person().id(), event.privateAccount(), event.version())));
	}

	private boolean save(SocialPostChanged event) {
		var post = event.post();
		return this.items.saveShown(post.id(), post.author().id(), post.visibility(), post.version());
	}

	private void notifyMentioned(SocialPostChanged event) {
		var news = SocialNews.toMentioned(event);
		this.notificationDispatcher
			.dispatch(event.mentioned().stream().map((person) -> news.toUser(person.id())).toList());
	}

}
