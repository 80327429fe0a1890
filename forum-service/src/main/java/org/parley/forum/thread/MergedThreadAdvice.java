package org.parley.forum.thread;

import java.net.URI;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.parley.platform.web.problem.Problems;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Old addresses of a merged thread lead on, for ever; what is to be changed is not. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MergedThreadAdvice {

	@ExceptionHandler
	ResponseEntity<Object> on(ThreadMergedException merged, HttpServletRequest request) {
		return elsewhere(merged, request).map(MergedThreadAdvice::leadOn).orElseGet(() -> Problems.entity(merged));
	}

	/** A slug is of the thread before; what else was asked for is asked there. */
	private static Optional<URI> elsewhere(ThreadMergedException merged, HttpServletRequest request) {
		var before = "/threads/" + merged.threadId();
		var path = request.getRequestURI();
		if (!isRead(request) || !path.contains(before)) {
			return Optional.empty();
		}
		return Optional.of(URI.create(path.replace(before, "/threads/" + merged.into())));
	}

	private static boolean isRead(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}

	private static ResponseEntity<Object> leadOn(URI there) {
		return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY).location(there).build();
	}

}
