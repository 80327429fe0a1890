package org.parley.platform.messaging.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.messaging.queue.ConfirmedSender;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;

/**
 * Sends dead letters back to their own queue. A letter is deleted, and the act recorded,
 * after the broker confirms the message. A crash in between leaves both, and the inbox
 * ignores the repeated event.
 */
class ReplayDeadLetters {

	private static final int PAGE = 100;

	/** The largest number that one request replays. */
	private static final int MOST = 1_000;

	private final DeadLetters letters;

	private final ConfirmedSender sender;

	private final InstantSource clock;

	private final Set<String> queues;

	private final UnitOfWork work;

	private final AdministratorActs acts;

	ReplayDeadLetters(DeadLetters letters, ConfirmedSender sender, InstantSource clock, Set<String> queues,
			UnitOfWork work, AdministratorActs acts) {
		this.letters = letters;
		this.sender = sender;
		this.clock = clock;
		this.queues = queues;
		this.work = work;
		this.acts = acts;
	}

	/**
	 * Replays a letter for an administrator.
	 * @throws RefusalException 404 {@code dead-letter.unknown}, 409 {@code
	 * dead-letter.too-old}, 503 {@code dead-letter.not-sent}
	 */
	void replay(String id, String by) {
		var letter = this.letters.find(id).orElseThrow(DeadLetterNotFoundException::new);
		if (isTooOld(letter)) {
			throw RefusalException.conflict("dead-letter.too-old",
					"The event is older than the inbox records and cannot be replayed. It can be read and deleted.");
		}
		send(letter.queue(), List.of(letter));
		this.work.run(() -> {
			this.letters.remove(letter);
			this.acts.record(AdministratorAct.DEAD_LETTER_REPLAYED, by, id);
		});
	}

	/**
	 * Replays up to 1,000 letters of a queue for an administrator, except those that are
	 * too old. The act is recorded with the deletion of the first ones.
	 * @throws RefusalException 400 when the queue does not belong to this service, 503
	 * {@code dead-letter.not-sent}
	 */
	Replayed replayAll(String queue, String by) {
		requireOwn(queue);
		var sent = 0;
		var tooOld = 0;
		var page = this.letters.findAfter(queue, "", PAGE);
		while (!page.isEmpty() && sent < MOST) {
			var young = page.stream().filter((letter) -> !isTooOld(letter)).toList();
			replay(queue, young, (sent == 0) ? by : null);
			sent += young.size();
			tooOld += page.size() - young.size();
			page = this.letters.findAfter(queue, page.getLast().id(), PAGE);
		}
		return new Replayed(sent, tooOld, !page.isEmpty());
	}

	/** Replays the given letters of a queue, which are not too old. */
	void replay(String queue, List<DeadLetter> young) {
		replay(queue, young, null);
	}

	private void replay(String queue, List<DeadLetter> young, @Nullable String by) {
		send(queue, young);
		this.work.run(() -> {
			young.forEach(this.letters::remove);
			if (by != null && !young.isEmpty()) {
				this.acts.record(AdministratorAct.DEAD_LETTERS_REPLAYED, by, queue);
			}
		});
	}

	/** The time of the oldest events that can be replayed. */
	Instant oldest() {
		return this.clock.instant().minus(EventEnvelope.REPEATABLE);
	}

	void send(String queue, Collection<DeadLetter> all) {
		var messages = all.stream().map(ReplayDeadLetters::message).toList();
		if (!this.sender.send(Topology.lettersOf(queue), Topology.AGAIN, messages)) {
			throw RefusalException.later(RefusalKind.UNAVAILABLE, "dead-letter.not-sent",
					"The broker did not confirm the message. Nothing is lost; try again.", Duration.ofSeconds(2));
		}
	}

	private void requireOwn(String queue) {
		if (!this.queues.contains(queue)) {
			throw RefusalException.field("queue", "queue.unknown", "is not a queue of this service");
		}
	}

	private boolean isTooOld(DeadLetter letter) {
		return Objects.requireNonNullElse(letter.happened(), letter.at()).isBefore(oldest());
	}

	private static Message message(DeadLetter letter) {
		return MessageBuilder.withBody(letter.body().getData())
			.setContentType("application/cloudevents+json")
			.setDeliveryMode(MessageDeliveryMode.PERSISTENT)
			.setHeader(DeadLetterSender.EXCHANGE, Objects.requireNonNullElse(letter.exchange(), ""))
			.build();
	}

	/**
	 * The result of a replay.
	 *
	 * @param replayed the number of replayed letters
	 * @param tooOld the number of letters that are too old
	 * @param more whether more letters remain, for another request
	 */
	record Replayed(int replayed, int tooOld, boolean more) {
	}

}
