package org.parley.auth.oauth.discourse;

import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.browser.BrowserSecurityConfigurer;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.browser.EndBrowserSession;
import org.parley.auth.oauth.page.Page;
import org.parley.auth.oauth.page.ProblemPage;
import org.parley.auth.oauth.page.SeeOtherRedirect;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.web.problem.Problems;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Signs people in at other programs of the site by DiscourseConnect. */
@Page
class DiscourseProviderController {

	private static final String PATH = "/oauth2/discourse-connect";

	private final AnswerDiscourseRequest answerRequest;

	private final Users users;

	private final EndBrowserSession endBrowserSession;

	DiscourseProviderController(AnswerDiscourseRequest answerRequest, Users users,
			EndBrowserSession endBrowserSession) {
		this.answerRequest = answerRequest;
		this.endBrowserSession = endBrowserSession;
		this.users = users;
	}

	/**
	 * The address that programs for Discourse use.
	 * @param parameters of the query; unknown ones are ignored, as by Discourse
	 */
	@GetMapping("/session/sso_provider")
	ModelAndView discourse(@RequestParam MultiValueMap<String, String> parameters) {
		return SeeOtherRedirect.to(UriComponentsBuilder.fromPath(PATH)
			.queryParam("sso", "{sso}")
			.queryParam("sig", "{sig}")
			.encode()
			.buildAndExpand(Objects.requireNonNullElse(parameters.getFirst("sso"), ""),
					Objects.requireNonNullElse(parameters.getFirst("sig"), ""))
			.toUriString());
	}

	@GetMapping(PATH)
	ModelAndView answer(@RequestParam(name = "sso", defaultValue = "") String payload,
			@RequestParam(name = "sig", defaultValue = "") String signature, @Nullable BrowserUser browserUser,
			ClientDevice clientDevice, HttpServletRequest request, HttpServletResponse response) {
		var asked = this.answerRequest.verify(payload, signature);
		if (asked.isSignOut()) {
			if (browserUser != null) {
				this.endBrowserSession.end(browserUser, clientDevice, response);
			}
			return SeeOtherRedirect.to(asked.address());
		}
		// A silent question leads to no page of ours, not even to that of the refusal.
		var user = Optional.ofNullable(browserUser)
			.flatMap((known) -> this.users.findById(known.getName()))
			.filter((known) -> known.isEmailVerified() || !asked.isSilent());
		if (user.isPresent()) {
			return SeeOtherRedirect.to(this.answerRequest.answer(asked, user.get(), clientDevice));
		}
		if (asked.isSilent()) {
			return SeeOtherRedirect.to(this.answerRequest.answerNobody(asked));
		}
		return SeeOtherRedirect.to(Continuation.parse(PATH + "?" + request.getQueryString())
			.map((here) -> here.through(BrowserSecurityConfigurer.SIGN_IN))
			.orElse(BrowserSecurityConfigurer.SIGN_IN));
	}

	@ExceptionHandler
	ModelAndView on(RefusalException problem) {
		return ProblemPage.of(Problems.statusOf(problem.kind()),
				(problem.kind() == RefusalKind.FORBIDDEN) ? ProblemPage.Kind.UNVERIFIED : ProblemPage.Kind.SITE);
	}

}
