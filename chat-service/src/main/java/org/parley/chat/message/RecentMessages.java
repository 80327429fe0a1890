package org.parley.chat.message;

import java.util.LinkedHashMap;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.parley.chat.recent.RecentAccepted;
import org.parley.chat.recent.RecentChanges;
import org.parley.chat.recent.RecentEffect;
import org.parley.chat.recent.RecentEntries;
import org.parley.chat.recent.RecentEntry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** The latest messages of active conversations, in Redis. */
@Component
public class RecentMessages {

	private static final JsonMapper JSON = JsonMapper.builder()
		.changeDefaultVisibility((visible) -> visible.withIsGetterVisibility(Visibility.NONE)
			.withGetterVisibility(Visibility.NONE)
			.withFieldVisibility(Visibility.ANY))
		.build();

	private final RecentEntries entries;

	private final RecentChanges changes;

	RecentMessages(RecentEntries entries, RecentChanges changes) {
		this.entries = entries;
		this.changes = changes;
	}

	/** Returns the messages of an entry, in its order. */
	public List<RecentMessage> in(RecentEntry entry) {
		return entry.messages().stream().map(RecentMessages::read).toList();
	}

	/** Stores the latest messages of a conversation, newest first, for other readers. */
	public void fill(RecentEntry entry, List<RecentMessage> latest) {
		if (latest.isEmpty()) {
			return;
		}
		var bySeq = new LinkedHashMap<Long, String>();
		latest.forEach((recent) -> bySeq.put(recent.message().seq(), write(recent)));
		this.entries.fillMessages(entry, bySeq);
	}

	/** Keeps a message that is accepted without the database. */
	public void accept(Message message) {
		this.entries.accept(message.conversationId(), message.id(), write(RecentMessage.of(message)));
	}

	/** Returns the messages that wait to be stored, oldest first. */
	public RecentAccepted accepted(String conversationId) {
		return this.entries.accepted(conversationId);
	}

	public static RecentMessage read(String json) {
		return JSON.readValue(json, RecentMessage.class);
	}

	/** Notes that an accepted message waits no longer, in the transaction. */
	void settle(String conversationId, String messageId) {
		this.changes.change(conversationId, RecentEffect.settle(messageId));
	}

	/** Adds a message that is inserted in the transaction. */
	void append(Message message) {
		this.changes.change(message.conversationId(),
				RecentEffect.append(message.seq(), message.id(), write(RecentMessage.of(message))));
	}

	/** Replaces a message that changes in the transaction. */
	void replace(Message after) {
		this.changes.change(after.conversationId(), after.shownReactions().isEmpty()
				? RecentEffect.replace(after.seq(), write(RecentMessage.of(after))) : RecentEffect.drop());
	}

	/** Has the messages of a conversation read again after the transaction. */
	void drop(String conversationId) {
		this.changes.change(conversationId, RecentEffect.drop());
	}

	private static String write(RecentMessage recent) {
		return JSON.writeValueAsString(new RecentMessage(recent.message().withoutWords(), recent.reactions()));
	}

}
