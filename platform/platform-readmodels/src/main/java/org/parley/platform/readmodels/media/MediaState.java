package org.parley.platform.readmodels.media;

import org.parley.contracts.LowerCaseName;

/** The state of a medium. */
public enum MediaState implements LowerCaseName {

	/** The upload has begun. */
	PENDING,
	/** The upload is complete and is inspected. */
	PROCESSING,
	/** It can be used. */
	READY,
	/** It cannot be used. */
	REFUSED,
	/** It is removed; only its files may still exist. */
	REMOVED;

}
