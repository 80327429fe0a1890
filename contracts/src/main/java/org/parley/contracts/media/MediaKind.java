package org.parley.contracts.media;

import org.parley.contracts.LowerCaseName;

/** The kind of a medium, by its content. */
public enum MediaKind implements LowerCaseName {

	IMAGE,
	/** A picture that moves. */
	GIF, VIDEO;

}
