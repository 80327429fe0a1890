package org.parley.summary.request;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.summary.request.SummaryView.SummaryStatus;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves and requests the summaries of threads. */
@RestController
@RequestMapping("/api/v1/threads/{id}/summary")
@Tag(name = "Summaries")
class SummaryController {

	private final RequestSummary requestSummary;

	private final ReadSummary readSummary;

	SummaryController(RequestSummary requestSummary, ReadSummary readSummary) {
		this.requestSummary = requestSummary;
		this.readSummary = readSummary;
	}

	@GetMapping
	@Operation(summary = "Get the summary of a thread")
	ResponseEntity<Data<SummaryView>> get(@PathVariable String id, @Nullable Caller caller) {
		return EntityTagResponses.of(new Data<>(this.readSummary.read(id, caller)));
	}

	@PostMapping
	@Idempotent
	@Operation(summary = "Request the summary of a thread")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "202", description = "A job starts; Location is the address of the summary")
	ResponseEntity<Data<SummaryView>> ask(@PathVariable String id, Caller caller) {
		var view = this.requestSummary.request(id, caller);
		if (view.status() == SummaryStatus.READY) {
			return EntityTagResponses.of(new Data<>(view));
		}
		return ResponseEntity.status(HttpStatus.ACCEPTED)
			.header(HttpHeaders.LOCATION, URI.create("/api/v1/threads/" + id + "/summary").toString())
			.body(new Data<>(view));
	}

}
