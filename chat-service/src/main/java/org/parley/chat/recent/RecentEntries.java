package org.parley.chat.recent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import org.jspecify.annotations.Nullable;
import org.parley.chat.outage.DatabaseWatch;
import org.parley.platform.domain.Ids;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The entries in Redis: the latest messages of active conversations with their members,
 * and people. An entry is filled from the database and kept exact by
 * {@link RecentChanges}. Without Redis nothing is known, and the database answers.
 */
@Component
public class RecentEntries {

	/** The number of messages of a conversation. */
	public static final int MESSAGES = 100;

	private static final Duration KEPT = Duration.ofHours(2);

	/** Bounds the age of an entry that a missed change has left wrong. */
	private static final Duration FRESH = Duration.ofMinutes(5);

	/** No transaction is longer. */
	private static final Duration CUT_OFF = Duration.ofSeconds(90);

	private static final Duration ACCEPTED_KEPT = Duration.ofDays(2);

	private final RecentLink link;

	private final DatabaseWatch watch;

	private final String prefix;

	RecentEntries(RecentLink link, DatabaseWatch watch, @Value("${parley.redis.prefix}") String prefix) {
		this.link = link;
		this.watch = watch;
		this.prefix = prefix;
	}

	/** Reads a subject with a person's membership and a range of its messages. */
	public RecentEntry read(String subject, String personId, RecentRange range) {
		return send(subject, personId, range).flatMap(this.link::await)
			.map((answer) -> RecentEntry.of(subject, answer))
			.orElseGet(() -> RecentEntry.unknown(subject));
	}

	/**
	 * Whether a person is known to be no member while the database is away. A process may
	 * remember more of the past.
	 */
	public boolean isKnownStranger(String conversationId, String personId) {
		return !this.watch.isUsable() && read(conversationId, personId, RecentRange.NONE).isStranger();
	}

	/** Reads subjects without messages, in one round trip. */
	public List<RecentEntry> read(Collection<String> subjects) {
		var sent = new LinkedHashMap<String, Optional<RedisFuture<List<String>>>>();
		subjects.forEach((subject) -> sent.put(subject, send(subject, "", RecentRange.NONE)));
		var entries = new ArrayList<RecentEntry>();
		sent.forEach((subject,
				future) -> entries.add(future.flatMap(this.link::await)
					.map((answer) -> RecentEntry.of(subject, answer))
					.orElseGet(() -> RecentEntry.unknown(subject))));
		return entries;
	}

	private Optional<RedisFuture<List<String>>> send(String subject, String personId, RecentRange range) {
		return this.link.send((redis) -> redis.evalsha(RecentScript.READ.digest(), ScriptOutputType.MULTI,
				keys(key(subject), this.link.epochKey()), Ids.next(), millis(KEPT), millis(FRESH),
				this.watch.isUsable() ? "" : "1", personId, range.direction(), range.number(),
				Integer.toString(range.most())));
	}

	/**
	 * Stores the description of the subject, unless it has changed since the entry was
	 * read.
	 */
	public void fillAbout(RecentEntry entry, String about) {
		fill(entry, "", Map.of("about", about));
	}

	/** Stores that a person is a member, with the description of the subject. */
	public void fillMember(RecentEntry entry, String personId, String about) {
		fill(entry, "", Map.of("about", about, "p:" + personId, "1"));
	}

	/**
	 * Stores the latest messages up to the first gap, which retention may have left.
	 * @param messages all of the latest {@value #MESSAGES} messages by number, newest
	 * first, at least one
	 */
	public void fillMessages(RecentEntry entry, SequencedMap<Long, String> messages) {
		var fields = new LinkedHashMap<String, String>();
		long last = messages.firstEntry().getKey();
		var first = last + 1;
		for (var message : messages.entrySet()) {
			if (message.getKey() != first - 1) {
				break;
			}
			first = message.getKey();
			fields.put("m:" + first, message.getValue());
		}
		if (messages.size() < MESSAGES && fields.size() == messages.size()) {
			fields.put("whole", "1");
		}
		fields.put("last", Long.toString(last));
		fields.put("first", Long.toString(first));
		fill(entry, "1", fields);
	}

	private void fill(RecentEntry entry, String replacing, Map<String, String> fields) {
		if (!entry.isFillable() || !this.watch.isUsable()) {
			return;
		}
		var values = new ArrayList<>(List.of(entry.generation(), entry.epoch(), millis(KEPT), replacing));
		fields.forEach((field, value) -> {
			values.add(field);
			values.add(value);
		});
		this.link.send((redis) -> redis.<Long>evalsha(RecentScript.FILL.digest(), ScriptOutputType.INTEGER,
				keys(key(entry.subject())), values.toArray(String[]::new)));
	}

	/** Keeps a message that was accepted while the database is away. */
	public void accept(String conversationId, String messageId, String message) {
		this.link.send((redis) -> redis.<Long>evalsha(RecentScript.ACCEPT.digest(), ScriptOutputType.INTEGER,
				keys(acceptedKey(conversationId)), messageId, message, millis(ACCEPTED_KEPT),
				Integer.toString(MESSAGES)));
	}

	/** Returns the messages that wait to be stored, oldest first. */
	public RecentAccepted accepted(String conversationId) {
		return this.link.send((redis) -> redis.hgetall(acceptedKey(conversationId)))
			.flatMap(this.link::await)
			.map(RecentAccepted::of)
			.orElse(RecentAccepted.NONE);
	}

	/** Announces a change; empty while Redis is away. */
	@Nullable RedisFuture<Long> begin(String subject, String token) {
		var sent = this.link.send((redis) -> redis.<Long>evalsha(RecentScript.BEGIN.digest(), ScriptOutputType.INTEGER,
				keys(key(subject)), token, millis(CUT_OFF), millis(KEPT)));
		if (sent.isEmpty()) {
			this.link.owe();
		}
		return sent.orElse(null);
	}

	/** Waits until Redis knows of a change. */
	void confirm(@Nullable RedisFuture<Long> begun) {
		if (begun != null && this.link.await(begun).isEmpty()) {
			this.link.owe();
		}
	}

	/** Ends a change with its effect. */
	void end(String subject, String token, RecentEffect effect) {
		var sent = this.link.send((redis) -> redis.<Long>evalsha(RecentScript.END.digest(), ScriptOutputType.INTEGER,
				keys(key(subject), acceptedKey(subject), this.link.epochKey()), token, millis(KEPT), effect.name(),
				effect.place(), effect.value(), Integer.toString(MESSAGES), effect.messageId()));
		if (sent.isEmpty()) {
			this.link.owe();
			return;
		}
		sent.get().whenComplete((_, failure) -> {
			if (failure != null) {
				this.link.owe();
			}
		});
		if (effect.isAwaited() && this.link.await(sent.get()).isEmpty()) {
			this.link.owe();
		}
	}

	private String key(String subject) {
		return this.prefix + "recent:" + subject;
	}

	private String acceptedKey(String conversationId) {
		return this.prefix + "accepted:" + conversationId;
	}

	private static String[] keys(String... keys) {
		return keys;
	}

	private static String millis(Duration time) {
		return Long.toString(time.toMillis());
	}

}
