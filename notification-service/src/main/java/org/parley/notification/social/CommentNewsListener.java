package org.parley.notification.social;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.github.f4b6a3.ulid.Ulid;
import org.parley.contracts.social.SocialCommentChanged;
import org.parley.contracts.social.SocialCommentRemoved;
import org.parley.contracts.social.SocialReactionChanged;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.AddressedNews;
import org.parley.notification.news.GroupKey;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Notifies people of comments on their posts, answers to their comments, mentions and
 * reactions. News of removed content and of reactions taken back is withdrawn.
 */
@EventConsumer("notifications")
class CommentNewsListener {

	private final SocialItems items;

	private final NotificationDispatcher notificationDispatcher;

	CommentNewsListener(SocialItems items, NotificationDispatcher notificationDispatcher) {
		this.items = items;
		this.notificationDispatcher = notificationDispatcher;
	}

	/** If an edit has arrived before, it has notified those who are mentioned. */
	@EventHandler("social-comment.created")
	void on(SocialCommentChanged event) {
		var isNewest = save(event);
		dispatch(event, Stream.concat(toAuthors(event), isNewest ? toMentioned(event) : Stream.empty()).toList());
	}

	/**
	 * An edit notifies people who were not mentioned before, and withdraws the unread
	 * mentions that it removes. A comment that moderation shows again notifies those
	 * whose notifications were withdrawn.
	 */
	@EventHandler("social-comment.edited")
	void onEdited(SocialCommentChanged event) {
		if (save(event)) {
			this.notificationDispatcher.retainMentions(SocialNews.commentSource(event.comment().id()),
					SocialNews.ids(event.mentioned()));
			dispatch(event,
					Stream
						.concat(Boolean.TRUE.equals(event.restored()) ? toAuthors(event) : Stream.empty(),
								toMentioned(event))
						.toList());
		}
	}

	@EventHandler("social-comment.removed")
	void on(SocialCommentRemoved event) {
		var comment = event.comment();
		if (this.items.saveRemoved(comment.id(), comment.author().id(), event.version())) {
			this.notificationDispatcher.withdrawAll(SocialNews.commentSource(comment.id()));
			this.notificationDispatcher.retain(new GroupKey(comment.author().id(), NotificationKind.REACTION,
					SocialNews.reactionGroup(comment.id())), Set.of());
		}
	}

	/**
	 * Reactions have no version. The changes of one reaction are ordered by the time of
	 * their events, which their ids contain; each is a transaction of its own.
	 */
	@EventHandler("social-reaction.changed")
	void on(SocialReactionChanged event, EventEnvelope envelope) {
		var id = SocialItem.reactionId(event.target().id(), event.by().id());
		var version = Ulid.from(envelope.id()).getTime();
		if (event.kind() == null) {
			if (this.items.saveRemoved(id, event.by().id(), version)) {
				this.notificationDispatcher.withdrawAll(SocialNews.reactionSource(id));
			}
		}
		else if (this.items.saveShown(id, event.by().id(), null, version)) {
			this.items.claim(event.post().id());
			this.notificationDispatcher
				.dispatch(List.of(SocialNews.toTargetAuthor(event).toUser(event.target().author().id())));
		}
	}

	private boolean save(SocialCommentChanged event) {
		var comment = event.comment();
		return this.items.saveShown(comment.id(), comment.author().id(), null, comment.version());
	}

	/** A person is notified once per comment, for the first reason in this order. */
	private static Stream<AddressedNews> toAuthors(SocialCommentChanged event) {
		var answered = event.answered();
		return Stream.concat(
				Stream.ofNullable(answered).map((person) -> SocialNews.toAnswered(event).toUser(person.id())),
				Stream.of(SocialNews.toAuthor(event).toUser(event.post().author().id())));
	}

	private static Stream<AddressedNews> toMentioned(SocialCommentChanged event) {
		var mention = SocialNews.toMentioned(event);
		return event.mentioned().stream().map((person) -> mention.toUser(person.id()));
	}

	private void dispatch(SocialCommentChanged event, List<AddressedNews> all) {
		if (!all.isEmpty()) {
			this.items.claim(event.post().id());
			this.notificationDispatcher.dispatch(all);
		}
	}

}
