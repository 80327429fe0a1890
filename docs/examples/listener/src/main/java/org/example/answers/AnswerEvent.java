package org.example.answers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The data that this service reads of {@code answer.accepted} and
 * {@code answer.withdrawn}. All other properties are ignored, so later versions of the
 * events can be read.
 *
 * @param type the event type
 * @param data the event's data
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AnswerEvent(String type, Data data) {

	boolean isAccepted() {
		return this.type.equals("answer.accepted");
	}

	/**
	 * The event's data.
	 *
	 * @param thread the thread
	 * @param post the reply
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Data(ThreadReference thread, PostReference post) {

	}

	/**
	 * The thread after the event.
	 *
	 * @param id its id
	 * @param version increases with every change
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record ThreadReference(String id, long version) {

	}

	/**
	 * The reply.
	 *
	 * @param author its author
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record PostReference(Person author) {

	}

	/**
	 * A person; names change, ids do not.
	 *
	 * @param id the person's id
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Person(String id) {

	}

}
