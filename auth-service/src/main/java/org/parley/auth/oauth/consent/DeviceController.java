package org.parley.auth.oauth.consent;

import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.consent.DeviceCodeLookup.Found;
import org.parley.auth.oauth.endpoint.ProviderEndpoints;
import org.parley.auth.oauth.page.Page;
import org.parley.auth.oauth.page.ProblemPage;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.signin.password.LoginThrottledException;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Page that connects a device without a browser. The code of a link is only filled in,
 * never submitted, as an attacker may have sent the link.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-5.4">RFC 8628, 5.4</a>
 */
@Page
class DeviceController {

	/** Path of the page after a denied consent. */
	static final String DENIED = ProviderEndpoints.DEVICE_PAGE + "/denied";

	private static final String DEVICE = ProviderEndpoints.DEVICE_PAGE;

	private static final int LONGEST = 32;

	private final DeviceCodeLookup devices;

	DeviceController(DeviceCodeLookup devices) {
		this.devices = devices;
	}

	@GetMapping(DEVICE)
	ModelAndView enter(@RequestParam(name = "user_code", defaultValue = "") String code) {
		return page((code.length() <= LONGEST) ? code : "");
	}

	@PostMapping(DEVICE)
	ModelAndView confirm(@RequestParam(name = "user_code", defaultValue = "") String code, BrowserUser browserUser,
			HttpServletResponse response) {
		try {
			return this.devices.find((code.length() <= LONGEST) ? code : "", browserUser)
				.map(DeviceController::page)
				.orElseGet(() -> refused(code, HttpStatus.UNPROCESSABLE_CONTENT, "unknown"));
		}
		catch (LoginThrottledException ex) {
			return refused(code, HttpStatus.TOO_MANY_REQUESTS, "slow").addObject("wait",
					ProblemPage.retryAfter(ex, response));
		}
	}

	@GetMapping(DEVICE + "/done")
	ModelAndView done() {
		return outcome("done");
	}

	@GetMapping(DENIED)
	ModelAndView denied() {
		return outcome("denied");
	}

	@GetMapping(DEVICE + "/failed")
	ModelAndView failed() {
		return outcome("failed");
	}

	private static ModelAndView page(String code) {
		return new ModelAndView("oauth/device").addObject("code", code).addObject("next", DEVICE);
	}

	private static ModelAndView page(Found found) {
		return new ModelAndView("oauth/device-confirm").addObject("code", found.code())
			.addObject("app", ConsentAppView.of(found.app()))
			.addObject("next", DEVICE);
	}

	private static ModelAndView refused(String code, HttpStatus status, String error) {
		var page = page((code.length() <= LONGEST) ? code : "").addObject("error", error);
		page.setStatus(status);
		return page;
	}

	private static ModelAndView outcome(String which) {
		return new ModelAndView("oauth/device-outcome").addObject("outcome", which);
	}

}
