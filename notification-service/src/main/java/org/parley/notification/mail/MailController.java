package org.parley.notification.mail;

import java.time.Instant;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mail log, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/notification-service/mails")
@Tag(name = "Administration")
class MailController {

	private final Mails mails;

	MailController(Mails mails) {
		this.mails = mails;
	}

	@GetMapping
	@Operation(summary = "List mails with their states, newest first")
	ResponseEntity<Paged<Line>> list(@Valid @ParameterObject Filter filter) {
		var state = (filter.state() != null) ? MailState.of(filter.state()) : null;
		return EntityTagResponses.of(this.mails.findPage(state, filter.user(), filter).map(Line::of));
	}

	/**
	 * Which mails to list.
	 *
	 * @param state only mails in this state
	 * @param user only mails to the person with this id
	 */
	@Schema(name = "MailQuery")
	record Filter(
			@Nullable @Pattern(regexp = "waiting|sending|sent|failed|dead|dropped",
					message = "must be waiting, sending, sent, failed, dead or dropped") String state,
			@Nullable @Size(max = 64, message = "must be at most 64 characters") String user, @Nullable String cursor,
			@Nullable @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") Integer limit)
			implements
				PageQuery {
	}

	/**
	 * A mail without its content.
	 *
	 * @param userId the recipient
	 * @param to masked address
	 * @param attempts refusals by the mail server
	 * @param reason code of the refusal, of waiting for a server or of dropping it
	 * @param reply what the server says, without addresses
	 * @param outcome what the provider has reported: {@code delivered},
	 * {@code soft-bounce}, {@code hard-bounce}, {@code complained} or
	 * {@code unsubscribed}
	 * @param createdAt when it was queued
	 * @param doneAt when its state became final
	 */
	@Schema(name = "MailLogLine")
	record Line(String id, String template, String userId, @Nullable String to, MailState state, int attempts,
			@Nullable String reason, @Nullable String reply, @Nullable String outcome, Instant createdAt,
			@Nullable Instant doneAt) {

		static Line of(Mail mail) {
			var reason = (mail.reason() != null) ? mail.reason().split(": ", 2) : new String[] { null };
			return new Line(mail.id(), mail.template().code(), mail.userId(), mail.sentTo(), mail.state(),
					mail.attempts(), reason[0], (reason.length > 1) ? reason[1] : null, mail.outcome(),
					mail.createdAt(), mail.doneAt());
		}

	}

}
