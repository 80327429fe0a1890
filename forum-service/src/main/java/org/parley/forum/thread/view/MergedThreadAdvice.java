package org.parley.forum.thread.view;

import java.net.URI;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.parley.forum.thread.ThreadMergedException;
import org.parley.platform.web.problem.Problems;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Redirects reads of a merged thread permanently. Writes fail with 409. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MergedThreadAdvice {

	@ExceptionHandler
	ResponseEntity<Object> on(ThreadMergedException merged, HttpServletRequest request) {
		return target(merged, request).map(MergedThreadAdvice::redirect).orElseGet(() -> Problems.entity(merged));
	}

	/**
	 * Replaces the thread's id in the path and omits the query, which has the old slug.
	 */
	private static Optional<URI> target(ThreadMergedException merged, HttpServletRequest request) {
		var source = "/threads/" + merged.threadId();
		var path = request.getRequestURI();
		if (!isRead(request) || !path.contains(source)) {
			return Optional.empty();
		}
		return Optional.of(URI.create(path.replace(source, "/threads/" + merged.into())));
	}

	private static boolean isRead(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}

	private static ResponseEntity<Object> redirect(URI target) {
		return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
			.location(target)
			.cacheControl(CacheControl.noCache())
			.build();
	}

}
