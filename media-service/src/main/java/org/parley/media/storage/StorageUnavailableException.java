package org.parley.media.storage;

import java.time.Duration;
import java.util.List;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The storage does not answer. */
public final class StorageUnavailableException extends RefusalException {

	StorageUnavailableException(Exception cause) {
		super(RefusalKind.UNAVAILABLE, "media.storage-unavailable",
				"Files cannot be stored or read at the moment. Try again in a few seconds.", List.of(),
				Duration.ofSeconds(5));
		initCause(cause);
	}

}
