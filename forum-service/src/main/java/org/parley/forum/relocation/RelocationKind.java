package org.parley.forum.relocation;

import org.parley.contracts.LowerCaseName;

/** The kind of a relocation. */
public enum RelocationKind implements LowerCaseName {

	/** Moves all posts into another thread. */
	MERGE,

	/** Moves some replies into a new thread. */
	SPLIT;

}
