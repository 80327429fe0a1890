package org.parley.contracts.media;

import org.parley.contracts.LowerCaseName;

/** The use that a medium is uploaded for. */
public enum MediaPurpose implements LowerCaseName {

	AVATAR, FORUM, SOCIAL, MESSAGE;

}
