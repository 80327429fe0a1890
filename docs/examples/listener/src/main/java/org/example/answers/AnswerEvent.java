package org.example.answers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The data that this service reads of {@code answer.accepted} and
 * {@code answer.withdrawn}. All other properties are ignored, so later versions of the
 * events can be read.
 *
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
	 * @param post the reply
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Data(ThreadReference thread, PostReference post) {

	}

	/**
	 * The thread after the event.
	 *
	 * @param version increases with every change
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record ThreadReference(String id, long version) {

	}

	/** The reply. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record PostReference(Person author) {

	}

	/** A person; names change, ids do not. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Person(String id) {

	}

}
