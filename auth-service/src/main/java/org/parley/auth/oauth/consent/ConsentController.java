package org.parley.auth.oauth.consent;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.endpoint.ProviderEndpoints;
import org.parley.auth.oauth.page.Page;
import org.parley.auth.oauth.page.PageContentSecurityPolicy;
import org.parley.auth.oauth.page.ProblemPage;
import org.parley.auth.oauth.page.SeeOtherRedirect;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.oauth.request.AppAnswer;
import org.parley.auth.oauth.request.FormPostPage;
import org.parley.auth.tokens.session.UserSessionSettings;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The consent page. Spring's authorization server redirects here and handles the
 * approval; this controller handles the denial.
 */
@Page
class ConsentController {

	private final ConsentRequests consentRequests;

	private final long days;

	ConsentController(ConsentRequests consentRequests, UserSessionSettings sessions) {
		this.consentRequests = consentRequests;
		this.days = sessions.longest().toDays();
	}

	/**
	 * Shows the pending request that the state identifies. The code of a device must
	 * belong to that request. Client and scope are untrusted and unused; they are
	 * declared because Spring sends them and undeclared parameters are refused.
	 */
	@GetMapping(ProviderEndpoints.CONSENT_PAGE)
	ModelAndView ask(@RequestParam(defaultValue = "") String state,
			@RequestParam(name = "client_id", required = false) @Nullable String clientId,
			@RequestParam(required = false) @Nullable String scope,
			@RequestParam(name = "user_code", required = false) @Nullable String userCode, BrowserUser browserUser,
			HttpServletResponse response) {
		return this.consentRequests.findPending(state, browserUser)
			.map((pendingConsent) -> page(pendingConsent, state, userCode, response))
			.orElseGet(ConsentController::ended);
	}

	@PostMapping(ProviderEndpoints.CONSENT_PAGE)
	ModelAndView deny(@RequestParam(defaultValue = "") String state, BrowserUser browserUser,
			HttpServletResponse response) {
		var pendingConsent = this.consentRequests.findPending(state, browserUser);
		if (pendingConsent.isEmpty()) {
			return ended();
		}
		return this.consentRequests.deny(pendingConsent.get())
			.map((answer) -> answer(answer, response))
			.orElseGet(() -> SeeOtherRedirect.to(DeviceController.DENIED));
	}

	private static ModelAndView answer(AppAnswer answer, HttpServletResponse response) {
		return answer.isForm() ? FormPostPage.of(answer, response) : SeeOtherRedirect.to(answer.redirect());
	}

	private ModelAndView page(PendingConsent pendingConsent, String state, @Nullable String userCode,
			HttpServletResponse response) {
		if (!pendingConsent.isOfDevice()) {
			PageContentSecurityPolicy.returning(response);
		}
		var page = new ModelAndView("oauth/consent");
		page.addObject("app", ConsentAppView.of(pendingConsent.app()));
		page.addObject("clientId", pendingConsent.app().getClientId());
		page.addObject("scopes", pendingConsent.scopes());
		page.addObject("state", state);
		page.addObject("days", this.days);
		page.addObject("userCode", this.consentRequests.findCode(pendingConsent, userCode));
		page.addObject("answer",
				pendingConsent.isOfDevice() ? ProviderEndpoints.DEVICE_VERIFICATION : ProviderEndpoints.AUTHORIZE);
		return page.addObject("next", "");
	}

	private static ModelAndView ended() {
		return ProblemPage.of(HttpStatus.BAD_REQUEST, ProblemPage.Kind.ENDED);
	}

}
