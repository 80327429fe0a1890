package org.parley.notification.social;

import org.parley.contracts.social.SocialAccountChanged;
import org.parley.contracts.social.SocialPostChanged;
import org.parley.contracts.social.SocialPostRemoved;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Notifies the people whom social posts mention. When a post is removed, or hidden from
 * some, their notifications about it are removed.
 */
@EventConsumer("notifications")
class SocialPostNewsListener {

	private final SocialItems items;

	private final NotificationDispatcher notificationDispatcher;

	SocialPostNewsListener(SocialItems items, NotificationDispatcher notificationDispatcher) {
		this.items = items;
		this.notificationDispatcher = notificationDispatcher;
	}

	@EventHandler("social-post.created")
	void on(SocialPostChanged event) {
		if (save(event)) {
			notifyMentioned(event);
		}
	}

	/**
	 * Receipts keep an edit from notifying those again who were mentioned before. It
	 * withdraws the unread mentions that it removes.
	 */
	@EventHandler("social-post.edited")
	void onEdited(SocialPostChanged event) {
		if (save(event)) {
			this.notificationDispatcher.withdrawFromStrangers(event.post().id());
			this.notificationDispatcher.retainMentions(SocialNews.postSource(event.post().id()),
					SocialNews.ids(event.mentioned()));
			notifyMentioned(event);
		}
	}

	@EventHandler("social-post.removed")
	void on(SocialPostRemoved event) {
		var post = event.post();
		if (this.items.saveRemoved(post.id(), post.author().id(), event.version())) {
			this.notificationDispatcher.withdrawFromStrangers(post.id());
		}
	}

	@EventHandler("social-account.changed")
	void on(SocialAccountChanged event) {
		this.items.save(new SocialAccount(event.person().id(), event.privateAccount(), event.version()));
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
