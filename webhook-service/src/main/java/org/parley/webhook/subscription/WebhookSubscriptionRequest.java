package org.parley.webhook.subscription;

import java.util.Set;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.WebAddress;
import org.parley.webhook.http.EndpointAddress;
import org.parley.webhook.visibility.MessageTypes;

/**
 * The properties of a subscription to create or change; absent ones stay unchanged.
 *
 * @param url URL of the endpoint
 * @param events types of messages
 * @param categories ids of the categories that it is limited to; empty for all
 * @param tags tags that it is limited to; empty for all
 * @param format the name of the format of its messages
 * @param description free text
 * @param status active or disabled; only for an existing subscription
 */
record WebhookSubscriptionRequest(
		@Pattern(regexp = "[!-~]{1,2000}", message = "must be a URL of at most 2000 characters") @Nullable String url,
		@Size(min = 1, max = 100, message = "must contain 1 to 100 types of messages") @Nullable Set<String> events,
		@Size(max = 50, message = "must contain at most 50 ids of categories") @Nullable Set<@NotNull @Pattern(
				regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}", message = "must be the id of a category") String> categories,
		@Size(max = 50,
				message = "must contain at most 50 tags") @Nullable Set<@NotNull @StorableText(min = 1,
						max = 50) String> tags,
		@Pattern(regexp = "[a-z]{1,20}", message = "must be the name of a format") @Nullable String format,
		@StorableText(max = 500) @Nullable String description,
		@Pattern(regexp = "active|disabled", message = "must be active or disabled") @Nullable String status) {

	/** Hosts and paths of other scripts are stored in the form that is sent. */
	WebhookSubscriptionRequest {
		url = (url != null) ? WebAddress.ascii(url) : null;
	}

	@AssertTrue(message = "must contain only known types of messages")
	boolean isEventsKnown() {
		return this.events == null
				|| this.events.stream().allMatch((type) -> type != null && MessageTypes.isKnown(type));
	}

	/**
	 * Requires types that the caller may receive.
	 * @throws RefusalException 400 otherwise
	 */
	void requirePermittedTypes(Caller caller) {
		if (this.events != null && !caller.isAdmin() && !MessageTypes.areForEveryone(this.events)) {
			throw RefusalException.field("events", "subscription.admin-topics",
					"contains types that only administrators receive");
		}
	}

	/** Requires a URL and types, as for a new subscription. */
	void requireNew() {
		RefusalException.checkAll(() -> require("url", this.url), () -> require("events", this.events), () -> {
			if (this.status != null) {
				throw RefusalException.field("status", "request.unknown-property", "is not a known property");
			}
		});
	}

	private static void require(String property, @Nullable Object value) {
		if (value == null) {
			throw RefusalException.field(property, "not-null", "is required");
		}
	}

	/**
	 * Requires a valid URL, if there is one.
	 * @throws RefusalException 400 otherwise
	 */
	void requireValidUrl(EndpointAddress endpointAddress) {
		if (this.url != null) {
			endpointAddress.findProblem(this.url).ifPresent((problem) -> {
				throw RefusalException.field("url", "address", problem);
			});
		}
	}

}
