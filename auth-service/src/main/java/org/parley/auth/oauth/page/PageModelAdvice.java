package org.parley.auth.oauth.page;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Adds the signed-in user to the model of every page and renders exceptions as pages. */
@ControllerAdvice(annotations = Page.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class PageModelAdvice {

	private static final Logger log = LoggerFactory.getLogger(PageModelAdvice.class);

	private final Users users;

	PageModelAdvice(Users users) {
		this.users = users;
	}

	/**
	 * Loads the CSRF token, so that its cookie is set before the response is committed.
	 */
	@ModelAttribute
	void prepare(@Nullable CsrfToken token, @Nullable BrowserUser browserUser, Model model) {
		if (token != null) {
			token.getToken();
		}
		if (browserUser != null) {
			this.users.findById(browserUser.getName())
				.map(User::reference)
				.ifPresent((user) -> model.addAttribute("me", user));
		}
	}

	@ExceptionHandler
	ModelAndView on(RefusalException problem) {
		return ProblemPage.of(Problems.statusOf(problem.kind()), switch (problem.kind()) {
			case NOT_FOUND -> ProblemPage.Kind.MISSING;
			case LIMITED -> ProblemPage.Kind.SLOW;
			case UNAVAILABLE -> ProblemPage.Kind.INTERNAL;
			default -> ProblemPage.Kind.REQUEST;
		});
	}

	/** Malformed query parameters, such as invalid UTF-8. */
	@ExceptionHandler({ TypeMismatchException.class, InvalidParameterException.class })
	ModelAndView onWrongParameter() {
		return ProblemPage.of(HttpStatus.BAD_REQUEST, ProblemPage.Kind.REQUEST);
	}

	@ExceptionHandler
	ModelAndView on(Exception ex) {
		if (ex instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
			return ProblemPage.of(HttpStatus.valueOf(known.getStatusCode().value()), ProblemPage.Kind.REQUEST);
		}
		log.error("Page failed unexpectedly", ex);
		return ProblemPage.of(HttpStatus.INTERNAL_SERVER_ERROR, ProblemPage.Kind.INTERNAL);
	}

}
