package org.parley.notification.mail;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The one click of a mail's reader, whose mail program makes it for them. */
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
	@Operation(summary = "End mails of a kind, as the header List-Unsubscribe of a mail says")
	void unsubscribe(@PathVariable String token) {
		this.unsubscribeFromMail.unsubscribe(token);
	}

}
