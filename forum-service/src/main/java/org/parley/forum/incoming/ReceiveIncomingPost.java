package org.parley.forum.incoming;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.incoming.ManageIncomingAddresses.IncomingAddressNotFoundException;
import org.parley.platform.domain.ConstantTime;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.domain.Sha256;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Receives what programs send to an address. */
@Component
class ReceiveIncomingPost {

	/** Requests per address and hour. */
	private static final int MAX_REQUESTS = 60;

	private static final Duration WINDOW = Duration.ofHours(1);

	private final IncomingAddresses addresses;

	private final ReadIncomingPost readIncomingPost;

	private final PublishIncomingPost publishIncomingPost;

	private final AuthorizedWriters authorizedWriters;

	private final UnitOfWork work;

	private final InstantSource clock;

	ReceiveIncomingPost(IncomingAddresses addresses, ReadIncomingPost readIncomingPost,
			PublishIncomingPost publishIncomingPost, AuthorizedWriters authorizedWriters, UnitOfWork work,
			InstantSource clock) {
		this.addresses = addresses;
		this.readIncomingPost = readIncomingPost;
		this.publishIncomingPost = publishIncomingPost;
		this.authorizedWriters = authorizedWriters;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Posts what a program sends; the post, the use of the address and the record that
	 * recognizes a repetition are one transaction.
	 */
	IncomingPostView receive(String id, String token, byte[] body, IncomingHeaders headers) {
		var address = this.addresses.find(id)
			.filter((found) -> ConstantTime.isEqual(Sha256.hex(token), found.tokenHash()))
			.orElseThrow(IncomingAddressNotFoundException::new);
		requireSignature(address, token, body, headers);
		var text = this.readIncomingPost.read(address, body, headers.type());
		var writer = this.authorizedWriters.ofAbsent(address.creator());
		var delivery = id + ":" + (headers.delivery().isEmpty() ? Ids.next() : headers.delivery());
		return this.work.run(() -> {
			var present = this.addresses.use(id, this.clock.instant())
				.orElseThrow(IncomingAddressNotFoundException::new);
			var known = this.addresses.findDelivery(delivery);
			if (known.isPresent()) {
				return new IncomingPostView(known.get().threadId(), known.get().postId(), true);
			}
			requireQuota(id);
			var posted = text.map((read) -> this.publishIncomingPost.publish(present, read, writer))
				.orElse(new IncomingPostView(null, null, false));
			this.addresses
				.insert(new IncomingDelivery(delivery, id, posted.threadId(), posted.postId(), this.clock.instant()));
			return posted;
		});
	}

	private static void requireSignature(IncomingAddress address, String token, byte[] body, IncomingHeaders headers) {
		var sealed = address.sealedSecret();
		if (sealed != null && !headers.signature().isValid(body, sealed, token)) {
			throw new RefusalException(RefusalKind.UNAUTHENTICATED, "incoming.bad-signature",
					"The signature of the request is missing or invalid.");
		}
	}

	private void requireQuota(String id) {
		if (this.addresses.countSince(id, this.clock.instant().minus(WINDOW)) >= MAX_REQUESTS) {
			throw RefusalException.later(RefusalKind.LIMITED, "incoming.limited",
					"The address accepts %d requests per hour.".formatted(MAX_REQUESTS), WINDOW);
		}
	}

	/**
	 * The facts in the headers of a request.
	 *
	 * @param delivery the program's id of the request; empty if it has none
	 * @param type the type of event; empty if there is none
	 */
	record IncomingHeaders(String delivery, String type, RequestSignature signature) {

		private static final List<String> DELIVERIES = List.of("X-GitHub-Delivery", "webhook-id", "Idempotency-Key");

		private static final List<String> TYPES = List.of("X-GitHub-Event", "Sentry-Hook-Resource");

		private static final int MAX = 200;

		static IncomingHeaders of(HttpHeaders headers) {
			var id = first(headers, DELIVERIES);
			var signature = new RequestSignature(headers.getFirst("X-Hub-Signature-256"),
					headers.getFirst("X-Grafana-Alerting-Signature"), headers.getFirst("X-Gitlab-Token"));
			return new IncomingHeaders((id.length() > MAX) ? Sha256.hex(id) : id, first(headers, TYPES), signature);
		}

		private static String first(HttpHeaders headers, List<String> names) {
			return names.stream()
				.map(headers::getFirst)
				.filter((value) -> value != null && !value.isEmpty())
				.findFirst()
				.orElse("");
		}

	}

}
