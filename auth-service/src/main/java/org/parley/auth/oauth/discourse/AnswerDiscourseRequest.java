package org.parley.auth.oauth.discourse;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;

import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.browser.SignInDestinations;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.stereotype.Component;

/** Answers the request of a site that wants to know who a person is. */
@Component
class AnswerDiscourseRequest implements SignInDestinations {

	private static final int LONGEST_NONCE = 200;

	private final DiscourseSites sites;

	private final DiscourseSecrets secrets;

	private final Audit audit;

	AnswerDiscourseRequest(DiscourseSites sites, DiscourseSecrets secrets, Audit audit) {
		this.sites = sites;
		this.secrets = secrets;
		this.audit = audit;
	}

	/**
	 * Verifies a request: only a known site, with its own secret, to its own addresses.
	 * @throws RefusalException 400 {@code discourse.refused}
	 */
	Verified verify(String payload, String signature) {
		return find(payload, signature).orElseThrow(() -> new RefusalException(RefusalKind.INVALID, "discourse.refused",
				"The request is not signed by a site that is known here."));
	}

	/** The site that the person continues to after a sign-in. */
	@Override
	public Optional<String> find(Continuation next) {
		return next.parameter("sso")
			.flatMap((payload) -> find(payload, next.parameter("sig").orElse("")))
			.map((request) -> request.site().name());
	}

	private Optional<Verified> find(String payload, String signature) {
		return DiscourseMessage.peek(payload)
			.flatMap((message) -> message.value("return_sso_url"))
			.map(ReturnAddress::allowedBy)
			.map(this.sites::findByAddressIn)
			.stream()
			.flatMap(Collection::stream)
			.flatMap((site) -> verified(site, payload, signature).stream())
			.findFirst();
	}

	private Optional<Verified> verified(DiscourseSite site, String payload, String signature) {
		var secret = this.secrets.open(site);
		return DiscourseMessage.verify(payload, signature, secret)
			.filter((message) -> message.value("nonce").filter((text) -> text.length() <= LONGEST_NONCE).isPresent())
			.map((message) -> new Verified(site, secret, message));
	}

	/**
	 * The address of the site with the answer.
	 * @throws RefusalException 403 {@code member.unverified}, because sites recognize
	 * people by their address
	 */
	String answer(Verified request, User user, ClientDevice clientDevice) {
		if (!user.isEmailVerified()) {
			throw RefusalException.forbidden("member.unverified", "Verify your mail address first.");
		}
		var values = request.echo();
		values.put("external_id", user.id());
		values.put("username", user.username());
		values.put("name", user.profile().displayName());
		values.put("email", user.email());
		values.put("admin", String.valueOf(user.role() == Role.ADMIN));
		values.put("moderator", String.valueOf(user.role() != Role.USER));
		this.audit.record(AuditAction.DISCOURSE_SIGNED_IN, user.id(), request.site().address(), clientDevice);
		return new DiscourseMessage(values).sentTo(request.address(), request.secret());
	}

	/** The address of the site with the answer that nobody is signed in. */
	String answerNobody(Verified request) {
		var values = request.echo();
		values.put("failed", "true");
		return new DiscourseMessage(values).sentTo(request.address(), request.secret());
	}

	/** A verified request. */
	record Verified(DiscourseSite site, String secret, DiscourseMessage message) {

		/** The address to return to. */
		String address() {
			return this.message.value("return_sso_url").orElseThrow();
		}

		/** Whether people who are not signed in return at once. */
		boolean isSilent() {
			return this.message.value("prompt").filter("none"::equals).isPresent();
		}

		/** Whether people only sign out here. */
		boolean isSignOut() {
			return this.message.isTrue("logout");
		}

		/** The values that each answer repeats. */
		private LinkedHashMap<String, String> echo() {
			var values = new LinkedHashMap<String, String>();
			values.put("nonce", this.message.value("nonce").orElseThrow());
			return values;
		}

		@Override
		public String toString() {
			return "Verified[***]";
		}

	}

}
