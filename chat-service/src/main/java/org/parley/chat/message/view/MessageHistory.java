package org.parley.chat.message.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.message.Message;
import org.parley.chat.message.Messages;
import org.parley.chat.message.RecentMessage;
import org.parley.chat.message.RecentMessages;
import org.parley.chat.message.reaction.Reactions;
import org.parley.chat.outage.DatabaseWatch;
import org.parley.chat.recent.RecentEntries;
import org.parley.chat.recent.RecentEntry;
import org.parley.chat.recent.RecentRange;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.database.DatabaseFailure;
import org.parley.platform.web.paging.Cursor;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * The messages of a conversation, newest first. Redis has the latest ones of active
 * conversations; while the database is away, it also has those that wait to be stored.
 */
@Component
class MessageHistory {

	/** Accepted messages follow all that are stored, and have no number yet. */
	private static final long UNKNOWN_LAST = 1L << 52;

	private final ConversationAccess access;

	private final Messages messages;

	private final RecentMessages recent;

	private final Reactions reactions;

	private final DatabaseWatch watch;

	MessageHistory(ConversationAccess access, Messages messages, RecentMessages recent, Reactions reactions,
			DatabaseWatch watch) {
		this.access = access;
		this.messages = messages;
		this.recent = recent;
		this.reactions = reactions;
		this.watch = watch;
	}

	/**
	 * Finds messages in the order of the walk, up to one more than a page.
	 * @throws DataAccessResourceFailureException if the database is away and the messages
	 * are not known
	 */
	Found find(String conversationId, @Nullable Cursor from, int size, Caller caller) {
		var range = new RecentRange((from != null) ? from.number(0) : null, from != null && from.backwards(), size + 1);
		var wasUsable = this.watch.isUsable();
		try {
			return read(conversationId, from, range, caller);
		}
		catch (RuntimeException ex) {
			if (!wasUsable || !DatabaseFailure.of(ex).isOutage()) {
				throw ex;
			}
			this.watch.suspect();
			return read(conversationId, from, range, caller);
		}
	}

	private Found read(String conversationId, @Nullable Cursor from, RecentRange range, Caller caller) {
		var entry = this.access.requireReader(conversationId, caller, range);
		if (!this.watch.isUsable()) {
			return withoutDatabase(conversationId, entry, range);
		}
		if (entry.isComplete()) {
			return Found.of(this.recent.in(entry), range.most());
		}
		if (from != null) {
			var page = this.messages.page(conversationId, from, range.most());
			return Found.of(page.stream().map(RecentMessage::of).toList(), range.most());
		}
		return Found.of(latest(conversationId, entry), range.most());
	}

	/**
	 * Loads the latest messages for this and other readers, and one more, which says
	 * whether the longest page is the last one.
	 */
	private List<RecentMessage> latest(String conversationId, RecentEntry entry) {
		var latest = this.messages.page(conversationId, null, RecentEntries.MESSAGES + 1);
		var reacted = latest.stream()
			.filter((message) -> !message.shownReactions().isEmpty() && RecentMessage.isKept(message))
			.map(Message::id)
			.toList();
		var reactions = this.reactions.of(reacted);
		var recents = latest.stream()
			.map((message) -> reactions.containsKey(message.id())
					? new RecentMessage(message, reactions.get(message.id())) : RecentMessage.of(message))
			.toList();
		this.recent.fill(entry, recents.stream().limit(RecentEntries.MESSAGES).toList());
		return recents;
	}

	private Found withoutDatabase(String conversationId, RecentEntry entry, RecentRange range) {
		var accepted = this.recent.accepted(conversationId);
		var last = entry.last().isEmpty() ? UNKNOWN_LAST : Long.parseLong(entry.last());
		var waiting = waiting(accepted.messages(), this.recent.in(entry), last);
		var isWhole = entry.isComplete() && accepted.isComplete();
		var stored = accepted.isComplete() ? this.recent.in(entry).stream().map(Placed::of).toList()
				: List.<Placed>of();
		if (range.isBack() && !isWhole) {
			throw unknown();
		}
		var found = new ArrayList<Placed>();
		if (range.isBack()) {
			found.addAll(stored);
			found.addAll(waiting.stream().filter((placed) -> isAfter(placed, range)).toList());
		}
		else {
			found.addAll(waiting.reversed().stream().filter((placed) -> isBefore(placed, range)).toList());
			found.addAll(stored);
		}
		if (found.isEmpty() && !isWhole) {
			throw unknown();
		}
		return new Found(found.stream().limit(range.most()).toList(), isWhole || found.size() >= range.most());
	}

	private static List<Placed> waiting(List<String> accepted, List<RecentMessage> stored, long last) {
		var known = new HashSet<String>();
		stored.forEach((recent) -> known.add(recent.message().id()));
		var waiting = new ArrayList<Placed>();
		for (var json : accepted) {
			var message = RecentMessages.read(json);
			if (known.add(message.message().id())) {
				waiting.add(new Placed(message, last + waiting.size() + 1));
			}
		}
		return waiting;
	}

	private static boolean isBefore(Placed placed, RecentRange range) {
		return range.edge() == null || placed.number() < range.edge();
	}

	private static boolean isAfter(Placed placed, RecentRange range) {
		return range.edge() == null || placed.number() > range.edge();
	}

	private static DataAccessResourceFailureException unknown() {
		return new DataAccessResourceFailureException("The database is away, and the messages are not known");
	}

	/**
	 * A message with its place in the history.
	 *
	 * @param number its number, or the one that it will have if no other is stored before
	 */
	record Placed(RecentMessage message, long number) {

		static Placed of(RecentMessage message) {
			return new Placed(message, message.message().seq());
		}

	}

	/**
	 * The messages that were found.
	 *
	 * @param messages the messages, in the order of the walk
	 * @param isWhole false if there may be further ones that are not known now
	 */
	record Found(List<Placed> messages, boolean isWhole) {

		static Found of(List<RecentMessage> messages, int most) {
			return new Found(messages.stream().limit(most).map(Placed::of).toList(), true);
		}

	}

}
