package org.parley.platform.messaging.outbox;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.messaging.outbox.OutboxRecord.State;
import org.parley.platform.messaging.secret.EventMasker;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.PageParameters;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The outbox of this service, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/${spring.application.name}/outbox")
@Tag(name = "Administration")
class OutboxController {

	/** The order of parked events, in cursors. */
	private static final String ORDER = "at";

	private final OutboxRecords records;

	private final EventMasker eventMasker;

	private final ReleaseParkedEvent releaseParkedEvent;

	OutboxController(OutboxRecords records, EventMasker eventMasker, ReleaseParkedEvent releaseParkedEvent) {
		this.records = records;
		this.eventMasker = eventMasker;
		this.releaseParkedEvent = releaseParkedEvent;
	}

	@GetMapping
	@Operation(summary = "How many events wait in the outbox, and since when")
	ResponseEntity<Data<OutboxStatus>> status() {
		return EntityTagResponses.of(new Data<>(new OutboxStatus(this.records.count(), this.records.count(State.HELD),
				this.records.count(State.PARKED), this.records.oldest().map(OutboxRecord::time).orElse(null))));
	}

	@GetMapping("/parked")
	@Operation(summary = "List parked events, which the broker refused too often, oldest first")
	ResponseEntity<Paged<ParkedEvent>> parked(@Valid @ParameterObject PageParameters query) {
		var cursor = query.cursor();
		var from = (cursor != null) ? Cursor.parse(cursor, ORDER, 1) : null;
		var found = this.records.parked(from, query.size() + 1)
			.stream()
			.map((event) -> ParkedEvent.of(event, this.eventMasker))
			.toList();
		return EntityTagResponses
			.of(Paged.walk(found, from, query.size(), ORDER, (event) -> new Object[] { event.place() }));
	}

	@PostMapping("/parked/{id}/retry")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Retry a parked event and release the events held behind it")
	void retry(@PathVariable String id, Caller caller) {
		this.releaseParkedEvent.retry(id, caller.id());
	}

	@DeleteMapping("/parked/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a parked event for good and release the events held behind it")
	void drop(@PathVariable String id, Caller caller) {
		this.releaseParkedEvent.delete(id, caller.id());
	}

	/**
	 * The state of the outbox.
	 *
	 * @param pending the number of all unsent events
	 * @param held the number of events held behind a parked one
	 * @param parked the number of events that are no longer retried
	 * @param oldest when the oldest unsent event happened; null when all are sent
	 */
	record OutboxStatus(long pending, long held, long parked, @Nullable Instant oldest) {
	}

	/**
	 * A parked event.
	 *
	 * @param partitionKey the key whose later events are held behind it
	 * @param reason the last reason of the broker
	 * @param event the envelope with masked secrets
	 * @param place its position in the list
	 */
	record ParkedEvent(String id, String type, String partitionKey, int attempts, String reason,
			@Nullable Instant parkedAt, @Schema(type = "object", implementation = Object.class) JsonNode event,
			@JsonIgnore long place) {

		static ParkedEvent of(OutboxRecord parked, EventMasker eventMasker) {
			return new ParkedEvent(parked.id(), parked.type(), parked.partitionKey(), parked.attempts(),
					Objects.requireNonNullElse(parked.refusal(), ""), parked.parkedAt(),
					eventMasker.event(parked.envelope()), parked.at().getValue());
		}

	}

}
