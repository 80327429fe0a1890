package org.parley.forum.post;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The caller sees the post but may not do this with it. */
final class PostForbiddenException extends RefusalException {

	PostForbiddenException() {
		super(RefusalKind.FORBIDDEN, "post.forbidden", "Only its author and moderators may do this.");
	}

}
