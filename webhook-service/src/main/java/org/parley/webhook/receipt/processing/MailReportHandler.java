package org.parley.webhook.receipt.processing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.webhook.mail.MailOutcome;
import org.parley.webhook.mail.MailReport;
import org.parley.webhook.mail.MailReports;
import org.parley.webhook.provider.WebhookProviders;
import org.parley.webhook.receipt.Receipt;
import org.parley.webhook.receipt.ReceiptNote;
import org.parley.webhook.receipt.Receipts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Publishes what providers report about mails. Reports about mails of others, and those
 * that are opened or clicked, are left to the next handler.
 */
@Component
@Order(2)
class MailReportHandler implements ReceiptHandler {

	private final WebhookProviders providers;

	private final Receipts receipts;

	private final JsonMapper json;

	private final ApplicationEventPublisher publisher;

	MailReportHandler(WebhookProviders providers, Receipts receipts, JsonMapper json,
			ApplicationEventPublisher publisher) {
		this.providers = providers;
		this.receipts = receipts;
		this.json = json;
		this.publisher = publisher;
	}

	@Override
	public Optional<ReceiptNote> handle(Receipt receipt) {
		return this.providers.mailReports(receipt.provider()).flatMap((format) -> handle(receipt, format));
	}

	/** Reads one report, or each of a list, without keeping all of a large body. */
	private Optional<ReceiptNote> handle(Receipt receipt, MailReports format) {
		var counts = new EnumMap<MailOutcome, Integer>(MailOutcome.class);
		try (var reports = this.json.readerFor(JsonNode.class).<JsonNode>readValues(this.receipts.open(receipt))) {
			while (reports.hasNextValue()) {
				format.read(reports.nextValue()).ifPresent((report) -> publish(report, receipt, counts));
			}
		}
		catch (JacksonException ex) {
			throw new PoisonEventException("The body is not JSON");
		}
		return counts.isEmpty() ? Optional.empty() : Optional.of(new ReceiptNote("mail", summary(counts)));
	}

	private void publish(MailReport report, Receipt receipt, Map<MailOutcome, Integer> counts) {
		this.publisher.publishEvent(report.event(receipt.receivedAt()));
		counts.merge(report.outcome(), 1, Integer::sum);
	}

	private static String summary(Map<MailOutcome, Integer> counts) {
		return counts.entrySet()
			.stream()
			.map((count) -> count.getKey().word() + ": " + count.getValue())
			.collect(Collectors.joining(", "));
	}

}
