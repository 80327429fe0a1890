package org.parley.platform.events;

/**
 * Something that happened in an aggregate, for others to hear. A record whose components
 * are the event's data; its schema is {@code contracts/events/<type>.json}. Registered by
 * an aggregate that is saved through its repository, it lands in the
 * {@link org.parley.platform.events.outbox.Outbox}.
 */
public interface ParleyEvent {

	/** The type, such as {@code post.created}: also the routing key. */
	String type();

	/** The id of the aggregate that it happened to. */
	String subject();

	/** Events of one key are heard in their order: the thread, or the person. */
	String partitionKey();

}
