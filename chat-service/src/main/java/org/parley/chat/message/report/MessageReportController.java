package org.parley.chat.message.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.platform.domain.Caller;
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

}
