package org.parley.notification.mail.unsubscribe;

import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.parley.notification.contact.Contacts;
import org.parley.notification.mail.MailLanguages;
import org.parley.notification.mail.unsubscribe.UnsubscribeFromMail.UnknownLinkException;
import org.parley.notification.mail.unsubscribe.UnsubscribePage.State;
import org.parley.platform.web.LengthenedAddress;
import org.parley.platform.web.problem.Problems;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Unsubscribes with one click; mail programs send the request. People who open the
 * address get a page with a button, because programs that check links open it, too.
 */
@RestController
@LengthenedAddress
@RequestMapping("/api/v1/notifications/unsubscribe")
@Tag(name = "Notifications")
class UnsubscribeController {

	private final UnsubscribeFromMail unsubscribeFromMail;

	private final UnsubscribePage page;

	private final Contacts contacts;

	UnsubscribeController(UnsubscribeFromMail unsubscribeFromMail, UnsubscribePage page, Contacts contacts) {
		this.unsubscribeFromMail = unsubscribeFromMail;
		this.page = page;
		this.contacts = contacts;
	}

	@GetMapping("/{token}")
	@Operation(summary = "Show a page with a button to unsubscribe; changes nothing")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
	ResponseEntity<String> ask(@PathVariable String token) {
		return show(token, State.ASKING);
	}

	@PostMapping("/{token}")
	@Operation(summary = "Unsubscribe from a kind of mail, as announced by its List-Unsubscribe header",
			description = "Browsers get a page.")
	@ApiResponse(responseCode = "204", content = @Content)
	ResponseEntity<String> unsubscribe(@PathVariable String token,
			@Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accepted) {
		this.unsubscribeFromMail.unsubscribe(token);
		return accepted.contains(MediaType.TEXT_HTML_VALUE) ? show(token, State.DONE)
				: ResponseEntity.noContent().build();
	}

	private ResponseEntity<String> show(String token, State state) {
		return this.page.show(MailLanguages.localeOf(this.contacts.localeOf(this.unsubscribeFromMail.userOf(token))),
				state);
	}

	/** People get a page in the language of their browser, programs a problem. */
	@ExceptionHandler
	ResponseEntity<?> refuse(UnknownLinkException refusal, HttpServletRequest request) {
		var accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
		return accepted.contains(MediaType.TEXT_HTML_VALUE) ? this.page
			.show(UnsubscribePage.localeOf(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)), State.UNKNOWN)
				: Problems.entity(refusal);
	}

}
