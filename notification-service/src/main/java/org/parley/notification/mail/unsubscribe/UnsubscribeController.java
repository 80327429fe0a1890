package org.parley.notification.mail.unsubscribe;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Unsubscribes with one click; mail programs send the request. */
@RestController
@RequestMapping("/api/v1/notifications/unsubscribe")
@Tag(name = "Notifications")
class UnsubscribeController {

	private final UnsubscribeFromMail unsubscribeFromMail;

	UnsubscribeController(UnsubscribeFromMail unsubscribeFromMail) {
		this.unsubscribeFromMail = unsubscribeFromMail;
	}

	@PostMapping("/{token}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Unsubscribe from a kind of mail, as announced by its List-Unsubscribe header")
	void unsubscribe(@PathVariable String token) {
		this.unsubscribeFromMail.unsubscribe(token);
	}

}
