package org.parley.media.item;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The medium does not exist, or belongs to another person. */
public final class MediaNotFoundException extends ProblemException {

	public MediaNotFoundException() {
		super(RefusalKind.NOT_FOUND, "media.not-found", "There is no such medium.");
	}

}
