package org.parley.notification.mail.suppression;

import java.time.Instant;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parley.notification.contact.Contact;
import org.parley.notification.contact.Contacts;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether the caller's address receives mails. */
@RestController
@RequestMapping("/api/v1/notifications/mail-suppression")
@Tag(name = "Notifications")
class OwnSuppressionController {

	private final Suppressions suppressions;

	private final Contacts contacts;

	OwnSuppressionController(Suppressions suppressions, Contacts contacts) {
		this.suppressions = suppressions;
		this.contacts = contacts;
	}

	@GetMapping
	@Operation(summary = "Get whether mails to your address are suppressed, and why")
	ResponseEntity<Data<View>> get(Caller caller) {
		return EntityTagResponses.of(new Data<>(find(caller).map(View::of).orElse(View.NONE)));
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Receive mails again, because your address works", description = "Repeating it has no effect.")
	@ApiResponse(responseCode = "204")
	void lift(Caller caller) {
		find(caller).ifPresent((standing) -> this.suppressions.lift(standing.id()));
	}

	private Optional<AddressStanding> find(Caller caller) {
		return this.contacts.find(caller.id()).map(Contact::address).flatMap(this.suppressions::find);
	}

	/**
	 * Whether mails are suppressed.
	 *
	 * @param reason why; null if they are not
	 * @param since when the reason arose
	 */
	@Schema(name = "MailSuppression")
	record View(@Nullable SuppressionReason reason, @Nullable Instant since) {

		static final View NONE = new View(null, null);

		static View of(AddressStanding standing) {
			return new View(standing.reason(), standing.since());
		}

	}

}
