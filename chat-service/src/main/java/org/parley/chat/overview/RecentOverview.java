package org.parley.chat.overview;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.Participation;
import org.parley.chat.message.RecentMessage;
import org.parley.chat.message.RecentMessages;
import org.parley.chat.message.view.MessageView;
import org.parley.chat.message.view.MessageViews;
import org.parley.chat.outage.DatabaseWatch;
import org.parley.chat.recent.RecentEntries;
import org.parley.chat.recent.RecentRange;

import org.springframework.stereotype.Component;

/**
 * Finds the last message and the unread messages of a conversation in Redis while the
 * database is away.
 */
@Component
class RecentOverview {

	private static final RecentRange ALL = new RecentRange(null, false, RecentEntries.MESSAGES);

	private final RecentEntries entries;

	private final RecentMessages messages;

	private final MessageViews views;

	private final DatabaseWatch watch;

	RecentOverview(RecentEntries entries, RecentMessages messages, MessageViews views, DatabaseWatch watch) {
		this.entries = entries;
		this.messages = messages;
		this.views = views;
		this.watch = watch;
	}

	boolean isNeeded() {
		return !this.watch.isUsable();
	}

	/**
	 * Finds the last message of a conversation and its known unread messages, those that
	 * wait to be stored included.
	 */
	Found find(Participation participation) {
		var membership = participation.membership();
		var conversationId = participation.conversation().id();
		var stored = this.messages.in(this.entries.read(conversationId, membership.personId(), ALL));
		var waiting = this.messages.accepted(conversationId).messages().stream().map(RecentMessages::read).toList();
		var unread = Stream
			.concat(waiting.stream(), stored.stream().filter((recent) -> isUnread(recent, membership.position())))
			.filter((recent) -> !recent.message().authorId().equals(membership.personId()))
			.count();
		var last = !waiting.isEmpty() ? List.of(waiting.getLast()) : stored.stream().limit(1).toList();
		return new Found(this.views.ofRecent(last, membership.personId()).stream().findFirst().orElse(null), unread);
	}

	private static boolean isUnread(RecentMessage recent, long position) {
		return recent.message().isShown() && recent.message().seq() > position;
	}

	/**
	 * The last message and the unread messages of a conversation, as far as Redis has
	 * them.
	 *
	 * @param last the last message; null if it is unknown or there is none
	 * @param unread the number of unread messages
	 */
	record Found(@Nullable MessageView last, long unread) {
	}

}
