package org.parley.forum.post;

import org.parley.contracts.forum.PostStatus;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The post is deleted or removed. The code names its status. */
final class PostGoneException extends RefusalException {

	PostGoneException(PostStatus status) {
		super(RefusalKind.CONFLICT, "post." + status.json(), "The post is " + status.json() + ".");
	}

}
