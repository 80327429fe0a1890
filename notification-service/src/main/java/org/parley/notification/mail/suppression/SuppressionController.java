package org.parley.notification.mail.suppression;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The suppressed addresses, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/notification-service/suppressions")
@Tag(name = "Administration")
class SuppressionController {

	private final Suppressions suppressions;

	private final LiftSuppression liftSuppression;

	SuppressionController(Suppressions suppressions, LiftSuppression liftSuppression) {
		this.suppressions = suppressions;
		this.liftSuppression = liftSuppression;
	}

	@GetMapping
	@Operation(summary = "List addresses to which no optional mails are sent, newest first")
	ResponseEntity<Paged<Line>> list(@Valid @ParameterObject Filter filter) {
		var reason = (filter.reason() != null) ? SuppressionReason.of(filter.reason()) : null;
		return EntityTagResponses.of(this.suppressions.findPage(reason, filter.user(), filter).map(Line::of));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Send mails to an address again")
	@ApiResponse(responseCode = "204")
	void lift(@PathVariable String id, Caller caller) {
		this.liftSuppression.lift(id, caller.id());
	}

	@GetMapping("/export")
	@Operation(summary = "Export all of them as CSV, oldest first")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
	void export(HttpServletResponse response) throws IOException {
		response.setContentType("text/csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.setHeader("Content-Disposition", "attachment; filename=\"suppressions.csv\"");
		write(response.getWriter());
	}

	private void write(Writer csv) throws IOException {
		csv.write("id,userId,to,reason,since\r\n");
		try (var all = this.suppressions.findAll()) {
			for (var one : (Iterable<AddressStanding>) all::iterator) {
				csv.write(String.join(",", one.id(), one.userId(), quoted(one.to()),
						Objects.requireNonNull(one.reason()).json(), String.valueOf(one.since())) + "\r\n");
			}
		}
	}

	private static String quoted(String value) {
		return '"' + value.replace("\"", "\"\"") + '"';
	}

	/**
	 * Which suppressions to list.
	 *
	 * @param reason only those with this reason
	 * @param user only addresses of the person with this id
	 * @param cursor cursor of the page
	 * @param limit page size
	 */
	@Schema(name = "SuppressionQuery")
	record Filter(
			@Nullable @Pattern(regexp = "hard-bounce|soft-bounces|complaint|unsubscribed",
					message = "must be hard-bounce, soft-bounces, complaint or unsubscribed") String reason,
			@Nullable @Size(max = 64, message = "must be at most 64 characters") String user, @Nullable String cursor,
			@Nullable @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") Integer limit)
			implements
				PageQuery {
	}

	/**
	 * A suppressed address.
	 *
	 * @param userId whose address it is
	 * @param to masked address
	 * @param since when the reason arose
	 */
	@Schema(name = "Suppression")
	record Line(String id, String userId, String to, SuppressionReason reason, Instant since) {

		static Line of(AddressStanding standing) {
			return new Line(standing.id(), standing.userId(), standing.to(), Objects.requireNonNull(standing.reason()),
					Objects.requireNonNull(standing.since()));
		}

	}

}
