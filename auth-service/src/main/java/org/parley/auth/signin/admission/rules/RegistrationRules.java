package org.parley.auth.signin.admission.rules;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.name.CanonicalMailAddress;

/**
 * Who may register. What an administrator leaves out has a default.
 *
 * @param mode {@code open} to everybody, by {@code invitation}, by {@code approval} of an
 * administrator, or {@code closed}
 * @param inviters lowest role that may invite people
 * @param robotCheck when newcomers must solve a challenge: {@code off},
 * {@code under-attack} or {@code always}
 * @param blockedDomains domains of mail addresses that cannot register, with all below
 * them
 * @param mailedSignIn whether people can sign in with a code that is mailed to them
 * @param hiddenAddresses whether nobody may learn which addresses have an account;
 * newcomers then verify theirs before the account is opened
 */
public record RegistrationRules(
		@Schema(example = "open") @NotNull @Pattern(regexp = "open|invitation|approval|closed",
				message = "must be open, invitation, approval or closed") String mode,
		@Schema(example = "admin") @Pattern(regexp = "user|moderator|admin",
				message = "must be user, moderator or admin") @Nullable String inviters,
		@Schema(example = "under-attack") @Pattern(regexp = "off|under-attack|always",
				message = "must be off, under-attack or always") @Nullable String robotCheck,
		@Schema(example = "[\"throwaway.example\"]") @Size(max = 5000,
				message = "must have at most 5000 domains") @Nullable List<@NotNull(
						message = "must not be null") String> blockedDomains,
		@Nullable Boolean mailedSignIn, @Nullable Boolean hiddenAddresses) {

	static final RegistrationRules DEFAULT = new RegistrationRules("open", "admin", "off", List.of(), false, false);

	/**
	 * These rules with defaults, the domains in the form by which they are compared.
	 * @throws RefusalException 400 about a domain
	 */
	RegistrationRules completed() {
		return new RegistrationRules(this.mode, Objects.requireNonNullElse(this.inviters, DEFAULT.inviters),
				Objects.requireNonNullElse(this.robotCheck, DEFAULT.robotCheck), domains(), isSignInByMail(),
				isHidingAddresses());
	}

	private List<String> domains() {
		var domains = Objects.requireNonNullElse(this.blockedDomains, List.<String>of());
		return IntStream.range(0, domains.size())
			.mapToObj((index) -> domain(index, domains.get(index)))
			.distinct()
			.sorted()
			.toList();
	}

	private static String domain(int index, String text) {
		return CanonicalMailAddress.parse("x@" + text.strip().toLowerCase(Locale.ROOT))
			.map((address) -> address.text().substring(2).toLowerCase(Locale.ROOT))
			.orElseThrow(() -> RefusalException.field("blockedDomains[%d]".formatted(index), "registration.domain",
					"must be a domain such as example.org"));
	}

	/** When newcomers must solve a challenge. */
	public String robots() {
		return Objects.requireNonNullElse(this.robotCheck, "off");
	}

	@JsonIgnore
	public boolean isClosed() {
		return this.mode.equals("closed");
	}

	/**
	 * Checks that registration is not closed.
	 * @throws RefusalException 403 {@code registration.closed}
	 */
	public void requireOpen() {
		if (isClosed()) {
			throw RefusalException.forbidden("registration.closed", "Registration is closed at the moment.");
		}
	}

	@JsonIgnore
	public boolean isByInvitation() {
		return this.mode.equals("invitation");
	}

	@JsonIgnore
	public boolean isByApproval() {
		return this.mode.equals("approval");
	}

	@JsonIgnore
	public boolean isSignInByMail() {
		return Boolean.TRUE.equals(this.mailedSignIn);
	}

	@JsonIgnore
	public boolean isHidingAddresses() {
		return Boolean.TRUE.equals(this.hiddenAddresses);
	}

	/** Whether people with this role may invite others. */
	public boolean mayInvite(Role role) {
		return !isClosed() && role.names().contains(this.inviters);
	}

	/**
	 * Checks that the domain of a mail address is not blocked.
	 * @throws RefusalException 400 about {@code email}
	 */
	public void requirePermitted(String email) {
		var key = User.emailKeyOf(email);
		var domain = key.substring(key.lastIndexOf('@') + 1);
		var blocked = Objects.requireNonNullElse(this.blockedDomains, List.<String>of());
		for (var rest = domain; !rest.isEmpty(); rest = rest.substring(rest.indexOf('.') + 1)) {
			if (blocked.contains(rest)) {
				throw RefusalException.field("email", "email.domain-blocked", "has a domain that is not accepted here");
			}
			if (rest.indexOf('.') < 0) {
				return;
			}
		}
	}

}
