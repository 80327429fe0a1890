package org.parley.contracts;

/**
 * An event that services exchange. Its record components are the event data, with the
 * schema {@code events/<type>.json}; {@link Publishes} names its type. Consumers ignore
 * unknown properties; absent optional ones are null.
 */
public interface ParleyEvent {

	/**
	 * The event type, which is also the routing key, such as {@code post.created}. An
	 * event that {@link Publishes} several types overrides this.
	 */
	default String type() {
		var published = getClass().getAnnotation(Publishes.class);
		if (published == null || published.value().length != 1) {
			throw new IllegalStateException(getClass().getSimpleName() + " must publish one type or override type()");
		}
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
