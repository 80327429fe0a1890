package org.parley.social.post.event;

import org.parley.platform.readmodels.relation.SocialVisibility;
import org.parley.social.person.SocialPersonReference;

/**
 * A post as events refer to it.
 *
 * @param visibility who may see it
 * @param everybody whether everybody may see it, guests included
 * @param commentCount the number of shown comments
 */
record SocialPostReference(String id, SocialPersonReference author, SocialVisibility visibility, boolean everybody,
		int commentCount) {
}
