package org.parley.webhook.receipt;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.parley.webhook.payload.PayloadMasker;
import org.parley.webhook.payload.ReceivedPayload;
import org.parley.webhook.receipt.Receipts.ReceiptQuery;
import org.springdoc.core.annotations.ParameterObject;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The log of receipts, for administrators. */
@RestController
@RequestMapping("/api/v1/webhook/logs")
@Tag(name = "Webhooks")
class ReceiptLogController {

	private final Receipts receipts;

	private final ReplayReceipt replayReceipt;

	ReceiptLogController(Receipts receipts, ReplayReceipt replayReceipt) {
		this.receipts = receipts;
		this.replayReceipt = replayReceipt;
	}

	@GetMapping
	@Operation(summary = "List received and refused webhooks, newest first")
	ResponseEntity<Paged<ReceiptView>> list(@Valid @ParameterObject ReceiptQuery query, Caller caller) {
		return EntityTagResponses.of(this.receipts.page(query));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get a receipt with its masked payload")
	ResponseEntity<Data<ReceiptContent>> read(@PathVariable String id, Caller caller) {
		var receipt = this.receipts.find(id).orElseThrow(UnknownReceiptException::new);
		return EntityTagResponses
			.of(new Data<>(receipt.mayBeMail() ? ReceiptContent.withoutPayload(receipt) : ReceiptContent.of(receipt)));
	}

	@PostMapping("/{id}/replay")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Process a receipt again")
	Data<ReceiptView> replay(@PathVariable String id, Caller caller) {
		return new Data<>(this.replayReceipt.replay(id, caller.id()));
	}

	/**
	 * A receipt with its payload.
	 *
	 * @param payload masked payload: JSON, the fields of a form or the rows of CSV; null
	 * otherwise
	 */
	record ReceiptContent(@JsonUnwrapped ReceiptView receipt, @Nullable JsonNode payload) {

		static ReceiptContent withoutPayload(Receipt receipt) {
			return new ReceiptContent(ReceiptView.of(receipt), null);
		}

		static ReceiptContent of(Receipt receipt) {
			return new ReceiptContent(ReceiptView.of(receipt), payload(receipt));
		}

		private static @Nullable JsonNode payload(Receipt receipt) {
			var body = receipt.body();
			return (body != null)
					? ReceivedPayload.read(receipt.contentType(), body.getData()).map(PayloadMasker::mask).orElse(null)
					: null;
		}

	}

}
