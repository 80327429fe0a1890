package org.parley.social.post.reaction;

import org.parley.contracts.LowerCaseName;

/** The kinds of reaction. */
public enum ReactionKind implements LowerCaseName {

	LIKE, LOVE, HAPPY, WOW, SAD, ANGRY;

}
