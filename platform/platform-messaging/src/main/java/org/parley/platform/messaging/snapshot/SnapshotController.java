package org.parley.platform.messaging.snapshot;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Snapshots of the current state for new or restored consumers, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/${spring.application.name}/snapshots")
@Tag(name = "Administration")
class SnapshotController {

	private static final int LATEST = 50;

	private final StartSnapshot startSnapshot;

	private final SnapshotRuns runs;

	SnapshotController(StartSnapshot startSnapshot, SnapshotRuns runs) {
		this.startSnapshot = startSnapshot;
		this.runs = runs;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Send a snapshot of the current state to a queue, or return the one that is running")
	Data<SnapshotRunView> begin(@Valid @RequestBody SnapshotRequest request, Caller caller) {
		return new Data<>(SnapshotRunView.of(this.startSnapshot.begin(request.queue(), caller.id())));
	}

	@GetMapping
	@Operation(summary = "List the latest 50 snapshots, newest first")
	ResponseEntity<Data<List<SnapshotRunView>>> list(Caller caller) {
		return EntityTagResponses.of(new Data<>(this.runs.latest(LATEST).stream().map(SnapshotRunView::of).toList()));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Show the progress of a snapshot")
	ResponseEntity<Data<SnapshotRunView>> find(@PathVariable String id, Caller caller) {
		return EntityTagResponses.of(new Data<>(this.runs.find(id)
			.map(SnapshotRunView::of)
			.orElseThrow(() -> RefusalException.notFound("snapshot.unknown", "The snapshot does not exist."))));
	}

	/**
	 * The request for a snapshot.
	 *
	 * @param queue the name of the queue in the catalogue
	 */
	record SnapshotRequest(@Schema(example = "forum_members") @NotBlank(message = "is required") @Size(max = 100,
			message = "must have at most 100 characters") String queue) {
	}

	/**
	 * The progress of a snapshot.
	 *
	 * @param queue the receiving queue
	 * @param status whether it is running
	 * @param left the types that are not finished
	 * @param sent the number of sent events
	 * @param by the id of the administrator
	 * @param startedAt the time of the request
	 * @param finishedAt the time of the end, or null while it runs
	 */
	record SnapshotRunView(String id, String queue, Status status, List<String> left, long sent, String by,
			Instant startedAt, @Nullable Instant finishedAt) {

		static SnapshotRunView of(SnapshotRun run) {
			return new SnapshotRunView(run.id(), run.queue(), run.running() ? Status.RUNNING : Status.DONE, run.types(),
					run.sent(), run.by(), run.startedAt(), run.finishedAt());
		}

	}

	/** Whether a snapshot is running. */
	enum Status {

		RUNNING, DONE

	}

}
