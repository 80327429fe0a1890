package org.parley.webhook.subscription;

import java.util.Set;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.problem.ProblemException;

/**
 * What is said of a subscription when it is made or changed; what is not said stays.
 *
 * @param url where the subscriber listens
 * @param events what it wants to be told of
 * @param description for administrators
 * @param status whether it is told; only of one that is there
 */
record WebhookSubscriptionRequest(
		@Pattern(regexp = "[!-~]{1,2000}", message = "is an address of at most 2000 characters") @Nullable String url,
		@Size(min = 1, max = 20, message = "names 1 to 20 types of events") @Nullable Set<String> events,
		@Pattern(regexp = "[^\\p{Cc}\\p{Cs}]{0,500}",
				message = "has at most 500 characters, and none that cannot be shown") @Nullable String description,
		@Pattern(regexp = "active|disabled", message = "is active or disabled") @Nullable String status) {

	@AssertTrue(message = "names types that may be subscribed to")
	boolean isEventsKnown() {
		return this.events == null
				|| this.events.stream().allMatch((type) -> type != null && WebhookTopics.ALL.contains(type));
	}

	/** A new subscription has an address and types. */
	void requireNew() {
		if (this.url == null) {
			throw ProblemException.field("url", "not-null", "is required");
		}
		if (this.events == null) {
			throw ProblemException.field("events", "not-null", "is required");
		}
		if (this.status != null) {
			throw ProblemException.field("status", "request.unknown-property", "is not a known property");
		}
	}

}
