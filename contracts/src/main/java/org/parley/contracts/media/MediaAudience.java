package org.parley.contracts.media;

import org.parley.contracts.LowerCaseName;

/** The readers who may see a medium because something uses it. */
public enum MediaAudience implements LowerCaseName {

	/** Everybody, so addresses need no signature. */
	EVERYONE,
	/** Everybody, unless the owner's account is private. */
	ACCOUNT,
	/** Some people; each read signs the addresses. */
	RESTRICTED;

}
