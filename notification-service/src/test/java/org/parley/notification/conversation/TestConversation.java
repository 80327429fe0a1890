package org.parley.notification.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.parley.notification.ServiceFixture;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.platform.domain.Ids;

/**
 * A conversation of chat-service that collects its events, so that a test orders them.
 */
final class TestConversation {

	private final String id = Ids.next();

	private final String kind;

	private @Nullable String name;

	private final List<Pending> pending = new ArrayList<>();

	private long seq;

	private long memberChanges;

	private long version = 1;

	TestConversation(String kind, @Nullable String name) {
		this.kind = kind;
		this.name = name;
	}

	/** The events that follow name the conversation so. */
	void rename(String to) {
		this.name = to;
	}

	/** The conversation gets another name. */
	void rename(String to, long changed) {
		rename(to);
		this.version = changed;
		add("conversation.changed", Map.of("conversation", conversation()));
	}

	String id() {
		return this.id;
	}

	long seq() {
		return this.seq;
	}

	/** A person joins; returns the version of the membership. */
	long join(TestUser person) {
		this.memberChanges++;
		add("membership.started", Map.of("conversation", reference(), "person", person.person(), "version",
				this.memberChanges, "position", this.seq));
		return this.memberChanges;
	}

	void leave(TestUser person) {
		this.memberChanges++;
		add("membership.ended",
				Map.of("conversation", reference(), "person", person.person(), "version", this.memberChanges));
	}

	/** Sends a message; returns its id. */
	String send(TestUser author, Instant at) {
		var message = Ids.next();
		this.seq++;
		add("message.created",
				Map.of("message", message(message, this.seq, author, at, 0), "conversation", reference()));
		return message;
	}

	void remove(String message, long number, TestUser author, long version) {
		add("message.removed", Map.of("message", Map.of("id", message, "seq", number, "author", author.person()),
				"conversation", reference(), "version", version));
	}

	void restore(String message, long number, TestUser author, Instant at, long version) {
		add("message.restored",
				Map.of("message", message(message, number, author, at, version), "conversation", reference()));
	}

	void read(TestUser person, long number) {
		add("position.changed", Map.of("conversation", reference(), "person", person.person(), "seq", number));
	}

	void mute(TestUser person, Instant at, @Nullable Instant until, long membership, long version) {
		var data = new TreeMap<String, @Nullable Object>(Map.of("conversation", reference(), "person", person.person(),
				"mutedAt", at.toString(), "membership", membership, "version", version));
		data.put("until", (until != null) ? until.toString() : null);
		add("membership.muted", data);
	}

	void end() {
		add("conversation.removed", Map.of("conversation", conversation()));
	}

	/** A snapshot of all members at the present version. */
	void restore(boolean removed, List<Map<String, ?>> members) {
		add("conversation.snapshot", Map.of("conversation", conversation(), "removed", removed, "members", members,
				"after", 0, "through", this.memberChanges));
	}

	/** The events since the last call, in the order in which they happened. */
	List<Pending> happened() {
		var all = List.copyOf(this.pending);
		this.pending.clear();
		return all;
	}

	/** Publishes the events since the last call in their order. */
	void publish(ServiceFixture fixture) {
		happened().forEach((event) -> fixture.publish(event.type(), event.data()));
	}

	private void add(String type, Map<String, ?> data) {
		this.pending.add(new Pending(type, data));
	}

	private Map<String, Object> reference() {
		var reference = new TreeMap<String, Object>(Map.of("id", this.id, "kind", this.kind));
		if (this.name != null) {
			reference.put("name", this.name);
		}
		return reference;
	}

	private Map<String, @Nullable Object> conversation() {
		var data = new TreeMap<String, @Nullable Object>(
				Map.of("id", this.id, "kind", this.kind, "memberCount", 0, "version", this.version));
		data.put("name", this.name);
		data.put("description", null);
		data.put("categoryId", null);
		return data;
	}

	private Map<String, @Nullable Object> message(String message, long number, TestUser author, Instant at,
			long version) {
		var data = new TreeMap<String, @Nullable Object>(Map.of("id", message, "conversationId", this.id, "seq", number,
				"author", author.person(), "text", "A secret text", "html", "<p>A secret text</p>", "reactions",
				Map.of(), "status", "active", "createdAt", at.toString(), "version", version));
		data.put("replyTo", null);
		data.put("editedAt", null);
		return data;
	}

	/** An event that was not published yet. */
	record Pending(String type, Map<String, ?> data) {
	}

}
