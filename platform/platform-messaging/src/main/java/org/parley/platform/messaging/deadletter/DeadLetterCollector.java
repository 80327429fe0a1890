package org.parley.platform.messaging.deadletter;

import java.util.List;

import org.parley.platform.messaging.queue.DeliveryHandler;
import org.parley.platform.mongo.cluster.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;

/**
 * Moves messages from a dead-letter queue into the database. A message stays in its queue
 * until it is stored.
 */
final class DeadLetterCollector implements DeliveryHandler {

	private static final Logger log = LoggerFactory.getLogger(DeadLetterCollector.class);

	private final String queue;

	private final DeadLetterParser reader;

	private final DeadLetters letters;

	DeadLetterCollector(String queue, DeadLetterParser reader, DeadLetters letters) {
		this.queue = queue;
		this.reader = reader;
		this.letters = letters;
	}

	@Override
	public int apply(List<Message> messages, Patience patience) {
		var letter = this.reader.read(this.queue, messages.getFirst());
		var backoff = new Backoff();
		while (!keep(letter)) {
			if (!patience.pause(backoff.next())) {
				return 0;
			}
		}
		return 1;
	}

	private boolean keep(DeadLetter letter) {
		try {
			this.letters.save(letter);
			return true;
		}
		catch (RuntimeException ex) {
			log.atWarn()
				.addKeyValue("queue", this.queue)
				.addKeyValue("cause", ex.getClass().getName())
				.log("A dead letter could not be stored and stays in its queue");
			return false;
		}
	}

}
