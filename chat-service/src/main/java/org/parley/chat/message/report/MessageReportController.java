package org.parley.chat.message.report;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.chat.message.report.MessageReport.MessageReportRequest;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.ReportReason;
import org.parley.platform.web.Data;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Messages")
class MessageReportController {

	private final ReportMessage reportMessage;

	MessageReportController(ReportMessage reportMessage) {
		this.reportMessage = reportMessage;
	}

	@PostMapping("/api/v1/chat/messages/{id}/reports")
	@Idempotent
	@Operation(summary = "Report a message to moderators")
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<MessageReportView>> report(@PathVariable String id,
			@Valid @RequestBody MessageReportRequest request, Caller caller) {
		var report = this.reportMessage.report(id, request, caller);
		return ResponseEntity.status(HttpStatus.CREATED).body(new Data<>(MessageReportView.of(report)));
	}

	/**
	 * A report as its reporter sees it.
	 *
	 * @param reason the category of the problem
	 * @param note an explanation in the reporter's words
	 */
	record MessageReportView(String id, String messageId, ReportReason reason, @Nullable String note,
			Instant createdAt) {

		static MessageReportView of(MessageReport report) {
			return new MessageReportView(report.id(), report.messageId(), report.reason(), report.note(),
					report.createdAt());
		}

	}

}
