package org.parley.auth.signin.password;

import java.time.Duration;
import java.util.List;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** 429 {@code auth.slow-down}: earlier failures delay the attempt. */
public final class LoginThrottledException extends ProblemException {

	LoginThrottledException(Duration delay) {
		super(HttpStatus.TOO_MANY_REQUESTS, "auth.slow-down",
				"Too many wrong passwords or codes. Wait before you try again.", List.of(), delay);
	}

}
