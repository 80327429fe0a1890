package org.example.answers;

import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.DeclarableCustomizer;
import org.springframework.amqp.core.Queue;
import org.springframework.stereotype.Component;

/**
 * Lets the broker keep a dead letter until its queue has confirmed it. Otherwise a dead
 * letter is lost when that queue is full or missing. The binder has no setting for it.
 *
 * @see <a href="https://www.rabbitmq.com/docs/quorum-queues#dead-lettering">RabbitMQ:
 * At-Least-Once Dead Lettering</a>
 */
@Component
class DeadLettersAreKept implements DeclarableCustomizer {

	@Override
	public Declarable apply(Declarable declarable) {
		if (declarable instanceof Queue queue && queue.getArguments().containsKey("x-dead-letter-exchange")) {
			queue.addArgument("x-dead-letter-strategy", "at-least-once");
		}
		return declarable;
	}

}
