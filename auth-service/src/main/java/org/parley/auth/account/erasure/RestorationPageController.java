package org.parley.auth.account.erasure;

import org.parley.auth.oauth.page.Page;
import org.parley.auth.oauth.page.SeeOtherRedirect;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;

import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Restores an account from the page that has refused its owner because it is closed. */
@Page
class RestorationPageController {

	private final RestoreAccount restoreAccount;

	RestorationPageController(RestoreAccount restoreAccount) {
		this.restoreAccount = restoreAccount;
	}

	@PostMapping("/oauth2/login/restore")
	String restore(@RequestParam(defaultValue = "") String ticket, ClientDevice clientDevice) {
		this.restoreAccount.restore(ticket, clientDevice);
		return "oauth/restored";
	}

	/** The sign-in says what is true of the account now. */
	@ExceptionHandler
	ModelAndView on(RefusalException problem) {
		return SeeOtherRedirect.to("/oauth2/login");
	}

}
