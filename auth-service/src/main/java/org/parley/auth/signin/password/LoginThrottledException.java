package org.parley.auth.signin.password;

import java.time.Duration;
import java.util.List;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** 429 {@code auth.slow-down}: earlier failures delay the attempt. */
public final class LoginThrottledException extends RefusalException {

	LoginThrottledException(Duration delay) {
		super(RefusalKind.LIMITED, "auth.slow-down", "Too many wrong passwords or codes. Wait before you try again.",
				List.of(), delay);
	}

}
