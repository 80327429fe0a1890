package org.parley.platform.messaging;

import org.springframework.util.Assert;

/**
 * A domain event that other services consume. Its record components are the event data,
 * with the schema {@code contracts/events/<type>.json}; {@link Publishes} names its type.
 * When a repository saves the aggregate that registered it, the event is stored in the
 * {@link org.parley.platform.messaging.outbox.Outbox}.
 */
public interface ParleyEvent {

	/**
	 * The event type, which is also the routing key, such as {@code post.created}. An
	 * event that {@link Publishes} several types overrides this.
	 */
	default String type() {
		var published = getClass().getAnnotation(Publishes.class);
		Assert.state(published != null && published.value().length == 1,
				() -> getClass().getSimpleName() + " must publish one type or override type()");
		return published.value()[0];
	}

	/** The id of the aggregate that the event happened to. */
	String subject();

	/**
	 * The key that keeps the order: consumers receive events of one key in order. It is
	 * the id of the aggregate, unless the event is ordered with those of another one,
	 * such as the thread of a post.
	 */
	default String partitionKey() {
		return subject();
	}

}
