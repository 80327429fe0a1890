package org.parley.media.storage;

import java.time.Duration;
import java.util.List;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The storage does not answer. */
public final class StorageUnavailableException extends ProblemException {

	StorageUnavailableException(Exception cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, "media.storage-unavailable",
				"Files cannot be stored or read at the moment. Try again in a few seconds.", List.of(),
				Duration.ofSeconds(5));
		initCause(cause);
	}

}
