package org.parley.platform.readmodels.category;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/**
 * 403: the operation is for moderators. The answer equals that of any other denied
 * operation.
 */
final class NotModeratingException extends RefusalException {

	NotModeratingException() {
		super(RefusalKind.FORBIDDEN, "auth.forbidden", "You may not do this.");
	}

}
