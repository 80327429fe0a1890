package org.parley.media.item;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The medium does not exist, or belongs to another person. */
public final class MediaNotFoundException extends RefusalException {

	public MediaNotFoundException() {
		super(RefusalKind.NOT_FOUND, "media.not-found", "There is no such medium.");
	}

}
