package org.parley.platform.events.inbox;

import org.parley.platform.events.queue.Reception;
import org.parley.platform.web.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;

/**
 * Lets an instance hear what it keeps in memory only: at most once, and without a memory
 * of what was handled. What fails is counted and gone.
 */
final class InstanceReception implements Reception {

	private static final Logger log = LoggerFactory.getLogger(InstanceReception.class);

	private final String queue;

	private final Hearing hearing;

	private final InboxMeters meters;

	InstanceReception(String queue, Hearing hearing, InboxMeters meters) {
		this.queue = queue;
		this.hearing = hearing;
		this.meters = meters;
	}

	@Override
	public boolean apply(Message message, Patience patience) {
		try {
			var event = this.hearing.read(message);
			try (var _ = Origin.of(event.correlationid(), event.traceparent()).open()) {
				this.hearing.handlerOf(event).run();
				this.meters.handled(this.queue, event);
			}
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			log.atWarn()
				.addKeyValue("queue", this.queue)
				.addKeyValue("cause", ex.getClass().getName())
				.log("An event could not be heard");
			this.meters.dead(this.queue, InboxMeters.UNKNOWN);
		}
		return true;
	}

}
