package org.parley.contracts.media;

import org.parley.contracts.ParleyEvent;

/** An event about a medium, ordered with those of its owner. */
public sealed interface MediaEvent extends ParleyEvent permits MediaUploaded, MediaReady, MediaRefused, MediaRemoved {

	/** What all events say about a medium. */
	interface Medium {

		String id();

		String ownerId();

		MediaPurpose purpose();

	}

	Medium media();

	@Override
	default String subject() {
		return media().id();
	}

	@Override
	default String partitionKey() {
		return media().ownerId();
	}

}
