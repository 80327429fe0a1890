package org.parley.webhook.mail;

import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** The way in which a provider writes reports about mails. */
@FunctionalInterface
interface MailReportFormat {

	/** Reads a report; empty if it says nothing about the delivery of a mail of ours. */
	Optional<MailReport> read(JsonNode event);

}
