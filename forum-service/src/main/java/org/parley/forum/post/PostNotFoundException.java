package org.parley.forum.post;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The post does not exist, or the caller may not see it. */
final class PostNotFoundException extends RefusalException {

	PostNotFoundException() {
		super(RefusalKind.NOT_FOUND, "post.not-found", "The post does not exist.");
	}

}
