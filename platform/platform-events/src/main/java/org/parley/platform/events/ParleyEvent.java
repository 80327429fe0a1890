package org.parley.platform.events;

import org.springframework.util.Assert;

/**
 * Something that happened in an aggregate, for others to hear. A record whose components
 * are the event's data and that {@link Publishes} a type; its schema is
 * {@code contracts/events/<type>.json}. Registered by an aggregate that is saved through
 * its repository, it lands in the {@link org.parley.platform.events.outbox.Outbox}.
 */
public interface ParleyEvent {

	/**
	 * The type, such as {@code post.created}: also the routing key. An event that
	 * {@link Publishes} several says which one it is.
	 */
	default String type() {
		var published = getClass().getAnnotation(Publishes.class);
		Assert.state(published != null && published.value().length == 1,
				() -> getClass().getSimpleName() + " must publish one type, or say which");
		return published.value()[0];
	}

	/** The id of the aggregate that it happened to. */
	String subject();

	/** Events of one key are heard in their order: the thread, or the person. */
	String partitionKey();

}
